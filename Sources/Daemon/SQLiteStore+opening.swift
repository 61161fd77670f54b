internal import Catalogue
internal import Files
internal import Storage
internal import SystemPackage

extension SQLiteStore {
    /// Opens the store as the one writing process, and makes its folder where it does not exist.
    ///
    /// - Throws: ``StoreError/inUse(path:)`` where another process writes; ``FileSystemFault``.
    static func openForWriting(_ configuration: Configuration) throws -> SQLiteStore {
        let path = configuration.storePath
        try refuseEmptied(path, alertLog: configuration.alertLogPath)
        _ = try Directory.open(FilePath(path).folder.string, creating: 0o700)
        return try SQLiteStore(path: path, access: .writing)
    }

    /// Opens the store for reading, beside a daemon or without one; `nil` where the watch has not begun yet.
    ///
    /// A store that is not there, or cannot be read, is never taken for empty: where nothing of the watch is there, most
    /// likely another folder was meant, and where a log is, a store was.
    ///
    /// - Throws: ``StoreError/unreadable(path:why:)``; ``FileSystemFault`` where its folder may not be looked into.
    static func openForReading(_ configuration: Configuration) throws -> SQLiteStore? {
        let path = configuration.storePath
        guard !FilePath(path).isForbidden(toWrite: false) else {
            throw StoreError.unreadable(path: path, why: "this user may not read it")
        }
        if try FilePath(path).presence() { return try SQLiteStore(path: path, access: .reading) }
        let traces = [configuration.alertLogPath, "\(path).lock"]
        let hasBegun = try traces.contains { try FilePath($0).presence() }
        let isPrepared = try FilePath(configuration.folders.inbox).presence()
        if isPrepared, !hasBegun { return nil }
        throw StoreError.unreadable(
            path: path,
            why: "there is no such file; the daemon makes it at its first start. Relative paths are meant from --root, "
                + "which is the working directory where it is not given"
        )
    }

    /// Refuses an empty file as the store of an alert log that is not empty.
    static func refuseEmptied(_ path: String, alertLog: String) throws {
        guard try FilePath(path).presence(), try OpenFile.open(path).status().size == 0 else { return }
        guard try FilePath(alertLog).presence(), try OpenFile.open(alertLog).status().size > 0 else { return }
        throw StoreError.unreadable(
            path: path,
            why: "it is empty, and '\(alertLog)' has alerts; put a backup in its place, or remove both to begin anew"
        )
    }
}

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

    /// Refuses an empty file as the store of an alert log that is not empty.
    static func refuseEmptied(_ path: String, alertLog: String) throws {
        guard try FilePath(path).presence(), try OpenFile.open(path).status().size == 0 else { return }
        guard try FilePath(alertLog).presence(), try OpenFile.open(alertLog).status().size > 0 else { return }
        throw StoreError.unreadable(
            path: path,
            why: "it is empty, and '\(alertLog)' has alerts; put a backup in its place, or remove it to begin anew"
        )
    }
}

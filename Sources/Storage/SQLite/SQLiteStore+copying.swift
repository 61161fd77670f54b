internal import Feeds
internal import Files
internal import GRDB
internal import SystemPackage

extension SQLiteStore {
    /// Copies a store into a new file, which is there whole or not at all; works beside a daemon that writes.
    ///
    /// - Parameters:
    ///   - path: the store.
    ///   - copy: the file to make; its folder has to be there. Only its owner may read it.
    /// - Returns: what is in the copy.
    /// - Throws: ``StoreCopyFault``, ``StoreError``, ``FileSystemFault``.
    package static func backUp(_ path: String, to copy: String) throws -> StoreContents {
        guard try FilePath(path).presence() else { throw StoreCopyFault.missing(path: path) }
        let target = FilePath(copy)
        let (folder, name) = (try Directory.open(target.folder.string), FileName(endOf: target))
        guard name.isPlain else { throw FileSystemFault.notAName(name.printable) }
        guard try folder.status(of: name) == nil else { throw StoreCopyFault.exists(path: copy) }
        let aside = DurableFile.newAside()
        defer { Self.removeCopy(aside, in: folder) }
        let contents = try Self.copy(path, as: aside, in: folder, for: target)
        // Not by `link`, which CIFS and FAT do not have.
        guard try folder.move(aside, to: folder, as: name) else { throw StoreCopyFault.exists(path: copy) }
        try folder.sync()
        return contents
    }

    /// Puts a copy in the place of a store that nobody has open for writing, and keeps the one that was there.
    ///
    /// The copy itself stays as it is.
    ///
    /// - Parameters:
    ///   - copy: what ``backUp(_:to:)`` made, of this version or an earlier one.
    ///   - path: where the store belongs.
    ///   - tag: what the name of the one that was there goes on with.
    ///   - preparing: is given the copy before anybody else uses it, brought up to this version.
    /// - Returns: what is in the copy, and where the store that was there is kept; `nil` where there was none.
    /// - Throws: ``StoreCopyFault`` where the copy cannot be used, and everything is as it was; ``StoreError/inUse(path:)``,
    ///   ``FileSystemFault``.
    package static func restore(
        _ copy: String,
        as path: String,
        keptAs tag: String,
        preparing: (SQLiteStore) async throws -> Void
    ) async throws -> (contents: StoreContents, kept: String?) {
        guard try FilePath(copy).presence() else { throw StoreCopyFault.missing(path: copy) }
        let target = FilePath(path)
        let (folder, name) = (try Directory.open(target.folder.string), FileName(endOf: target))
        // Nobody writes to the store from here on, and no daemon starts.
        let lock = try StoreLock(store: path)
        let aside = DurableFile.newAside()
        defer { Self.removeCopy(aside, in: folder) }
        let contents = try Self.copy(copy, as: aside, in: folder, for: target)
        try await Self.prepare(target.folder.appending("\(aside.printable)").string, preparing)
        guard try folder.status(of: aside.extended(by: "-wal")) == nil else {
            throw StoreError.failed("the restored store could not be closed")
        }
        try folder.openFile(aside).sync()
        let kept = try Self.setAside(name, in: folder, tag: tag)
        guard try folder.move(aside, to: folder, as: name) else { throw StoreCopyFault.exists(path: path) }
        try folder.sync()
        lock.markStore()
        return (contents, kept)
    }

    private static func copy(
        _ path: String,
        as aside: FileName,
        in folder: Directory,
        for target: FilePath
    ) throws -> StoreContents {
        do {
            _ = try folder.createFile(aside, mode: 0o600)
            let contents = try StoreCopy.make(of: path, into: target.folder.appending(aside.printable).string)
            try folder.openFile(aside).sync()
            return contents
        } catch let fault as StoreCopy.NotWritten {
            throw StoreCopyFault.notWritten(path: target.string, why: fault.why)
        } catch let fault as FileSystemFault {
            // The file is named that was asked for, and not the one that it was until it is whole.
            throw StoreCopyFault.notWritten(path: target.string, why: fault.code?.inWords ?? fault.description)
        } catch let error as DatabaseError {
            guard error.resultCode.primaryResultCode != .SQLITE_CORRUPT else {
                throw StoreCopyFault.damaged(path: path, why: error.message ?? "it is malformed")
            }
            throw StoreError(reading: path, error) ?? StoreError.failed("copy store: \(error)")
        }
    }

    /// Brings the copy up to this version, and has done what has to be done before anybody uses it.
    private static func prepare(_ path: String, _ body: (SQLiteStore) async throws -> Void) async throws {
        let store = try SQLiteStore(path: path, access: .writing)
        try await body(store)
        try store.close()
    }

    /// Moves the store that was there aside, with what belongs to it: it stays one that can be opened.
    ///
    /// What belongs to one goes also where the store itself is gone: SQLite would play a log that is left there over
    /// whatever has the name. A sudden end between these steps leaves no store; the daemon then says so, and `restore` can
    /// be given again.
    private static func setAside(_ name: FileName, in folder: Directory, tag: String) throws(FileSystemFault) -> String?
    {
        let present = try partsPresent(of: name, in: folder)
        guard !present.isEmpty else { return nil }
        let kept = try freeName(for: name, in: folder, tag: tag)
        for part in present {
            let aside = kept.extended(by: part)
            guard try folder.move(name.extended(by: part), to: folder, as: aside) else {
                throw .failed(call: "move", path: folder.shown(aside), code: .fileExists)
            }
        }
        try folder.sync()
        return present.contains("") ? folder.shown(kept) : nil
    }

    /// The store itself comes first: without it, what is left is never taken for one.
    private static let parts = ["", "-wal", "-shm", "-journal"]

    private static func partsPresent(of name: FileName, in folder: Directory) throws(FileSystemFault) -> [String] {
        var present: [String] = []
        for part in parts where try folder.status(of: name.extended(by: part)) != nil { present.append(part) }
        return present
    }

    /// The first of `name.tag-1`, `name.tag-2` and so on that neither a store nor anything of one has.
    private static func freeName(
        for name: FileName,
        in folder: Directory,
        tag: String
    ) throws(FileSystemFault) -> FileName {
        var number = 1
        while true {
            let free = name.extended(by: ".\(tag)-\(number)")
            if try partsPresent(of: free, in: folder).isEmpty { return free }
            number += 1
        }
    }

    private static func removeCopy(_ aside: FileName, in folder: Directory) {
        for part in ["", "-journal", "-wal", "-shm", ".lock"] { _ = try? folder.remove(aside.extended(by: part)) }
    }
}

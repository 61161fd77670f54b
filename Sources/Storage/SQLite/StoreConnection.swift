internal import Files
internal import Foundation
internal import GRDB
internal import SystemPackage

/// The one connection of a store to its SQLite file.
///
/// Debian 12's SQLite has the WAL-reset bug (two connections, of which one checkpoints while another commits, can damage
/// the file): therefore one connection writes and checkpoints, and every other one is read-only.
final class StoreConnection: Sendable {
    let queue: DatabaseQueue
    private let lock: StoreLock?

    /// Opens the store for writing, and makes it where there is none.
    init(writing path: String) throws {
        try Self.refuseFolder(path)
        let lock = try StoreLock(store: path)
        self.lock = lock
        try Self.refuseEmptied(path, knownBefore: lock.marksAStore)
        try StoreLock.makePrivateFile(path)
        queue = try DatabaseQueue(path: path, configuration: Self.writing(path))
        try Schema.migrator.migrate(queue)
        try queue.inDatabase(Pragmas.writing.check)
        lock.markStore()
    }

    private static func refuseFolder(_ path: String) throws(StoreError) {
        guard !FilePath(path).isFolder else { throw .notAStore(path: path, why: "it is a folder") }
    }

    /// Refuses an empty file, or none, where a store was: taken for a new one, it would tell everything again.
    private static func refuseEmptied(_ path: String, knownBefore: Bool) throws {
        guard try size(of: path) ?? 0 == 0 else { return }
        guard try knownBefore || size(of: "\(path)-wal") ?? 0 > 0 else { return }
        throw StoreError.unreadable(
            path: path,
            why: "it is empty or gone, and a store was there; put a backup in its place, or remove it and "
                + "the file of its name with '.lock' to begin anew"
        )
    }

    /// The bytes of a file; `nil` where there is none.
    private static func size(of path: String) throws(FileSystemFault) -> Int? {
        try FilePath(path).sizeUnopened()
    }

    /// Opens the store for reading, whether or not another process writes to it.
    init(reading path: String) throws {
        lock = nil
        guard let size = try Self.size(of: path) else {
            throw StoreError.notAStore(path: path, why: "there is no such file")
        }
        try Self.refuseFolder(path)
        guard size > 0 else { throw StoreError.unreadable(path: path, why: "it is empty") }
        queue = try Self.openForReading(path)
        try queue.inDatabase(Pragmas.reading.check)
        guard try queue.read(Schema.migrator.hasCompletedMigrations) else {
            throw StoreError.unreadable(
                path: path,
                why: SQLiteStore.ofEarlierVersion
            )
        }
    }

    /// Opens a store of whatever version for copying, whether or not another process writes to it.
    static func openForCopying(_ path: String) throws -> DatabaseQueue {
        guard !FilePath(path).isFolder else { throw StoreCopyFault.notAStore(path: path, why: "it is a folder") }
        guard let size = try size(of: path), size > 0 else {
            throw StoreCopyFault.notAStore(path: path, why: "it is empty")
        }
        let queue: DatabaseQueue
        do {
            queue = try openForReading(path)
        } catch StoreError.notAStore(_, let why) {
            throw StoreCopyFault.notAStore(path: path, why: why)
        }
        guard try queue.read({ try Int.fetchOne($0, sql: "PRAGMA application_id") }) == Schema.applicationID else {
            throw StoreCopyFault.notAStore(path: path, why: "it is not a store of Peilwacht")
        }
        return queue
    }

    deinit {
        // Before the lock goes: closing checkpoints. A fault here loses nothing, the log is read again at the next start.
        try? queue.close()
    }

    private static func writing(_ path: String) -> Configuration {
        var configuration = shared()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Before anything is changed: a file of somebody else stays as it is.
            try verify(db, path: path)
            try Pragmas.writing.set(db)
            try db.execute(sql: MetPlaces.temporaryTable)
        }
        return configuration
    }

    private static func reading(_ path: String) -> Configuration {
        var configuration = shared()
        configuration.readonly = true
        // What is read in several steps may be one state: see `SQLiteStore.inOneState`.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try verify(db, path: path)
            try Pragmas.reading.set(db)
        }
        return configuration
    }

    private static func shared() -> Configuration {
        var configuration = Configuration()
        configuration.label = "Store"
        configuration.busyMode = .timeout(Pragmas.busySeconds)
        return configuration
    }

    /// Opens the file for reading only.
    ///
    /// A read-only connection needs `-wal` and `-shm`, or a folder to make them in. Without either (a copy on a
    /// read-only disk) nobody can be writing, and the file is opened as one that does not change.
    private static func openForReading(_ path: String) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: reading(path))
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CANTOPEN {
            guard !FilePath("\(path)-wal").isThere, !FilePath(path).folder.isWritable else { throw error }
            let fixed = "\(URL(fileURLWithPath: path).absoluteString)?immutable=1"
            return try DatabaseQueue(path: fixed, configuration: reading(path))
        }
    }

    private static func verify(_ db: Database, path: String) throws {
        guard try isOurs(db) else {
            throw StoreError.notAStore(path: path, why: "it is not a store of Peilwacht")
        }
        guard try !Schema.migrator.hasBeenSuperseded(db) else {
            throw StoreError.notAStore(
                path: path,
                why: "it was made by a later version of Peilwacht; install that version"
            )
        }
    }

    private static func isOurs(_ db: Database) throws -> Bool {
        do {
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
            // A making that ended before its first migration was kept leaves the migrator's own table, and may go on.
            let others = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')"
            return try id == Schema.applicationID || id == 0 && Bool.fetchOne(db, sql: others) == false
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_NOTADB {
            return false
        }
    }
}

internal import Files
internal import Foundation
internal import GRDB
internal import Indicators
internal import SystemPackage

/// A copy of a store in one file, whole as of one moment, whoever writes to the store meanwhile.
///
/// SQLite's backup interface copies within one read transaction of a connection that only reads: the writer goes on, and
/// nothing that it commits meanwhile is in the copy (reliability, section 1: no second connection ever checkpoints).
struct StoreCopy {
    /// Copies a store into an empty file, and looks the copy over.
    ///
    /// - Parameters:
    ///   - path: the store, of this version or an earlier one.
    ///   - copy: the file, which is there and empty.
    /// - Returns: what is in the copy.
    /// - Throws: ``StoreCopyFault``, ``StoreError``, ``FileSystemFault``; the file is then of no use.
    static func make(of path: String, into copy: String) throws -> StoreContents {
        let source = try StoreConnection.openForCopying(path)
        defer { try? source.close() }
        var configuration = Configuration()
        configuration.label = "Copy"
        let target = try DatabaseQueue(path: copy, configuration: configuration)
        let before = try source.read { db in
            let counts = try Self.counts(db)
            try target.inDatabase { target in try writing { try db.backup(to: target) } }
            return counts
        }
        try target.inDatabase { db in
            // One file, which can be read on a disk where nothing may be written.
            _ = try writing { try Row.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") }
            try check(db, path: path)
            guard try Self.counts(db) == before else { throw StoreCopyFault.differs(path: path) }
        }
        let contents = try target.inDatabase { try self.contents($0, path: copy) }
        try target.close()
        return contents
    }

    /// Why the copy could not be written: SQLite's own words do not tell it from what is copied.
    struct NotWritten: Error {
        let why: String
    }

    /// Does what writes the copy, and tells a fault of that from one of reading.
    private static func writing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            guard let why = error.reasonOfTheTarget else { throw error }
            throw NotWritten(why: why)
        }
    }

    /// SQLite's own check, of every page, index and reference.
    private static func check(_ db: Database, path: String) throws {
        let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        guard faults == ["ok"] else {
            throw StoreCopyFault.damaged(path: path, why: faults.joined(separator: "; "))
        }
        guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
            throw StoreCopyFault.damaged(path: path, why: "a row refers to one that is not there")
        }
    }

    /// How many rows each table has.
    private static func counts(_ db: Database) throws -> [String: Int] {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        let counts = try tables.map { table in
            let name = table.replacing("\"", with: "\"\"")
            return (table, try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(name)\"") ?? 0)
        }
        return Dictionary(counts) { first, _ in first }
    }

    private static func contents(_ db: Database, path: String) throws -> StoreContents {
        func count(_ rest: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rest)") ?? 0 }
        let last = try Int64.fetchOne(db, sql: "SELECT max(at) FROM import WHERE refusal IS NULL")
        return StoreContents(
            imports: try count("import WHERE refusal IS NULL"),
            series: try count("series"),
            values: try count("observation") + count("revisedObservation"),
            episodes: try count("episode"),
            openEpisodes: try count("episode WHERE closedAt IS NULL"),
            lastEvent: try Int.fetchOne(db, sql: "SELECT max(seq) FROM event") ?? 0,
            messages: try count("message"),
            waiting: try count("message WHERE folder = 'new'"),
            lastImportAt: last.map { Instant(milliseconds: $0) },
            bytes: try OpenFile.open(path).status().size
        )
    }
}

extension DatabaseError {
    /// What is in the way of writing; `nil` where it is reading that failed.
    fileprivate var reasonOfTheTarget: String? {
        switch extendedResultCode {
        case .SQLITE_FULL: "there is no room for it on the disk"
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_DIR_FSYNC:
            "writing failed (SQLite error \(extendedResultCode.rawValue))"
        default: resultCode.primaryResultCode == .SQLITE_READONLY ? "nothing may be written there" : nil
        }
    }
}

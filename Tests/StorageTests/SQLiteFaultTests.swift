import Alerting
import Feeds
import Foundation
import GRDB
import Indicators
import Synchronization
import Testing

@testable import Storage

@Suite("SQLite: when things go wrong")
struct SQLiteFaultTests {
    private func integrity(of path: String) throws -> String? {
        try DatabaseQueue(path: path).read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") }
    }

    @Test func `a full disk is told, and what was there stays`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.take(header("a"), [row("112")])
            try await store.queue.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 2)")
            }
            let many = try (1900..<2200).map {
                try row("1", $0, of: lonely, source: String(repeating: "x", count: 200))
            }
            let fault = await #expect(throws: StoreError.self) { try await store.take(header("b"), many) }
            guard case .passing = fault else {
                Issue.record("\(String(describing: fault)) instead of one that may pass")
                return
            }
            #expect(try await store.allSeries() == [wmo])
            #expect(try await store.acceptedImport(hash: "b") == nil)
            #expect(try integrity(of: path) == "ok")
        }
    }

    @Test func `a store that another program keeps locked is no fault of anybody's`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.queue.writeWithoutTransaction { db in
                _ = try Int.fetchOne(db, sql: "PRAGMA busy_timeout = 1")
            }
            var unsafe = Configuration()
            unsafe.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: unsafe)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
            let fault = await #expect(throws: StoreError.self) { try await store.take(header("a"), [row("1")]) }
            guard case .passing = fault else {
                Issue.record("\(String(describing: fault)) instead of one that may pass")
                return
            }
            try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            try await store.take(header("a"), [row("1")])
            #expect(try await store.allSeries() == [wmo])
        }
    }

    @Test(arguments: [SQLiteStore.Access.writing, .reading])
    func `a store that was cut to nothing is never taken for a new one`(_ access: SQLiteStore.Access) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await SQLiteStore(path: path, access: .writing).take(header("a"), [row("1")])
            try Data().write(to: URL(fileURLWithPath: path))
            let fault = #expect(throws: StoreError.self) { try SQLiteStore(path: path, access: access) }
            guard case .unreadable(path, _) = fault else {
                Issue.record("\(String(describing: fault)) instead of its name")
                return
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
        }
    }

    @Test func `an empty file that a first start left behind becomes a store`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            for name in [path, path + ".lock"] { try Data().write(to: URL(fileURLWithPath: name)) }
            try await SQLiteStore(path: path, access: .writing).take(header("a"), [row("1")])
        }
    }

    /// The database and its log as they lie on disk in the middle of an import are what a crash leaves behind.
    @Test func `what a crash in the middle of an import leaves behind is the state before it`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let crashed = folder.appending(path: "crashed.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.take(header("a"), [row("112")])
            try await store.commit(change(.opened, episode()), to: ["raad"])

            let count = Mutex(0)
            // More than the page cache holds, so that a part of it has been written to the log.
            _ = try await store.record(
                import: header("b"),
                rows: {
                    let number = count.withLock { count in
                        count += 1
                        return count
                    }
                    if number == 100_000 {
                        for ending in ["", "-wal"] {
                            try FileManager.default.copyItem(atPath: path + ending, toPath: crashed + ending)
                        }
                    }
                    guard number <= 100_000 else { return nil }
                    let series = SeriesKey(indicator: IndicatorID("i\(number / 250)"), area: "GM0303")
                    return try row("\(number)", 1900 + number % 250, of: series, line: number)
                },
                dependants: { _ in [] }
            )
            let log = try FileManager.default.attributesOfItem(atPath: crashed + "-wal")[.size] as? Int
            #expect(try #require(log) > 1_000_000)

            #expect(try integrity(of: crashed) == "ok")
            let survivor = try SQLiteStore(path: crashed, access: .writing)
            #expect(try await survivor.allSeries() == [wmo])
            #expect(try await survivor.acceptedImport(hash: "b") == nil)
            #expect(try await survivor.openEpisodes() == [episode()])
            #expect(try await survivor.waitingNotices(of: "raad").count == 1)
        }
    }

    @Test func `after a failed write nothing more is written`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.take(header("a"), [row("112")])
            let failure: @Sendable () throws -> RowOutcome? = { throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC) }
            for _ in 1...2 {
                // The second time the store answers by itself, whatever the rows say.
                let fault = await #expect(throws: StoreError.self) {
                    try await store.record(import: header("b"), rows: failure, dependants: { _ in [] })
                }
                #expect(fault == .inputOutput("SQLite error 1034: disk I/O error"))
            }
            await #expect(throws: StoreError.inputOutput("SQLite error 1034: disk I/O error")) {
                try await store.take(header("c"), [row("113")])
            }
            #expect(try await store.allSeries() == [wmo])
        }
    }

    @Test func `no error names a value`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            try await store.commit(change(.opened, episode()), to: ["raad"])
            try await store.queue.write { db in
                try db.execute(sql: "UPDATE episode SET facts = 'secret', rule = 'secret'")
            }
            let reading = await #expect(throws: StoreError.self) { try await store.openEpisodes() }
            let twice = await #expect(throws: StoreError.self) {
                try await store.write { db in
                    let sql = "INSERT INTO definition (indicator, fingerprint, adoptedAt) VALUES (?, 'secret', 1)"
                    for _ in 1...2 { try db.run(sql, ["secret"]) }
                }
            }
            for error in [reading, twice] { #expect(!String(describing: error).contains("secret")) }
            #expect(twice == .failed("SQLite error 1555: UNIQUE constraint failed: definition.indicator"))
        }
    }
}

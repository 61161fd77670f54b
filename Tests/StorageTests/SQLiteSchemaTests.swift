import Alerting
import Foundation
import GRDB
import Indicators
import Testing

@testable import Storage

@Suite("SQLite: stores of earlier versions")
struct SQLiteSchemaTests {
    /// A store as version 1 left it.
    private func makeVersion1(_ path: String, rows: String = "") throws {
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = 1348823404;")
            try db.execute(sql: GoldenSchema.version1 + rows)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('1')")
        }
        try queue.close()
    }

    private func schema(of store: SQLiteStore) throws -> Set<String> {
        try store.queue.read { db in
            Set(
                try String.fetchAll(
                    db,
                    sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'grdb_migrations'"
                )
            )
        }
    }

    @Test func `an older store and a new one come out the same`() async throws {
        try await withTemporaryFolder { folder in
            let old = folder.appending(path: "old.sqlite").path
            try makeVersion1(old)
            let upgraded = try SQLiteStore(path: old, access: .writing)
            let fresh = try SQLiteStore(path: folder.appending(path: "new.sqlite").path, access: .writing)
            #expect(try schema(of: upgraded) == schema(of: fresh))
        }
    }

    @Test(arguments: [SQLiteStore.Access.writing, .reading])
    func `everything in a store of version 1 is still read`(_ access: SQLiteStore.Access) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try makeVersion1(path, rows: GoldenSchema.rows1)
            let store = try SQLiteStore(path: path, access: access)
            let revisions = try await store.revisions(of: wmo, period: year(2024))
            #expect(revisions.map(\.observation.status) == [.provisional, .definitive])
            #expect(revisions.map(\.importHash) == ["a", "b"])
            let latest = try #require(try await store.history(of: wmo).latest?.observation)
            #expect(latest.value.description == "107.5" && latest.sampleSize == 1204 && latest.note == "noot")
            #expect(latest.interval == ValueRange(minimum: try decimal("100.0"), maximum: try decimal("12")))
            #expect(latest.referenceDate == CalendarDate(dayNumber: 20_000))
            #expect(try await store.keysToJudge() == [wmo])
            #expect(try await store.openEpisodes() == [episode()])
            #expect(try await store.waitingNotices(of: "raad") == [notice(change(.opened, episode()))])
            #expect(try await store.untoldFailures(for: "raad").map(\.reply) == ["550 no"])
            #expect(try await store.messagesToPlace(limit: 9).map(\.lies) == [.new])
        }
    }

    @Test func `a reader leaves the renewal of an older store to the daemon`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try makeVersion1(path)
            try await DatabaseQueue(path: path).write { db in try db.execute(sql: "DELETE FROM grdb_migrations") }
            let why = "it is of an earlier version, which the daemon renews at its start"
            #expect(throws: StoreError.notAStore(path: path, why: why)) {
                try SQLiteStore(path: path, access: .reading)
            }
        }
    }
}

import AlertSamples
import Alerting
import Assessment
import Foundation
import GRDB
import Indicators
import Testing

@testable import Storage

@Suite("SQLite: two alerts of one late milestone")
struct LateMilestoneStoreTests {
    private func open(_ rule: RuleName, of series: SeriesKey) -> Transition {
        change(.opened, episode(of: series, rule: rule, facts: facts().overdue("2025")))
    }

    @Test func `an earlier store with both is judged again, and no other series`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            var store: SQLiteStore? = try SQLiteStore(path: path, access: .writing)
            for transition in [open(.overdue, of: shelter), open(.milestone, of: shelter), open(.overdue, of: wmo)] {
                try await store?.commit(transition)
            }
            #expect(try await store?.keysToJudge() == [])
            try await store?.queue.write { db in
                try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '9'")
            }
            store = nil
            let renewed = try SQLiteStore(path: path, access: .writing)
            #expect(try await renewed.keysToJudge() == [shelter])
            #expect(try await renewed.openEpisodes().count == 3)
        }
    }
}

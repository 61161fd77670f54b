import Alerting
import Assessment
import Foundation
import Indicators
import Telling
import Testing

@testable import Storage

@Suite("SQLite: a store that version 2 of the program made")
struct KeptStoreTests {
    private func withStore(_ body: (SQLiteStore) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try await body(SQLiteStore(path: KeptVersion2.store(in: folder), access: .writing))
        }
    }

    @Test func `gives every event the line that version 2 logged of it`() async throws {
        try await withStore { store in
            let lines = try await store.events(after: 0, limit: 1000).map { AlertLogLine.json($0, by: .exact, in: .nl) }
            let kept = try KeptVersion2.log().map {
                $0.replacing("\"event\":\"reminded\"", with: "\"event\":\"released\"")
            }
            #expect(lines.count == kept.count)
            for (line, old) in zip(lines, kept) { #expect(line == old) }
        }
    }

    @Test func `tells of a part that it called reminded as released`() async throws {
        try await withStore { store in
            let reminded = try KeptVersion2.log().filter { $0.contains("\"event\":\"reminded\"") }
            let released = try await store.events(after: 0, limit: 1000).filter { $0.kind == .released }
            #expect(reminded.count == 1 && released.map(\.seq) == [25])
        }
    }

    @Test func `has its episodes open and closed as they were`() async throws {
        try await withStore { store in
            let episodes = try await store.allEpisodes(limit: 1000)
            let events = try await store.events(after: 0, limit: 1000)
            #expect(episodes.count == 22)
            #expect(
                Set(episodes.filter { $0.closedAt != nil }.map(\.id))
                    == Set(events.filter(\.kind.closes).map(\.episode))
            )
            #expect(try await store.openEpisodes().count == episodes.count { $0.closedAt == nil })
            #expect(Set(episodes.map(\.alert.rule.rawValue)) == ["target", "milestone", "budget", "overdue", "ending"])
        }
    }

    @Test func `has nothing urgent left to tell`() async throws {
        try await withStore { store in
            #expect(try await store.waitingUrgentNotices() == [])
            let waiting = try await store.waitingNotices(of: "wethouder")
            #expect(!waiting.contains { $0.isUrgent })
        }
    }
}

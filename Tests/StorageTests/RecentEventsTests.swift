import Alerting
import Assessment
import Foundation
import Indicators
import Synchronization
import Testing

@testable import Storage

@Suite("SQLite: the events that were committed last")
struct RecentEventsTests {
    /// Changes of several kinds, with what people did and what a writer wrote.
    private var changes: [Transition] {
        let note = HandlingNote(.acknowledged(until: .resolved), by: "Jansen", why: "\"e\u{301}\n€/\\")
        var answered = episode(of: lonely)
        answered.facts.about.title = "Eenzaamheid é / \"65+\""
        return [
            change(.opened, episode()), change(.opened, answered), change(.worsened, episode()),
            Transition(kind: .acknowledged, episode: episode(), at: start, note: note), change(.resolved, answered),
        ]
    }

    @Test func `are those that are read back from the store, and are handed over once`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            for transition in changes { try await store.commit(transition, to: ["raad"]) }
            var decisions = Decisions()
            decisions.transitions = [
                change(.opened, episode(of: mean)), change(.opened, episode(2, of: lonely)),
                change(.resolved, episode()),
            ]
            try await store.commit(decisions: decisions)
            let last = changes.count
            let held = store.recentEvents.withLock { $0 }
            let handed = try #require(store.recentEvents.withLock { $0.take(after: last, limit: 500) })
            #expect(handed.map(\.seq) == [last + 1, last + 2, last + 3])
            #expect(store.recentEvents.withLock { $0.take(after: last, limit: 500) } == nil)
            // Nothing is at hand any more: these are read.
            #expect(try await store.events(after: last, limit: 500) == handed)
            // In parts they are the same.
            store.recentEvents.withLock { $0 = held }
            let parts = [last, last + 1, last + 2].map { seq in
                store.recentEvents.withLock { $0.take(after: seq, limit: 1) } ?? []
            }
            #expect(parts.flatMap(\.self) == handed)
        }
    }

    @Test func `of each kind of change are those that are read back`() async throws {
        for transition in changes.indices {
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "store.sqlite").path
                let store = try SQLiteStore(path: path, access: .writing)
                for change in changes[...transition] { try await store.commit(change) }
                let handed = try #require(store.recentEvents.withLock { $0.take(after: transition, limit: 500) })
                let other = try SQLiteStore(path: path, access: .reading)
                #expect(try await other.events(after: transition, limit: 500) == handed)
            }
        }
    }
}

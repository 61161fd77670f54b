import AlertSamples
import Alerting
import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@testable import Daemon

@Suite("What is read to see whether handling is due")
struct HandlingRoundTests {
    private static let escalating = """
          - id: beleid
            who: beleid@dronten.example
            about: all
            when: {digest: {at: ["07:00"], days: daily}}
            escalate: {to: directeur@dronten.example, after: 14 days}
        """

    /// A store with so many open alerts, of which the reader was told.
    private func told(_ count: Int, _ active: ActiveConfiguration) async throws -> WatchedStore {
        let store = WatchedStore()
        let start = try Watched.moment("2027-02-01T12:00:00Z")
        _ = try await DigestRound(store: store, active: active).run(at: start)
        try await store.memory.adopt(expected: active.expectedSeries, at: start)
        try await store.memory.take(
            (1...count).map { (Watched.key(IndicatorID("i\($0)")), "90") },
            by: active,
            at: start
        )
        _ = try await Judge(store: store, active: active).run(at: start, progress: {})
        let later = start.adding(seconds: 60)
        try await store.memory.take(
            (1...count).map { (Watched.key(IndicatorID("i\($0)")), "150") },
            by: active,
            at: later
        )
        _ = try await Judge(store: store, active: active).run(at: later, progress: {})
        #expect(try await store.memory.openEpisodes(progress: {}).count == count)
        let slot = try Watched.moment("2027-02-02T06:00:00Z")
        #expect(try await DigestRound(store: store, active: active).run(at: slot) == 1)
        return store
    }

    private func values(_ value: String, _ count: Int) -> [(SeriesKey, String)] {
        (1...count).map { (Watched.key(IndicatorID("i\($0)")), value) }
    }

    private func active(_ count: Int) throws -> ActiveConfiguration {
        let indicators = (1...count).map { Watched.yearly("i\($0)") }.joined(separator: "\n")
        return try Watched.active(indicators, subscriptions: Self.escalating)
    }

    @Test func `after judging one series, its alert is read and no other`() async throws {
        let active = try active(40)
        let store = try await told(40, active)
        let round = HandlingRound(store: store, active: active)
        let day = try Watched.moment("2027-02-03T12:00:00Z")
        let due = try Watched.moment("2027-02-16T06:00:00Z")
        let next = try await round.run(at: day).next
        #expect(next == due)
        try await store.memory.take([(Watched.key("i7"), "151")], by: active, at: day)
        let judged = try await Judge(store: store, active: active).run(at: day, progress: {})
        #expect(judged.judged == 1)
        store.state.withLock { $0.episodesGiven = 0 }
        let look = try await round.look(at: judged, day)
        #expect(!look.mayBeDue && look.next == due)
        #expect(store.state.withLock(\.episodesGiven) == 1)
    }

    @Test func `what has come due is seen by it, and told by the round`() async throws {
        let active = try active(3)
        let store = try await told(3, active)
        let round = HandlingRound(store: store, active: active)
        let due = try Watched.moment("2027-02-16T06:00:01Z")
        try await store.memory.take([(Watched.key("i2"), "151")], by: active, at: due)
        let judged = try await Judge(store: store, active: active).run(at: due, progress: {})
        #expect(try await round.look(at: judged, due).mayBeDue)
        #expect(try await round.run(at: due).transitions.count == 3)
    }
}

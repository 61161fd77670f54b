import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import StoreSupport
import Testing

@testable import Daemon
@testable import Mailing

@Suite("A clock that leaps")
struct ClockLeapTests {
    private static let indicators = Watched.yearly("wmo")
    private let wmo = Watched.key("wmo")

    @Test func `a leap is seen by the time that has really passed`() throws {
        var watch = ClockWatch()
        let start = Instant(seconds: 1_801_000_000)
        #expect(watch.leap(shown: start, sinceBoot: 5_000) == nil)
        #expect(watch.leap(shown: start.adding(seconds: 86_400), sinceBoot: 86_405_000) == nil)
        #expect(watch.leap(shown: start.adding(seconds: 86_699), sinceBoot: 86_405_000) == nil)
        #expect(watch.leap(shown: start.adding(seconds: 150_000_000), sinceBoot: 86_406_000) == 149_913_300)
        #expect(watch.leap(shown: start.adding(seconds: 86_402), sinceBoot: 86_407_000) == -149_913_599)
        #expect(watch.leap(shown: start.adding(seconds: 86_403), sinceBoot: 86_408_000) == nil)
    }

    /// A store that was judged in 2026, then as of 2031.
    private func leapt(_ active: ActiveConfiguration) async throws -> InMemoryStore {
        let store = InMemoryStore()
        let before = try Watched.moment("2027-02-01T12:00:00Z")
        _ = try await DigestRound(store: store, active: active).run(at: before)
        try await store.adopt(expected: active.expectedSeries, at: before)
        try await store.take([(wmo, "90")], by: active, at: before)
        #expect(try await store.judge(by: active, at: before).told == [])
        let ahead = try Watched.moment("2031-02-01T12:00:00Z")
        #expect(try await store.judge(by: active, at: ahead).told == ["opened overdue:wmo/GM0303"])
        #expect(try await DigestRound(store: store, active: active).run(at: ahead) == 1)
        return store
    }

    @Test func `what it opened has never been, and who was told of it hears so in the next digest`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = try await leapt(active)
        let back = try Watched.moment("2027-02-02T05:00:00Z")
        #expect(try await store.judge(by: active, at: back).told == ["corrected overdue:wmo/GM0303"])
        #expect(try await store.judge(by: active, at: back) == Judge.Summary())
        let episode = try #require(try await store.episodes(after: nil, limit: 1).episodes.first)
        #expect(episode.openedAt == back && episode.closedAt == back && episode.facts.reason == .clockWasWrong)
        #expect(try await DigestRound(store: store, active: active).run(at: back) == 0)
        #expect(try await store.lastSlot(of: "beleid")?.description == "2027-02-01T07:00")
        let slot = try Watched.moment("2027-02-02T06:00:00Z")
        #expect(try await DigestRound(store: store, active: active).run(at: slot) == 1)
        let mail = try #require(try await store.mails().last)
        #expect(mail.contains("Subject: [Vervallen]") && mail.contains("klok"))
        // The year that is really awaited comes due on its day.
        let due = try Watched.moment("2028-12-31T12:00:00Z")
        #expect(try await store.judge(by: active, at: due).told == ["opened overdue:wmo/GM0303"])
    }

    @Test func `who was not told of it hears nothing`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = try await leapt(active)
        let more = try Watched.active(
            Self.indicators,
            subscriptions: "\(Watched.beleid)\n\(Watched.wethouder)"
        )
        try await store.judge(by: more, at: Watched.moment("2027-02-02T05:00:00Z"))
        #expect(try await store.waitingNotices(of: "beleid").map(\.kind) == [.corrected])
        #expect(try await store.waitingNotices(of: "wethouder").isEmpty)
    }

    @Test func `what is true all the same stays, since now`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = InMemoryStore()
        let (ahead, back) = (Instant(seconds: 1_930_000_000), Instant(seconds: 1_801_000_000))
        try await store.adopt(expected: active.expectedSeries, at: ahead)
        try await store.take([(wmo, "150")], by: active, at: ahead)
        try await store.judge(by: active, at: ahead)
        try await store.judge(by: active, at: back)
        let open = try await store.openEpisodes().filter { $0.alert.rule == .target }
        #expect(open.map(\.openedAt) == [back])
    }

    @Test func `no attempt is planned further ahead than is believed`() throws {
        let policy = RetryPolicy(lifetime: 432_000)
        let now = Instant(seconds: 1_801_000_000)
        let failure = DeliveryFailure(.connectionFailed, at: .connect)
        for outcome in [DeliveryOutcome.temporary(failure), .relayFault(failure)] {
            for attempt in 1...20 {
                guard case .retry(let next) = policy.decision(after: outcome, attempt: attempt, since: now, at: now)
                else {
                    Issue.record("given up at once")
                    continue
                }
                #expect(next <= now.adding(seconds: ClaimedMessage.longestDelay))
            }
        }
    }
}

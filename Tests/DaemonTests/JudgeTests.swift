import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@testable import Daemon

@Suite("Judging what has to be judged")
struct JudgeTests {
    private let now = Instant(seconds: 1_801_000_000)
    private let wmo = Watched.key("wmo")

    @Test func `an alert is opened, refreshed and resolved, and each series is judged once`() async throws {
        let store = WatchedStore()
        let active = try Watched.active(Watched.yearly("wmo"))
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(wmo, "120")], by: active, at: now)
        let opened = try await store.judge(by: active, at: now)
        #expect(opened.judged == 1 && opened.told == ["opened target:wmo/GM0303"])
        #expect(try await store.judge(by: active, at: now) == Judge.Summary())
        try await store.memory.take([(wmo, "121")], by: active, at: now)
        #expect(try await store.judge(by: active, at: now).told == [])
        #expect(try await store.openEpisodes().first?.facts.value?.amount.description == "121")
        try await store.memory.take([(wmo, "90")], by: active, of: 2027, at: now)
        #expect(try await store.judge(by: active, at: now).told == ["resolved target:wmo/GM0303"])
    }

    @Test func `a decision on facts that another has changed is taken again, and nothing is decided twice`()
        async throws
    {
        let store = WatchedStore()
        let active = try Watched.active(Watched.yearly("wmo"))
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(wmo, "120")], by: active, at: now)
        let now = now
        store.state.withLock { state in
            state.beforeCommit = { [memory = store.memory] in
                _ = try await Judge(store: memory, active: active).run(at: now) {}
            }
        }
        let summary = try await Judge(store: store, active: active).run(at: now) {}
        #expect(summary == Judge.Summary())
        #expect(try await store.memory.events(after: 0, limit: 9).count == 1)
        #expect(try await store.waitingNotices(of: "wethouder").count == 1)
    }

    @Test(arguments: [(5, true), (6, false)])
    func `a store that calls everything stale is given up in the end`(times: Int, isJudged: Bool) async throws {
        let store = WatchedStore()
        let active = try Watched.active(Watched.yearly("wmo"))
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(wmo, "120")], by: active, at: now)
        store.state.withLock { $0.staleCommits = times }
        if isJudged {
            #expect(try await store.judge(by: active, at: now).told == ["opened target:wmo/GM0303"])
        } else {
            await #expect(throws: StoreError.stale) { try await store.judge(by: active, at: now) }
        }
        #expect(store.state.withLock { $0.commits } == 6)
    }

    @Test func `many series are judged batch by batch, with a sign of life after each`() async throws {
        let store = WatchedStore()
        let active = try Watched.active((1...5).map { Watched.yearly("i\($0)") }.joined(separator: "\n"))
        try await store.adopt(expected: active.expectedSeries, at: now)
        let values = (1...5).map { (Watched.key(IndicatorID("i\($0)")), "120") }
        try await store.memory.take(values, by: active, at: now)
        store.state.withLock { $0.batch = 2 }
        let signs = Mutex(0)
        let summary = try await Judge(store: store, active: active).run(at: now) { signs.withLock { $0 += 1 } }
        #expect(summary.judged == 5 && signs.withLock { $0 } == 3)
        #expect(summary.told == (1...5).map { "opened target:i\($0)/GM0303" })
        #expect(try await store.memory.events(after: 0, limit: 9).map(\.seq) == [1, 2, 3, 4, 5])
    }

    @Test func `what the configuration no longer has is withdrawn, with the facts it had`() async throws {
        let store = WatchedStore()
        let both = try Watched.active("\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))")
        try await store.adopt(expected: both.expectedSeries, at: now)
        try await store.memory.take([(wmo, "120"), (Watched.key("jeugd"), "130")], by: both, at: now)
        try await store.judge(by: both, at: now)
        let one = try Watched.active(Watched.yearly("jeugd"))
        #expect(try await store.judge(by: one, at: now).told == ["target-changed target:wmo/GM0303"])
        let facts = try #require(try await store.memory.events(after: 2, limit: 9).first?.facts)
        #expect(facts.reason == .withdrawn && facts.value?.amount.description == "120")
        #expect(facts.evidence.reason == .targetMissed)
        #expect(try await store.judge(by: one, at: now) == Judge.Summary())
    }

    @Test func `what is edited before its first judgement comes under watch by what holds then`() async throws {
        let store = WatchedStore()
        let before = try Watched.active(Watched.yearly("wmo"))
        try await store.adopt(expected: before.expectedSeries, at: now)
        try await store.memory.take([(wmo, "120")], by: before, at: now)
        let active = try Watched.active(Watched.yearly("wmo", "targets: {2026: \"<90\"}"))
        try await store.adopt(expected: active.expectedSeries, at: now)
        let judge = Judge(store: store, active: active)
        #expect(try await judge.runEdits(at: now).told.isEmpty)
        let summary = try await judge.run(at: now) {}
        #expect(summary.told == ["opened target:wmo/GM0303"] && summary.urgent.isEmpty)
        #expect(summary.transitions.map(\.isOpeningState) == [true])
        #expect(try await store.waitingNotices(of: "wethouder", progress: {}).map(\.isOpeningState) == [true])
        // Judged once, it is under watch.
        #expect(try await judge.run(at: now) {} == Judge.Summary())
        #expect(try await store.openingIndicators().isEmpty)
    }

    @Test func `a rule that no longer judges says itself how its alert ends, where it can`() async throws {
        let store = WatchedStore()
        let ends = "budget: costs, targets: {2026: \"100\"}, ends: 2027-03-31, warn: 90 days"
        let with = try Watched.active(Watched.yearly("geld", ends).replacing("aantal", with: "€"))
        try await store.judge(by: with, at: now)
        #expect(try await store.openEpisodes().map(\.alert.rule) == [.ending])
        let line = Watched.yearly("geld", "budget: costs, targets: {2026: \"100\"}")
        let without = try Watched.active(line.replacing("aantal", with: "€"))
        #expect(try await store.judge(by: without, at: now).told == ["target-changed ending:geld/GM0303"])
        let facts = try #require(try await store.memory.events(after: 1, limit: 9).first?.facts)
        #expect(facts.evidence.reason == .goesOn && facts.lapse == .edited)
    }

    @Test func `the end of a whole releases its part within the same decision`() async throws {
        let store = WatchedStore()
        let active = try Watched.active(Watched.yearly("wmo"))
        let part = Watched.key("wmo", "65+")
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(wmo, "150"), (part, "150")], by: active, at: now)
        try await store.judge(by: active, at: now)
        #expect(try await store.waitingNotices(of: "wethouder").map(\.episode.alert.series) == [wmo])
        try await store.memory.take([(wmo, "90")], by: active, at: now)
        let told = try await store.judge(by: active, at: now).told
        #expect(told == ["corrected target:wmo/GM0303", "released target:wmo/GM0303/leeftijd=65+"])
        let notices = try await store.waitingNotices(of: "wethouder")
        #expect(notices.map(\.kind) == [.opened, .corrected, .released])
    }

    @Test func `only what is part of something, or speaks for something, is asked of the store for routing`()
        async throws
    {
        let store = WatchedStore()
        let active = try Watched.active("\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))")
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(wmo, "150")], by: active, at: now)
        try await store.judge(by: active, at: now)
        #expect(!store.state.withLock { $0.episodesAsked }.contains(Watched.key("jeugd", "65+")))
        #expect(Set(store.state.withLock { $0.historiesAsked }) == [wmo, Watched.key("jeugd")])
    }
}

import Alerting
import Daemon
import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@Suite("What is told at once")
struct UrgentRoundTests {
    private let now = Instant(seconds: 1_801_000_000)
    private let later = Instant(seconds: 1_801_000_900)
    private static let indicators = "\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))"
    private static let both =
        "\(Watched.wethouder)\n\(Watched.wethouder.replacing("wethouder", with: "griffie"))\n\(Watched.beleid)"

    /// A store in which an alert of each of these has just been opened.
    private func judged(
        _ active: ActiveConfiguration,
        _ indicators: [String] = ["wmo", "jeugd"]
    ) async throws -> WatchedStore {
        let store = WatchedStore()
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take(indicators.map { (Watched.key(IndicatorID($0)), "150") }, by: active, at: now)
        try await store.judge(by: active, at: now)
        return store
    }

    @Test func `each subscription that asks for it gets one mail about all of it`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Self.both)
        let store = try await judged(active)
        #expect(try await UrgentRound(store: store, active: active).run(at: now) == 2)
        let mails = try await store.memory.mails()
        #expect(mails.count == 2)
        for (mail, name) in zip(mails, ["wethouder", "griffie"]) {
            #expect(mail.contains("To: \(name)@dronten.example"))
            #expect(mail.contains("Titel wmo") && mail.contains("Titel jeugd"))
        }
        #expect(try await UrgentRound(store: store, active: active).run(at: now) == 0)
        #expect(try await store.memory.mails().count == 2)
    }

    @Test func `what a sudden end kept from being mailed is mailed once by the next round, as the same message`()
        async throws
    {
        let active = try Watched.active(Self.indicators)
        let store = try await judged(active)
        store.state.withLock { $0.losesMails = true }
        await #expect(throws: StoreError.inputOutput("the disk is gone")) {
            try await UrgentRound(store: store, active: active).run(at: now)
        }
        #expect(try await store.memory.mails().isEmpty)
        store.state.withLock { $0.losesMails = false }
        #expect(try await UrgentRound(store: store, active: active).run(at: later) == 1)
        #expect(try await UrgentRound(store: store, active: active).run(at: later) == 0)
        let composed = store.state.withLock { $0.urgent }
        #expect(composed.count == 2 && Set(composed.map(\.key)).count == 1)
        #expect(Set(composed.map(\.messageID)).count == 1)
        #expect(try await store.memory.mails().count == 1)
    }

    @Test func `what happened meanwhile goes with it, as another message`() async throws {
        let active = try Watched.active(Self.indicators)
        let store = try await judged(active, ["wmo"])
        store.state.withLock { $0.losesMails = true }
        await #expect(throws: StoreError.self) { try await UrgentRound(store: store, active: active).run(at: now) }
        store.state.withLock { $0.losesMails = false }
        try await store.memory.take([(Watched.key("jeugd"), "150")], by: active, at: later)
        #expect(try await store.judge(by: active, at: later).told == ["opened target:jeugd/GM0303"])
        #expect(try await UrgentRound(store: store, active: active).run(at: later) == 1)
        let mails = try await store.memory.mails()
        #expect(mails.count == 1 && mails[0].contains("Titel wmo") && mails[0].contains("Titel jeugd"))
        #expect(Set(store.state.withLock { $0.urgent }.map(\.key)).count == 2)
    }

    @Test func `who is no longer subscribed gets nothing, and keeps nobody else waiting`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Self.both)
        let store = try await judged(active)
        let one = try Watched.active(Self.indicators)
        #expect(try await UrgentRound(store: store, active: one).run(at: now) == 1)
        #expect(try await UrgentRound(store: store, active: one).run(at: now) == 0)
        #expect(try await store.memory.mails().count == 1)
    }

    @Test func `its subject has the light of the worst that is open, and the news its own`() async throws {
        let active = try Watched.active(
            Self.indicators,
            subscriptions: Watched.wethouder.replacing("at_once: critical", with: "at_once: warning")
        )
        let store = try await judged(active, ["wmo"])
        #expect(try await UrgentRound(store: store, active: active).run(at: now) == 1)
        try await store.memory.take([(Watched.key("jeugd"), "101")], by: active, at: later)
        try await store.judge(by: active, at: later)
        #expect(try await UrgentRound(store: store, active: active).run(at: later) == 1)
        let mail = try #require(try await store.memory.mails().last)
        #expect(mail.contains("Subject: [Nog 1 rood] Oranje: Titel jeugd 101 (streef <100)\r\n"))
        #expect(mail.inOneLine.contains("Nog open: 1 melding, waarvan 1 rood."))
        // What was told before is not told again.
        #expect(!mail.contains("Titel wmo"))
    }

    @Test func `whoever gets nothing but urgent mails has only those counted as open that it is told of`() async throws
    {
        let urgent = "  - {id: piket, who: piket@dronten.example, about: all, when: {at_once: critical}}"
        let active = try Watched.active(Self.indicators, subscriptions: urgent)
        let store = WatchedStore()
        try await store.adopt(expected: active.expectedSeries, at: now)
        // Amber, which is told to nobody, and red.
        try await store.memory.take([(Watched.key("jeugd"), "101"), (Watched.key("wmo"), "150")], by: active, at: now)
        try await store.judge(by: active, at: now)
        #expect(try await UrgentRound(store: store, active: active).run(at: now) == 1)
        try await store.memory.take([(Watched.key("wmo"), "90")], by: active, of: 2027, at: later)
        try await store.judge(by: active, at: later)
        let ends = try await store.waitingUrgentNotices()
        if !ends.isEmpty {
            #expect(try await UrgentRound(store: store, active: active).run(at: later) == 1)
            #expect(try await store.memory.mails().allSatisfy { !$0.inOneLine.contains("Nog open") })
        }
    }

    @Test func `without a digest an edit is told in the first mail after it, never at once`() async throws {
        let urgent = "  - {id: piket, who: piket@dronten.example, about: all, when: {at_once: critical}}"
        let before = try Watched.active(Self.indicators, subscriptions: urgent)
        let store = WatchedStore()
        try await store.adopt(expected: before.expectedSeries, at: now)
        try await store.memory.take([(Watched.key("wmo"), "150")], by: before, at: now)
        try await store.judge(by: before, at: now)
        #expect(try await UrgentRound(store: store, active: before).run(at: now) == 1)
        let edited = Self.indicators.replacing("Titel wmo", with: "Titel wmo").replacing("<100", with: "<120")
        let after = try Watched.active(edited, subscriptions: urgent)
        try await store.judge(by: after, at: later)
        #expect(try await UrgentRound(store: store, active: after).run(at: later) == 0)
        try await store.memory.take([(Watched.key("jeugd"), "150")], by: after, at: later)
        try await store.judge(by: after, at: later)
        #expect(try await UrgentRound(store: store, active: after).run(at: later) == 1)
        let mail = try #require(try await store.memory.mails().last).inOneLine
        #expect(mail.contains("streefwaarde gewijzigd van < 100 naar < 120"))
        #expect(mail.contains("Een wijziging in de instellingen leest u in de eerste mail daarna."))
    }

    @Test func `without anything urgent there is no mail`() async throws {
        let active = try Watched.active(Self.indicators, subscriptions: Watched.beleid)
        let store = try await judged(active)
        #expect(try await UrgentRound(store: store, active: active).run(at: now) == 0)
    }
}

import Alerting
import Daemon
import Indicators
import Storage
import StoreSupport
import Synchronization
import Testing

@Suite("What is told once where watching begins")
struct OpeningRoundTests {
    private let now = Instant(seconds: 1_801_000_000)
    private let later = Instant(seconds: 1_801_000_900)
    private static let two = "\(Watched.yearly("wmo"))\n\(Watched.yearly("jeugd"))"

    /// A subscription to the one package there is, by this name and at this address.
    private static func subscription(_ id: String, at address: String) -> String {
        """
          - id: \(id)
            who: \(address)@dronten.example
            about: all
            when: {digest: {at: ["07:00"], days: daily}}
        """
    }

    private static let withCouncil = "\(Watched.beleid)\n\(subscription("raad", at: "raad"))"

    /// A store that has judged its first values, of which the mails have not been made.
    private func judged(
        _ active: ActiveConfiguration,
        _ values: [(SeriesKey, String)],
        _ store: WatchedStore = WatchedStore()
    ) async throws -> WatchedStore {
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take(values, by: active, at: now)
        _ = try await Judge(store: store, active: active).run(at: now) {}
        return store
    }

    private func run(_ store: WatchedStore, _ active: ActiveConfiguration, at moment: Instant) async throws -> Int {
        try await OpeningRound(store: store, active: active).run(at: moment)
    }

    @Test func `after a sudden end behind the judging its totals are of all indicators`() async throws {
        let active = try Watched.active(Self.two)
        let store = try await judged(active, [(Watched.key("wmo"), "150"), (Watched.key("jeugd"), "50")])
        #expect(try await run(store, active, at: now) == 1)
        let mail = try #require(try await store.memory.mails().first)
        #expect(mail.contains("Subject: Peilwacht kijkt mee: 2 indicatoren, 1 rood\r\n"))
        #expect(try await run(store, active, at: later) == 0)
    }

    @Test func `after a sudden end in the middle of the judging its totals are of all indicators, when all is judged`()
        async throws
    {
        let active = try Watched.active(Self.two)
        let store = WatchedStore()
        store.state.withLock { $0.batch = 1 }
        try await store.adopt(expected: active.expectedSeries, at: now)
        try await store.memory.take([(Watched.key("wmo"), "50"), (Watched.key("jeugd"), "150")], by: active, at: now)
        let judge = Judge(store: store, active: active)
        store.state.withLock { state in
            state.beforeCommit = { [unowned store] in
                store.state.withLock { $0.beforeCommit = { throw StoreError.inputOutput("the power is gone") } }
            }
        }
        await #expect(throws: StoreError.self) { try await judge.run(at: now) {} }
        #expect(try await run(store, active, at: now) == 0)
        _ = try await judge.run(at: later) {}
        #expect(try await run(store, active, at: later) == 1)
        let mail = try #require(try await store.memory.mails().first)
        #expect(mail.contains("Subject: Peilwacht kijkt mee: 2 indicatoren, 1 rood\r\n"))
    }

    @Test func `without anything open nobody gets a mail, and what opens later is news`() async throws {
        let active = try Watched.active(Self.two)
        let store = try await judged(active, [])
        #expect(try await run(store, active, at: now) == 0)
        try await store.memory.take([(Watched.key("wmo"), "150")], by: active, at: later)
        let news = try await Judge(store: store, active: active).run(at: later) {}
        #expect(news.urgent.count == 1)
        #expect(try await run(store, active, at: later) == 0)
    }

    @Test func `another reader of the same subscription is told of what is open, the same reader of another is not`()
        async throws
    {
        let first = try Watched.active(Self.two, subscriptions: Self.subscription("post", at: "jansen"))
        let store = try await judged(first, [(Watched.key("wmo"), "150")])
        #expect(try await run(store, first, at: now) == 1)
        let successor = try Watched.active(Self.two, subscriptions: Self.subscription("post", at: "bakker"))
        #expect(try await run(store, successor, at: later) == 1)
        #expect(try await store.memory.mails().last?.contains("To: bakker@dronten.example") == true)
        let renamed = try Watched.active(Self.two, subscriptions: Self.subscription("ander", at: "bakker"))
        #expect(try await run(store, renamed, at: later) == 0)
    }

    @Test func `what waits for the digest is not told by this mail, and what it tells counts as told`() async throws {
        let first = try Watched.active(Self.two, subscriptions: Watched.beleid)
        let store = try await judged(first, [(Watched.key("wmo"), "150")])
        #expect(try await run(store, first, at: now) == 1)
        let both = try Watched.active(Self.two, subscriptions: Self.withCouncil)
        // One more, before the new reader is told of anything.
        try await store.memory.take([(Watched.key("jeugd"), "150")], by: both, at: later)
        _ = try await Judge(store: store, active: both).run(at: later) {}
        #expect(try await run(store, both, at: later) == 1)
        let mail = try #require(try await store.memory.mails().last)
        #expect(mail.contains("Titel wmo") && !mail.contains("Titel jeugd"))
        let told = try await store.toldSubscriptions(of: ["target:wmo/GM0303#1"])
        #expect(told["target:wmo/GM0303#1"] == ["beleid", "raad"])
        #expect(try await store.waitingNotices(of: "raad").map(\.episode.alert.series) == [Watched.key("jeugd")])
    }

    @Test func `the parts of what it tells are not told apart`() async throws {
        let first = try Watched.active(Watched.yearly("wmo"), subscriptions: Watched.beleid)
        let part = Watched.key("wmo", "65+")
        let store = try await judged(first, [(Watched.key("wmo"), "150"), (part, "150")])
        #expect(try await run(store, first, at: now) == 1)
        let both = try Watched.active(
            Watched.yearly("wmo"),
            subscriptions: Self.withCouncil
        )
        #expect(try await run(store, both, at: later) == 1)
        let told = try await store.toldSubscriptions(of: ["target:wmo/GM0303#1", "target:wmo/GM0303/leeftijd=65+#1"])
        #expect(told == ["target:wmo/GM0303#1": ["beleid", "raad"]])
    }

    @Test func `whoever is there when a store of an earlier version is renewed is told of nothing again`() async throws
    {
        let active = try Watched.active(Self.two, subscriptions: Watched.beleid)
        let store = try await judged(active, [(Watched.key("wmo"), "150")])
        #expect(try await run(store, active, at: now) == 1)
        store.memory.forgetFollowers()
        #expect(try await run(store, active, at: later) == 0)
        #expect(try await store.followedIndicators().byRecipient["beleid@dronten.example"] == ["wmo", "jeugd"])
        let both = try Watched.active(Self.two, subscriptions: Self.withCouncil)
        #expect(try await run(store, both, at: later) == 1)
    }
}

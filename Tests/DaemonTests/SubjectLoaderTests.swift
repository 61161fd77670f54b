import Alerting
import Assessment
import Daemon
import Indicators
import Storage
import StoreSupport
import Synchronization
import TestRule
import Testing

@Suite("Bringing series together with what is asked of them")
struct SubjectLoaderTests {
    private let now = Instant(seconds: 1_801_000_000)
    private static let noisy = RuleRegistry(RuleRegistry.standard.rules + [NoiseRule.self])

    private static let chain = """
        \(Watched.yearly("a", "targets: {}"))
        \(Watched.yearly("b", "targets: {}"))
        \(Watched.yearly("som", "targets: {}, derived: {sum: [a, b], decimals: 0}"))
        \(Watched.yearly("dubbel", "targets: {2026: \"<10\"}, derived: {sum: [som, a], decimals: 0}"))
        """

    private static let sound = [
        Watched.yearly("plein", "targets: {}"),
        Watched.yearly("omgeving", "targets: {}, derived: {mean: [noord, zuid], decimals: 0}"),
        Watched.yearly("noord", "targets: {}").replacing("lower", with: "higher"),
        Watched.yearly("zuid", "targets: {}").replacing("lower", with: "higher"),
    ]
    .joined(separator: "\n").replacing("aantal", with: "dB")

    private func loader(_ store: (any JudgingStore)?, _ active: ActiveConfiguration) -> SubjectLoader {
        SubjectLoader(store: store, register: active.register, dependence: active.dependence)
    }

    @Test func `a derived series is made of stored ones, through others too`() async throws {
        let store = WatchedStore()
        let active = try Watched.active(Self.chain)
        try await store.memory.take([(Watched.key("a"), "2"), (Watched.key("b"), "5")], by: active, at: now)
        let subjects = try await loader(store, active).subjects(for: [Watched.key("dubbel"), Watched.key("som")])
        #expect(subjects.map { $0.history.latest?.value.description } == ["9", "7"])
        #expect(subjects[0].inputs.map(\.key.indicator) == ["som", "a"])
        #expect(subjects[0].targets.count == 1)
        // Only what is stored is asked for, each once.
        #expect(store.state.withLock { $0.historiesAsked } == [Watched.key("a"), Watched.key("b")])
    }

    @Test func `a neighbour that a rule asks for is loaded, also where it is derived`() async throws {
        let store = WatchedStore()
        let active = try Watched.active(Self.sound, by: Self.noisy)
        let values = [("plein", "90"), ("noord", "30"), ("zuid", "50")].map { (Watched.key(IndicatorID($0.0)), $0.1) }
        try await store.memory.take(values, by: active, at: now)
        let subject = try #require(try await loader(store, active).subjects(for: [Watched.key("plein")]).first)
        #expect(subject.neighbours.keys.map { $0 } == [Watched.key("omgeving")])
        #expect(subject.neighbours[Watched.key("omgeving")]?.latest?.value.description == "40")
        let own = try #require(try await loader(store, active).subjects(for: [Watched.key("omgeving")]).first)
        #expect(own.neighbours.isEmpty)
    }

    @Test func `what the documents report of a neighbour is known too`() async throws {
        let reported = "targets: {}, reported: [{date: 2026-01-31, status: op schema, document: D, heading: H}]"
        let milestone = Watched.yearly("omgeving", reported).replacing("aantal", with: "mijlpaal")
            .replacing("lower", with: "higher")
        let place = Watched.yearly("plein", "targets: {}").replacing("aantal", with: "dB")
        let active = try Watched.active("\(place)\n\(milestone)", by: Self.noisy)
        let subject = try #require(
            try await loader(InMemoryStore(), active).subjects(for: [Watched.key("plein")]).first
        )
        let history = try #require(subject.neighbours[Watched.key("omgeving")])
        #expect(history.observations.map(\.observation.milestoneStatus) == [.onSchedule])
    }

    @Test func `open alerts are loaded where a rule asks for them, and nowhere else`() async throws {
        let store = WatchedStore()
        let active = try Watched.active(Self.sound, by: Self.noisy)
        let keys = ["plein", "noord", "zuid"].map { Watched.key(IndicatorID($0)) }
        try await store.memory.take(zip(keys, ["200", "30", "50"]).map { ($0, $1) }, by: active, at: now)
        try await store.judge(by: active, at: now)
        store.state.withLock { $0.episodesAsked = [] }
        let subjects = try await loader(store, active).subjects(for: keys)
        #expect(store.state.withLock { $0.episodesAsked } == [Watched.key("plein")])
        #expect(subjects.map { $0.openAlerts.keys.map(\.rawValue) } == [["noise"], [], []])
        let alert = try #require(subjects[0].openAlerts[NoiseRule.name])
        #expect(alert.openedAt == now && alert.evidence.of(NoiseEvidence.self)?.reason == .noisy)
    }

    @Test func `what is not configured is left out, and without a store every series is empty`() async throws {
        let active = try Watched.active(Self.chain)
        let subjects = try await loader(nil, active).subjects(for: [Watched.key("weg"), Watched.key("a")])
        #expect(subjects.map(\.history.key) == [Watched.key("a")])
        #expect(subjects.allSatisfy { $0.history.observations.isEmpty })
    }

    @Test func `every series can be shown: those of the configuration in its order, then what files brought`()
        async throws
    {
        let store = InMemoryStore()
        let active = try Watched.active(Self.chain)
        try await store.take([(Watched.key("b", "65+"), "2"), (Watched.key("weg"), "5")], by: active, at: now)
        let keys = try await loader(store, active).allKeys().map(\.description)
        #expect(keys.prefix(4) == ["a/GM0303", "b/GM0303", "som/GM0303", "dubbel/GM0303"])
        // A part that files brought, and what is made of it.
        #expect(Array(keys.dropFirst(4)) == ["b", "dubbel", "som"].map { "\($0)/GM0303/leeftijd=65+" })
    }
}

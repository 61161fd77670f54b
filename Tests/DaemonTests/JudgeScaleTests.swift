import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import StoreSupport
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("What judging loads")
struct JudgeScaleTests {
    private let now = Instant(seconds: 1_775_023_200)

    private func series(_ number: Int) -> SeriesKey {
        SeriesKey(indicator: "een", area: AreaCode("BU0303\(String(10_000 + number).dropFirst())"))
    }

    private func take(_ values: [SeriesKey: Int], _ hash: String, into store: any IntakeStore) async throws {
        let period = try #require(Period("2026"))
        let rows = Mutex(
            values.sorted { $0.key < $1.key }.enumerated().map { line, entry in
                RowOutcome.observed(
                    ObservedRow(
                        line: line + 2,
                        series: entry.key,
                        observation: Observation(period: period, value: ExactDecimal(entry.value))
                    )
                )
            }
        )
        let header = ImportHeader(
            fileName: "\(hash).csv",
            hash: hash,
            byteCount: 1,
            at: now,
            profile: nil,
            setsFaultyRowsAside: false,
            isDryRun: false
        )
        let outcome = try await store.record(
            import: header,
            rows: { rows.withLock { $0.isEmpty ? nil : $0.removeFirst() } },
            dependants: { _ in [] }
        )
        guard case .accepted = outcome else { throw StoreError.failed("the file was not taken in") }
    }

    /// The episodes that judging loads for ten neighbourhoods that are in order again, beside others that are not.
    private func loaded(beside others: Int) async throws -> Int {
        let store = CountingStore()
        let judge = Judge(store: store, watch: Watch(try SmallConfiguration().load()))
        let all = Dictionary(uniqueKeysWithValues: (0..<(others + 10)).map { (series($0), 90) })
        try await take(all, "a", into: store.memory)
        #expect(try await judge.run(at: now) {}.transitions.count == others + 10)
        store.episodesLoaded.withLock { $0 = 0 }
        try await take(Dictionary(uniqueKeysWithValues: (0..<10).map { (series($0), 1) }), "b", into: store.memory)
        #expect(try await judge.run(at: now.adding(seconds: 60)) {}.transitions.count == 10)
        return store.episodesLoaded.withLock(\.self)
    }

    @Test func `ten alerts that end load the same, however many others are open`() async throws {
        let (few, many) = (try await loaded(beside: 50), try await loaded(beside: 1000))
        #expect(few == many)
        #expect(many <= 20)
    }
}

/// A store in memory that counts the episodes it hands out.
private final class CountingStore: JudgingStore {
    let memory = InMemoryStore()
    let episodesLoaded = Mutex(0)

    private func counted(_ episodes: [Episode]) -> [Episode] {
        episodesLoaded.withLock { $0 += episodes.count }
        return episodes
    }

    func adopt(expected: [ExpectedSeries], at now: Instant) async throws {
        try await memory.adopt(expected: expected, at: now)
    }

    func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge] {
        try await memory.seriesToJudge(at: now, limit: limit)
    }

    func allSeries() async throws -> [SeriesKey] { try await memory.allSeries() }

    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] { try await memory.histories(of: series) }

    func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation] {
        try await memory.revisions(of: series, period: period)
    }

    func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        let state = try await memory.episodes(of: series)
        _ = counted(Array(state.open.values))
        return state
    }

    func openEpisodes(progress: @escaping @Sendable () -> Void) async throws -> [Episode] {
        counted(try await memory.openEpisodes(progress: progress))
    }

    func openParts(of wholes: [AlertKey]) async throws -> [Episode] { counted(try await memory.openParts(of: wholes)) }

    func episodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        let page = try await memory.episodes(after: mark, limit: limit)
        _ = counted(page.episodes)
        return page
    }

    func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>] {
        try await memory.toldSubscriptions(of: episodes)
    }

    func commit(decisions: Decisions) async throws { try await memory.commit(decisions: decisions) }
}

import Alerting
import Assessment
import Feeds
import Indicators
import Storage
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
        let store = WatchedStore()
        let judge = Judge(store: store, active: ActiveConfiguration(try SmallConfiguration().load()))
        let all = Dictionary(uniqueKeysWithValues: (0..<(others + 10)).map { (series($0), 90) })
        try await take(all, "a", into: store.memory)
        #expect(try await judge.run(at: now) {}.transitions.count == others + 10)
        store.state.withLock { $0.episodesGiven = 0 }
        try await take(Dictionary(uniqueKeysWithValues: (0..<10).map { (series($0), 1) }), "b", into: store.memory)
        #expect(try await judge.run(at: now.adding(seconds: 60)) {}.transitions.count == 10)
        return store.state.withLock(\.episodesGiven)
    }

    @Test func `ten alerts that end load the same, however many others are open`() async throws {
        let (few, many) = (try await loaded(beside: 50), try await loaded(beside: 1000))
        #expect(few == many)
        #expect(many <= 20)
    }
}

import Feeds
import Foundation
import GRDB
import Indicators
import Synchronization
import Testing

@testable import Storage

/// What a dry run says has to be what the import says: each file is given to both.
@Suite("SQLite: a dry run, held against the import")
struct RehearsalTests {
    private static let series =
        [wmo, lonely, shelter]
        + (0..<60).map { number in
            SeriesKey(
                indicator: number.isMultiple(of: 2) ? "wmo-maatwerk" : "jeugdhulp",
                area: AreaCode("BU0303\(1000 + number)"),
                breakdown: number.isMultiple(of: 3) ? .total : Breakdown(pairs: ["leeftijd": "65+"])
            )
        }

    /// A file of rows of all kinds, in an order that depends on a seed.
    private struct MadeUpFile {
        var state: UInt64
        let faulty: Bool

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func rows(_ count: Int) throws -> [RowOutcome] {
            try (0..<count).map { try row($0 + 2) }
        }

        private mutating func row(_ line: Int) throws -> RowOutcome {
            let kind = next(60)
            let key = RehearsalTests.series[next(RehearsalTests.series.count)]
            let period = try year(2012 + next(12))
            switch kind {
            case 0: return .skipped(RowSkip(line: line, reason: .noValue))
            case 1 where faulty: return .fault(RowFault(.unknownIndicator, line: line))
            case 2, 3:
                let value = kind == 2 ? ExactDecimal(period.year - 2000) : nil
                return .withdrawn(WithdrawnRow(line: line, series: key, period: period, value: value, why: "typefout"))
            default: return .observed(try observed(kind, key, period, line))
            }
        }

        private mutating func observed(
            _ kind: Int,
            _ key: SeriesKey,
            _ period: Period,
            _ line: Int
        ) throws -> ObservedRow {
            let value = kind == 4 && faulty ? 99 : kind < 9 ? period.year - 1999 : period.year - 2000
            return ObservedRow(
                line: line,
                series: key,
                observation: Observation(
                    period: period,
                    value: ExactDecimal(kind == 10 ? 4000 : value),
                    status: kind < 14 ? .provisional : .definitive,
                    source: kind.isMultiple(of: 4) ? "CBS" : nil
                ),
                plausible: kind.isMultiple(of: 5) ? PlausibleChange(times: 10, floor: 1) : nil,
                isUnfinished: kind == 13
            )
        }
    }

    private struct Trial: CustomTestStringConvertible {
        let seed: UInt64
        let faulty: Bool
        let profile: String?
        /// Whether its rows come by series and period.
        let inOrder: Bool

        var testDescription: String {
            "\(seed)\(faulty ? ", faulty" : "")\(profile == nil ? "" : ", a feed")\(inOrder ? ", in order" : "")"
        }

        static let all = (0..<24).map { number in
            Trial(
                seed: UInt64(number + 1),
                faulty: number.isMultiple(of: 3),
                profile: number.isMultiple(of: 4) ? "levering" : nil,
                inOrder: number.isMultiple(of: 2)
            )
        }

        func rows(_ count: Int, salt: UInt64) throws -> [RowOutcome] {
            var file = MadeUpFile(state: seed &* 31 &+ salt, faulty: faulty && salt > 0)
            let rows = try file.rows(count)
            guard inOrder else { return rows }
            return rows.sorted { ($0.place, $0.line ?? 0) < ($1.place, $1.line ?? 0) }
        }
    }

    private static let dependants: @Sendable (SeriesKey) -> [SeriesKey] = { $0 == lonely || $0 == wmo ? [mean] : [] }

    private func withStore(_ body: (SQLiteStore) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try await body(SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing))
        }
    }

    private func rehearse(
        _ store: SQLiteStore,
        _ header: ImportHeader,
        _ rows: [RowOutcome],
        limit: Int = 9,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey] = { $0 }
    ) async throws -> Rehearsal {
        let rest = Mutex(rows[...])
        return try await store.rehearse(
            import: header,
            rows: { rest.withLock { $0.popFirst() } },
            dependants: Self.dependants,
            limit: limit,
            needed: needed
        )
    }

    @Test(arguments: Trial.all)
    private func `it says what the import says, and how series would be`(_ trial: Trial) async throws {
        try await withStore { store in
            let feed = trial.profile
            try await store.take(
                header("a", setsFaultyRowsAside: true, profile: feed),
                try trial.rows(250, salt: 0).filter(\.isValue),
                dependants: Self.dependants
            )
            try await store.judgeEverything()
            let rows = try trial.rows(900, salt: 1)
            let later = start.adding(seconds: 60)
            let dry = header("b", at: later, setsFaultyRowsAside: true, isDryRun: true, profile: feed)
            let rehearsal = try await rehearse(store, dry, rows) { $0 + Self.series }
            #expect(try await store.keysToJudge().isEmpty)
            let head = header("b", at: later, setsFaultyRowsAside: true, profile: feed)
            let outcome = try await store.take(head, rows, dependants: Self.dependants)
            #expect(rehearsal.outcome == outcome)
            let tally = outcome.tally
            #expect(outcome.isAccepted && tally.taken > 0 && tally.revised > 0 && tally.unchanged > 0)
            #expect(tally.faultCount > 0 && tally.skipCount > 0 && tally.withdrawn.count > 0)
            let marked = try await store.seriesToJudge(at: later, limit: 1000)
            #expect(rehearsal.series == Array(marked.prefix(9)))
            #expect(rehearsal.count == marked.count)
            let histories = try await store.histories(of: rehearsal.series.map(\.key) + Self.series)
            #expect(rehearsal.histories == histories)
        }
    }

    @Test func `a file that is refused is refused in a dry run, with the same faults`() async throws {
        try await withStore { store in
            let trial = Trial(seed: 7, faulty: true, profile: nil, inOrder: false)
            let rows = try trial.rows(400, salt: 1)
            let rehearsal = try await rehearse(store, header("b", isDryRun: true), rows)
            let outcome = try await store.take(header("b"), rows, dependants: Self.dependants)
            #expect(rehearsal.outcome == outcome)
            #expect(!rehearsal.outcome.isAccepted && rehearsal.series.isEmpty)
        }
    }

    @Test func `what is too much to hold is written, and says the same`() async throws {
        try await withStore { store in
            let rows = try Self.many(count: 270_000)
            let rehearsal = try await rehearse(store, header("b", isDryRun: true), rows)
            #expect(rehearsal.outcome.tally.taken == 270_000 && rehearsal.count == 270_000)
            #expect(rehearsal.outcome.tally.skipCount == 0)
            #expect(rehearsal.histories.count == 9 && rehearsal.histories.allSatisfy { $0.observations.count == 1 })
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    /// Rows of as many series, in order.
    private static func many(count: Int, years: Int = 1) throws -> [RowOutcome] {
        try (0..<count).map { number in
            let key = SeriesKey(
                indicator: "wmo-maatwerk",
                area: AreaCode("BU0303\(1000 + number / years % 1000)"),
                breakdown: Breakdown(pairs: ["groep": "\(number / years / 1000)"])
            )
            return try row("5", 2000 + number % years, of: key, line: number + 2)
        }
    }
}

// MARK: What it costs

extension RehearsalTests {
    @Test func `a dry run writes no row, and no byte`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.take(header("a"), try Self.many(count: 3000, years: 10))
            let sizes = { try ["", "-wal"].map { try Data(contentsOf: URL(filePath: path + $0)) } }
            let before = try sizes()
            let changes = store.queue.inDatabase(\.totalChangesCount)
            for rows in [try Self.many(count: 40_000, years: 10), try Self.many(count: 2000, years: 10)] {
                _ = try await rehearse(store, header("b", isDryRun: true), rows)
            }
            // Two imports, each noted and counted, and the first nine series of which the first is shown with its values.
            let written = store.queue.inDatabase(\.totalChangesCount) - changes
            #expect(written < 250)
            #expect(try sizes() == before)
        }
    }

    /// How many statements an import runs.
    private func statements(_ store: SQLiteStore, _ header: ImportHeader, _ rows: [RowOutcome]) async throws -> Int {
        let count = Mutex(0)
        store.queue.inDatabase { db in db.trace { _ in count.withLock { $0 += 1 } } }
        try await store.take(header, rows)
        store.queue.inDatabase { db in db.trace(options: []) }
        return count.withLock { $0 }
    }

    @Test func `rows go in many at a time: new, unchanged, revised, and with new series`() async throws {
        try await withStore { store in
            let rows = try Self.many(count: 4000, years: 10)
            // A statement for every twenty rows, and one for every twenty of the four hundred series.
            let new = try await statements(store, header("a"), rows)
            #expect(new < 300)
            let same = try await statements(store, header("b"), rows)
            #expect(same < 300 + 400)
            // Twenty are read, moved and replaced together, and each series is found and marked.
            let revised = try await statements(store, header("c"), rows.map { $0.with(ExactDecimal(6)) })
            #expect(revised < 600 + 2 * 400 + 100)
            try await withStore { other in
                let fresh = try await statements(other, header("a"), try Self.many(count: 4000))
                #expect(fresh < 500)
            }
        }
    }
}

extension RowOutcome {
    fileprivate var isValue: Bool { if case .observed = self { true } else { false } }

    /// Where it stands in a file whose rows come in order.
    fileprivate var place: String {
        switch self {
        case .observed(let row): "\(row.series) \(row.observation.period)"
        case .withdrawn(let row): "\(row.series) \(row.period)"
        case .skipped, .fault: ""
        }
    }

    /// The same row with another value.
    fileprivate func with(_ value: ExactDecimal) -> RowOutcome {
        guard case .observed(let row) = self else { return self }
        return .observed(
            ObservedRow(
                line: row.line,
                series: row.series,
                observation: Observation(period: row.observation.period, value: value)
            )
        )
    }
}

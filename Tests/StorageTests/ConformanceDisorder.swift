import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: files whose rows come in any order")
struct ConformanceDisorder {
    private static let series = (0..<40).map { number in
        SeriesKey(
            indicator: "wmo-maatwerk",
            area: AreaCode("BU0303\(1000 + number)"),
            breakdown: number.isMultiple(of: 3) ? .total : Breakdown(pairs: ["leeftijd": "65+"])
        )
    }

    /// Rows that are new, known, revised, said twice and in contradiction with each other, in an order that depends on a seed.
    private static func rows(_ seed: UInt64, faulty: Bool) throws -> [RowOutcome] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return try (0..<700).map { number in
            let kind = next(faulty ? 40 : 30)
            let (of, year) = (series[next(series.count)], 2015 + next(10))
            let value = kind == 30 ? "99" : "\(year - 2000)"
            guard kind != 31 else { return .fault(RowFault(.unknownIndicator, line: number + 2)) }
            return try row(
                value,
                year,
                of: of,
                line: number + 2,
                status: kind < 3 ? .provisional : .definitive,
                source: kind.isMultiple(of: 4) ? "CBS" : nil
            )
        }
    }

    /// What a file came to in a store that held others before, and what holds since.
    private func outcome(
        in subject: StoreUnderTest,
        _ rows: [RowOutcome],
        setsAside: Bool
    ) async throws -> (tally: IntakeTally, histories: [SeriesHistory]) {
        var found: (IntakeTally, [SeriesHistory])?
        try await subject.run { store in
            let earlier = try Self.series.filter { $0.breakdown == .total }.flatMap { series in
                try (2018..<2024).map { try row($0 == 2020 ? "3" : "\($0 - 2000)", $0, of: series, line: $0) }
            }
            try await store.take(header("a"), earlier)
            let outcome = try await store.take(
                header("b", at: start.adding(seconds: 60), setsFaultyRowsAside: setsAside),
                rows,
                dependants: { $0.breakdown == .total ? [mean] : [] }
            )
            found = (outcome.tally, try await store.histories(of: Self.series))
        }
        return try #require(found)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64], [false, true])
    func `every store comes to the same, row by row and in the order of the file`(
        _ seed: UInt64,
        _ isFaulty: Bool
    ) async throws {
        let rows = try Self.rows(seed, faulty: isFaulty)
        let expected = try await outcome(in: .memory, rows, setsAside: isFaulty)
        let found = try await outcome(in: .sqlite, rows, setsAside: isFaulty)
        #expect(found.tally == expected.tally)
        #expect(found.histories == expected.histories)
        #expect(isFaulty == (expected.tally.faultCount > 0))
        #expect(expected.tally.revised > 0 && expected.tally.unchanged > 0 && expected.tally.skipCount > 0)
    }

    @Test(arguments: StoreUnderTest.all)
    func `the last value that a row is held against may wait among the rows before it`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            // The series of the row comes back after others, which a store may gather before it looks.
            let others = try Self.series.prefix(30).enumerated().map { number, series in
                try row("5", 2022, of: series, line: number + 3)
            }
            let outcome = try await store.take(
                header("a"),
                [try plausible("50", 2022)] + others.reversed() + [try plausible("5000", 2023, line: 40)]
            )
            #expect(outcome.tally.faults.map(\.reason) == [.implausible])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the series of a part come in order, some at a time`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let rows = try (Self.series + [wmo, lonely]).enumerated().map { try row("1", of: $1, line: $0 + 2) }
            try await store.take(header("a"), rows)
            let area = AreaCode("BU03031001")
            for part in [.all, SeriesPart(of: "wmo-maatwerk"), SeriesPart(of: "wmo-maatwerk", in: area)] {
                let expected = (Self.series + [wmo, lonely]).filter(part.contains).sorted()
                var found: [SeriesKey] = []
                while case let page = try await store.series(of: part, after: found.last, limit: 7), !page.isEmpty {
                    found += page
                }
                #expect(found == expected)
            }
            #expect(try await store.series(of: SeriesPart(of: "unknown"), after: nil, limit: 7).isEmpty)
        }
    }
}

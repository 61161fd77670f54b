import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: files with faults")
struct ConformanceFaults {
    @Test(arguments: StoreUnderTest.all)
    func `a file with a fault is refused whole, and everything seen is counted`(_ subject: StoreUnderTest) async throws
    {
        try await subject.run { store in
            let fault = RowFault(.unknownArea, line: 3, column: "gebied", cell: "Mars")
            let skip = RowSkip(line: 4, reason: .valueNotKnown)
            let result = try await store.take(
                header("a"),
                [row("112"), .fault(fault), .skipped(skip), row("5", of: lonely, line: 5)]
            )
            #expect(result == .refused(result.tally))
            #expect(result.tally.rows == 4 && result.tally.taken == 2)
            #expect(result.tally.faults == [fault] && result.tally.faultCount == 1)
            #expect(result.tally.skips[.valueNotKnown]?.lines == [4])
            #expect(try await store.allSeries().isEmpty)
            #expect(try await store.acceptedImport(hash: "a") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `faulty rows are set aside where the profile says so`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let fault = RowFault(.valueOutOfRange, line: 3)
            let result = try await store.take(header("a", setsFaultyRowsAside: true), [row("112"), .fault(fault)])
            #expect(result.isAccepted && result.tally.faults == [fault])
            #expect(try await store.history(of: wmo).latest?.value == decimal("112"))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a hundred faults and ten lines are kept of many`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let faults = (2..<202).map { RowOutcome.fault(RowFault(.unknownArea, line: $0)) }
            let skips = (202..<252).map { RowOutcome.skipped(RowSkip(line: $0, reason: .noValue)) }
            let result = try await store.take(header("a"), faults + skips)
            #expect(result.tally.rows == 250 && result.tally.faultCount == 200)
            #expect(result.tally.faults.compactMap(\.line) == Array(2..<102))
            #expect(result.tally.skips[.noValue]?.count == 50)
            #expect(result.tally.skips[.noValue]?.lines == Array(202..<212))
        }
    }

    /// Two rows of one file for one period, and what the store may hold of it already.
    struct TwoRows: CustomTestStringConvertible, Sendable {
        var known: String?
        let first: String
        let second: String

        static let all = [
            TwoRows(first: "10", second: "10"), TwoRows(first: "10", second: "12"),
            TwoRows(known: "10", first: "10", second: "10"), TwoRows(known: "10", first: "10", second: "12"),
            TwoRows(known: "10", first: "12", second: "12"), TwoRows(known: "10", first: "12", second: "10"),
        ]

        var isConflict: Bool { first != second }
        var testDescription: String { "\(first) and \(second) after \(known ?? "nothing")" }
    }

    @Test(arguments: StoreUnderTest.all, TwoRows.all)
    func `a second row must not contradict the first`(_ subject: StoreUnderTest, _ rows: TwoRows) async throws {
        try await subject.run { store in
            if let known = rows.known { try await store.take(header("known"), [row(known)]) }
            let result = try await store.take(
                header("a"),
                [row(rows.first), row("1", 2023, line: 3), row(rows.second, line: 4)]
            )
            #expect(result.isAccepted == !rows.isConflict)
            #expect(result.tally.skips[.duplicateInFile]?.lines == (rows.isConflict ? nil : [4]))
            guard rows.isConflict else { return }
            let (first, last) = try (
                Observation(period: year(2024), value: decimal(rows.first)),
                Observation(period: year(2024), value: decimal(rows.second))
            )
            let second = ObservedRow(line: 4, series: wmo, observation: last)
            #expect(result.tally.faults == [.conflict(second, with: first, onLine: 2)])
            #expect(try await store.history(of: wmo).latest?.value.description == rows.known)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file contradicts itself but not the file before it`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("10")])
            // Confirms 10, then is refused for another row: its trace must be gone.
            try await store.take(header("b"), [row("10"), .fault(RowFault(.unknownArea, line: 3))])
            let result = try await store.take(header("c"), [row("12")])
            #expect(result.isAccepted && result.tally.revised == 1)
        }
    }
}

import Feeds
import Indicators
import Testing

@Suite("What a row is to what is known")
struct RowDecisionTests {
    /// What a row says, or what is known, of one period.
    struct Said: Sendable {
        var value = "10"
        var status = ObservationStatus.definitive
        var source: String?
        var note: String?
        var report: MilestoneReport?

        func observation() throws -> Observation {
            Observation(
                period: try #require(Period("2024-12-31")),
                value: try #require(ExactDecimal(value)),
                status: status,
                source: source,
                note: note,
                milestone: report
            )
        }
    }

    /// A kind of decision, without what it carries.
    enum Kind: Sendable {
        case unchanged
        case revision
        case duplicate
        case conflict
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var known = Said()
        let row: Said
        /// After an earlier file.
        let after: Kind
        /// After an earlier row of the same file, which gave the value or said it again.
        let within: Kind
    }

    private static let delayed = MilestoneReport(status: .delayed, expected: CalendarDate("2027-04-01"))
    private static let later = MilestoneReport(status: .delayed, expected: CalendarDate("2027-06-30"))
    private static let unknownDay = MilestoneReport(status: .delayed, expected: nil)
    private static let done = MilestoneReport(status: .done, expected: nil)

    static let cases = [
        Case(testDescription: "the same value", row: Said(), after: .unchanged, within: .duplicate),
        Case(
            testDescription: "the same value, with other decimals",
            row: Said(value: "10.0"),
            after: .unchanged,
            within: .duplicate
        ),
        Case(testDescription: "another value", row: Said(value: "12"), after: .revision, within: .conflict),
        Case(
            testDescription: "another value, provisional and with a source",
            known: Said(source: "CBS"),
            row: Said(value: "12", status: .provisional, source: "GGD"),
            after: .revision,
            within: .conflict
        ),
        Case(
            testDescription: "another status",
            row: Said(status: .provisional),
            after: .revision,
            within: .duplicate
        ),
        Case(
            testDescription: "a source where there was none",
            row: Said(source: "CBS"),
            after: .revision,
            within: .duplicate
        ),
        Case(
            testDescription: "silence about the source",
            known: Said(source: "CBS", note: "noot"),
            row: Said(),
            after: .unchanged,
            within: .duplicate
        ),
        Case(
            testDescription: "another note",
            known: Said(note: "noot"),
            row: Said(note: "andere"),
            after: .revision,
            within: .duplicate
        ),
        Case(
            testDescription: "the same report",
            known: Said(value: "0", report: delayed),
            row: Said(value: "0", report: delayed),
            after: .unchanged,
            within: .duplicate
        ),
        Case(
            testDescription: "a report of another day",
            known: Said(value: "0", report: delayed),
            row: Said(value: "0", report: later),
            after: .revision,
            within: .conflict
        ),
        Case(
            testDescription: "a report that no longer names a day",
            known: Said(value: "0", report: delayed),
            row: Said(value: "0", report: unknownDay),
            after: .revision,
            within: .conflict
        ),
        Case(
            testDescription: "a milestone that is done after all",
            known: Said(value: "0", report: delayed),
            row: Said(value: "1", report: done),
            after: .revision,
            within: .conflict
        ),
        Case(
            testDescription: "a bare value where there is a report",
            known: Said(value: "0", report: delayed),
            row: Said(value: "0"),
            after: .unchanged,
            within: .duplicate
        ),
        Case(
            testDescription: "a report where there is a bare value",
            known: Said(value: "0"),
            row: Said(value: "0", report: delayed),
            after: .revision,
            within: .duplicate
        ),
    ]

    @Test("the first value of a period is new")
    func new() throws {
        #expect(RowDecision.on(try Said().observation(), after: nil, saidOnLine: nil) == .new)
    }

    @Test("after an earlier file", arguments: cases)
    func afterFile(_ one: Case) throws {
        let decision = RowDecision.on(
            try one.row.observation(),
            after: try one.known.observation(),
            saidOnLine: nil
        )
        #expect(Kind(decision) == one.after)
    }

    @Test("after an earlier row of the same file", arguments: cases)
    func withinFile(_ one: Case) throws {
        let known = try one.known.observation()
        let decision = RowDecision.on(try one.row.observation(), after: known, saidOnLine: 7)
        #expect(Kind(decision) == one.within)
        if one.within == .conflict { #expect(decision == .conflict(with: known, onLine: 7)) }
    }

    @Test("a revision keeps the particulars that a row with the same value is silent about")
    func keepsParticulars() throws {
        let known = try Said(source: "CBS", note: "noot").observation()
        let row = try Said(status: .provisional, note: "andere").observation()
        let following = try Said(status: .provisional, source: "CBS", note: "andere").observation()
        #expect(RowDecision.on(row, after: known, saidOnLine: nil) == .revision(of: known, to: following))
    }

    @Test("a revision to another value or report keeps nothing of the old", arguments: [nil, later])
    func keepsNothing(_ report: MilestoneReport?) throws {
        let known = try Said(value: "0", source: "CBS", note: "noot", report: Self.delayed).observation()
        let row = try Said(value: report == nil ? "5" : "0", report: report).observation()
        #expect(RowDecision.on(row, after: known, saidOnLine: nil) == .revision(of: known, to: row))
    }

    @Test("every decision is counted once, and a revision is listed where value or report changed")
    func counted() throws {
        let known = try Said().observation()
        let row = ObservedRow(
            line: 9,
            series: SeriesKey(indicator: "wmo-maatwerk", area: "GM0303"),
            observation: try Said(value: "12").observation()
        )
        var tally = IntakeTally()
        tally.count(.new, of: row)
        tally.count(.unchanged, of: row)
        tally.count(.revision(of: known, to: row.observation), of: row)
        tally.count(.revision(of: known, to: try Said(source: "CBS").observation()), of: row)
        tally.count(.duplicate, of: row)
        tally.count(.conflict(with: known, onLine: 7), of: row)
        #expect(tally.rows == 6 && tally.taken == 1 && tally.unchanged == 1 && tally.revised == 2)
        #expect(tally.revisions == [RevisedValue(of: row.series, from: known, to: row.observation)])
        #expect(tally.skips[.duplicateInFile]?.lines == [9])
        #expect(tally.faults == [.conflict(row, with: known, onLine: 7)] && tally.faultCount == 1)
    }

    @Test("a row that gives several values is one row, and they are counted as values")
    func rowsAndValues() throws {
        let row = { (line: Int) in
            RowOutcome.observed(
                ObservedRow(
                    line: line,
                    series: SeriesKey(indicator: "wmo-maatwerk", area: "GM0303"),
                    observation: try Said().observation()
                )
            )
        }
        var tally = IntakeTally()
        for outcome in try [row(2), row(2), row(3), .skipped(RowSkip(line: 3, reason: .noValue))] {
            tally.meet(outcome)
            if let row = outcome.observed { tally.count(.new, of: row) }
            if let skip = outcome.skip { tally.count(skip) }
        }
        #expect(tally.fileRows == 2 && tally.rows == 4 && tally.taken == 3 && tally.givesSeveral)
        let kept = IntakeTally(rows: 4, taken: 3, revised: 0, unchanged: 0, faultCount: 0, list: tally.list)
        #expect(kept.fileRows == 2 && kept.givesSeveral)
    }

    @Test("a row with several values that is passed over is counted once")
    func wideRows() {
        var tally = IntakeTally()
        for line in [2, 2, 3, 3, 3] { tally.count(RowSkip(line: line, reason: .noValue)) }
        tally.count(RowSkip(line: 3, reason: .valueNotKnown))
        #expect(tally.skips[.noValue]?.lines == [2, 3] && tally.skips[.noValue]?.count == 2)
        #expect(tally.skips[.valueNotKnown]?.lines == [3] && tally.skipCount == 3 && tally.rows == 3)
        for line in [4, 4, 5] { tally.count(RowFault(.areaRefused, line: line, column: "gebied", cell: "Urk")) }
        #expect(tally.folded[.areaRefused]?.lines == [4, 5] && tally.faultCount == 2)
    }
}

extension RowDecisionTests.Kind {
    /// `nil` for a new value, which has nothing before it.
    fileprivate init?(_ decision: RowDecision) {
        switch decision {
        case .new: return nil
        case .unchanged: self = .unchanged
        case .revision: self = .revision
        case .duplicate: self = .duplicate
        case .conflict: self = .conflict
        }
    }
}

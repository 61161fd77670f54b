import AlertSamples
import Assessment
import Indicators
import Testing

/// Cells that ask nothing, cells with a condition, goals without a year, and rows that stay level.
@Suite struct UnaskedTargetTests {
    private static func cell(
        _ notation: String,
        _ period: String,
        goal: String? = nil,
        isPlanned: Bool = true,
        footnote: String? = nil
    ) throws -> IndicatorTarget {
        IndicatorTarget(
            indicator: "wmo",
            goal: goal,
            period: try Sample.period(period),
            notation: try TargetNotation(notation),
            isPlanned: isPlanned,
            footnote: footnote
        )
    }

    private static let rule = TargetRule(tolerance: .percentOfTarget(ExactDecimal(2)))

    // MARK: Dashes

    /// The row of the witgoedregeling: something is asked through 2026, and nothing of 2027 and 2028.
    private static func path() throws -> [IndicatorTarget] {
        try [cell(">0,7%", "2025"), cell(">0,7%*", "2026"), cell("-", "2027"), cell("-", "2028")]
    }

    private static func row(_ values: [String: String], first: String? = nil) throws -> SeriesSubject {
        let cadence = Cadence(.year, first: first.flatMap { Period($0) }, dueDays: 180)
        let goal = try cell("stijging t.o.v. 2024", "2026", goal: "6M3-6")
        var series = try Sample.series(
            values,
            targets: try path().filter { $0.notation.requirement != nil } + [goal],
            Sample.indicator(kind: .percent, cadence: cadence)
        )
        series.unasked = UnaskedPeriods(path: try path())
        return series
    }

    @Test func `a year of which nothing is asked is not judged by the year before, nor by a goal for it`() throws {
        let finding = Self.rule.finding(for: try Self.row(["2027": "0.1"]))
        #expect(finding.reason == .notAsked && finding.state == .inOrder && finding.light == .grey)
        #expect(finding.comparisons == [])
        let before = Self.rule.finding(for: try Self.row(["2026": "0.1"]))
        #expect(before.reason == .targetMissed)
    }

    @Test(
        arguments: [
            (["2024": "0.7"], "2026-07-01", ["2025"], "2026"), (["2025": "0.7"], "2027-07-01", ["2026"], nil),
            (["2026": "0.7"], "2030-01-01", ["2025"], nil),
        ] as [([String: String], String, [String], String?)]
    )
    func `and it is not awaited`(values: [String: String], today: String, overdue: [String], next: String?) throws {
        let series = try Self.row(values, first: "2025")
        let today = try Sample.date(today)
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods.map(\.description) == overdue)
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == next)
    }

    @Test func `a dash between two cells asks nothing of its own year alone`() throws {
        let path = try [Self.cell("<3", "2025"), Self.cell("-", "2026"), Self.cell("<3", "2027")]
        let unasked = UnaskedPeriods(path: path)
        #expect([2025, 2026, 2027, 2028].compactMap(Period.year).map(unasked.contains) == [false, true, false, false])
        #expect(!UnaskedPeriods.none.contains(try Sample.period("2026")))
    }

    // MARK: Conditions

    @Test(
        arguments: [
            (">0,7%*", ["*Indien witgoedregeling wordt verlengd"], "indien witgoedregeling wordt verlengd"),
            (">0,7%", ["*Indien witgoedregeling wordt verlengd"], nil), (">0,7%*", ["**Cijfers van CBS"], nil),
            ("<108**", ["*Een", "**CBS-cijfers"], "CBS-cijfers"), ("<108*", [], nil),
        ] as [(String, [String], String?)]
    )
    func `the star of a cell leads to its footnote`(cell: String, notes: [String], footnote: String?) throws {
        #expect(try TargetNotation(cell).footnote(among: notes) == footnote)
    }

    @Test func `a condition is told with the target`() throws {
        let condition = "indien witgoedregeling wordt verlengd"
        let series = try Sample.series(
            ["2026": "0.5"],
            targets: [try Self.cell(">0,7%*", "2026", footnote: condition)],
            Sample.indicator(kind: .percent)
        )
        let finding = Self.rule.finding(for: series)
        let phrases = Phrases(.nl)
        #expect(phrases.inOneLine(finding.comparisons, unit: .percent) == "> 0,7% (2026, \(condition))")
        let explained = finding.evidence.value.explanation(of: finding, unit: .percent, in: phrases)
        #expect(explained.details.allSatisfy { $0.contains("'>0,7%*' (\(condition))") })
        #expect(finding.comparisons.compactMap { $0.shortBound(unit: .percent) } == ["> 0,7%*"])
    }

    // MARK: No year

    @Test(arguments: ["2025", "2026", "2031"])
    func `a direction without a year holds for every value, and no year is told`(period: String) throws {
        let goal = try Self.cell("daling", "2026", goal: "4.3-4", isPlanned: false)
        let series = try Sample.series(["2024": "100", period: "110"], targets: [goal], Sample.indicator())
        let finding = Self.rule.finding(for: series)
        #expect(finding.reason == .targetMissed)
        #expect(Phrases(.nl).inOneLine(finding.comparisons, unit: .count) == "< 100 (doel 4.3-4)")
        let explained = finding.evidence.value.explanation(of: finding, unit: .count, in: Phrases(.nl))
        #expect(explained.details.allSatisfy { $0.hasPrefix("doel 4.3-4, zonder jaar (") })
    }

    // MARK: Level

    @Test(
        arguments: [
            ("2.7", .inOrder, .targetMet), ("2.74", .inOrder, .targetMet), ("2.9", .deviates(.critical), .targetMissed),
            ("2.5", .deviates(.warning), .betterThanLevel),
        ] as [(String, Finding.State, Reason)]
    )
    func `a bare number of a row that stays level is missed to either side`(
        value: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let target = IndicatorTarget(
            indicator: "wmo",
            goal: nil,
            period: try Sample.period("2026"),
            notation: try TargetNotation("2,7%").keptLevel
        )
        let indicator = Sample.indicator(kind: .percent, better: .lower, margin: .amount(try Sample.number("0.05")))
        let series = try Sample.series(["2026": value], targets: [target], indicator)
        let finding = Self.rule.finding(for: series)
        #expect(finding.state == state && finding.reason == reason)
        #expect(target.notation.description == "2,7%")
    }

    @Test(arguments: ["<2,7%", "Nb", "-", "stijging", "gereed"])
    func `only a bare number is kept level`(cell: String) throws {
        let notation = try TargetNotation(cell)
        #expect(notation.keptLevel == notation)
    }

    // MARK: Granted every year

    @Test(
        arguments: [
            ("2026-03-31", [], "2026"), ("2026-04-01", [], "2026"), ("2026-04-02", ["2026"], "2027"),
            ("2027-04-02", ["2026", "2027"], "2028"),
        ] as [(String, [String], String)]
    )
    func `an amount that is granted for a year is awaited in its course`(
        today: String,
        overdue: [String],
        next: String
    ) throws {
        let cadence = Cadence(.year, first: Period("2026"), dueDays: 90, isDueFromStart: true)
        let series = try Sample.series([:], Sample.indicator(kind: .euro, cadence: cadence, budget: Budget(.income)))
        let today = try Sample.date(today)
        #expect(OverdueRule().finding(for: series, on: today).overduePeriods.map(\.description) == overdue)
        #expect(OverdueRule().nextDue(for: series, on: today)?.description == next)
    }
}

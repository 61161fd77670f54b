import AlertSamples
import Assessment
import Indicators
import Testing

/// The year's expected outcome against its budget: how much counts, and for whom.
@Suite struct BudgetRuleTests {
    private static let amber = Finding.State.deviates(.warning)
    private static let red = Finding.State.deviates(.critical)

    @Test(
        arguments: [
            // Of a small budget 25.000 euro is more than 5 %.
            ("400", "425", .inOrder, .withinBudget), ("400", "426", amber, .budgetDisadvantage),
            ("400", "375", .inOrder, .withinBudget), ("400", "374", amber, .budgetAdvantage),
            ("100", "125", .inOrder, .withinBudget), ("100", "126", red, .budgetDisadvantage),
            // Of a large one 5 % is.
            ("1000", "1050", .inOrder, .withinBudget), ("1000", "1051", amber, .budgetDisadvantage),
            ("1000", "950", .inOrder, .withinBudget), ("1000", "949", amber, .budgetAdvantage),
            // More than a tenth is red, a tenth is not.
            ("1000", "1100", amber, .budgetDisadvantage), ("1000", "1101", red, .budgetDisadvantage),
            // Better news than expected is never red.
            ("1000", "10", amber, .budgetAdvantage), ("1000", "0", amber, .budgetAdvantage),
            ("1000", "1000", .inOrder, .withinBudget),
        ] as [(String, String, Finding.State, Reason)]
    )
    func `a deviation counts above five percent and above 25 thousand euros`(
        budget: String,
        outcome: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = Sample.judged(try Sample.line(["2026-12": outcome], budget: budget))
        #expect(finding.rule == .budget)
        #expect(finding.state == state)
        #expect(finding.reason == reason)
        // The same line in euros.
        let euros = Sample.judged(try Sample.line(["2026-12": outcome + "000"], budget: budget + "000", unit: .euro))
        #expect(euros.state == state)
        #expect(euros.reason == reason)
    }

    @Test(
        arguments: [
            // Costs written negative, as Dronten does: more negative is worse.
            (.costs, .higher, "-1000", "-1101", red, .budgetDisadvantage),
            (.costs, .higher, "-1000", "-1060", amber, .budgetDisadvantage),
            (.costs, .higher, "-1000", "-900", amber, .budgetAdvantage),
            (.costs, .higher, "-1000", "-1000", .inOrder, .withinBudget),
            // Costs written positive, as Noordoostpolder does.
            (.costs, .lower, "1000", "1101", red, .budgetDisadvantage),
            (.costs, .lower, "1000", "900", amber, .budgetAdvantage),
            (.income, .higher, "1000", "800", red, .budgetDisadvantage),
            (.income, .higher, "1000", "940", amber, .budgetDisadvantage),
            (.income, .higher, "1000", "1200", amber, .budgetAdvantage),
            (.balance, .higher, "-500", "-400", amber, .budgetAdvantage),
            (.balance, .higher, "-500", "-551", red, .budgetDisadvantage),
            (.balance, .higher, "-500", "100", amber, .budgetAdvantage),
            (.balance, .higher, "100", "-100", red, .budgetDisadvantage),
        ] as [(Budget.Side, Better, String, String, Finding.State, Reason)]
    )
    func `costs, income and balance each have their bad side`(
        side: Budget.Side,
        better: Better,
        budget: String,
        outcome: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let line = try Sample.line(["2026-12": outcome], budget: budget, better: better, kind: Budget(side))
        #expect(Sample.judged(line).state == state)
        #expect(Sample.judged(line).reason == reason)
    }

    @Test(
        arguments: [
            ("0", .inOrder, .withinBudget), ("25", .inOrder, .withinBudget), ("26", red, .budgetDisadvantage),
            ("-26", amber, .budgetAdvantage),
        ] as [(String, Finding.State, Reason)]
    )
    func `a budget of nothing has an amount to exceed, and no percentage`(
        outcome: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = Sample.judged(try Sample.line(["2026-12": outcome], budget: "0"))
        #expect(finding.state == state)
        #expect(finding.reason == reason)
        let standing = try #require(finding.budget)
        #expect(standing.percent == nil)
        #expect((standing.isAdvantage == nil) == (outcome == "0"))
    }

    @Test func `the municipality sets its own thresholds`() throws {
        var strict = BudgetParameters()
        strict.percent = ExactDecimal(1)
        strict.euros = .zero
        strict.criticalPercent = ExactDecimal(2)
        strict.firstMonth = 1
        #expect(Sample.judged(try Sample.line(["2026-12": "1011"], budget: "1000"), strict).state == Self.amber)
        #expect(Sample.judged(try Sample.line(["2026-12": "1021"], budget: "1000"), strict).state == Self.red)
        let year = Sample.months(["110", "220"])
        #expect(Sample.judged(try Sample.line(year), strict).reason == .budgetDisadvantage)
        #expect(Sample.judged(try Sample.line(year)).reason == .tooEarly)
    }

    @Test func `the finding holds the numbers it rests on`() throws {
        let finding = Sample.judged(try Sample.line(Sample.months(["115", "230", "345", "460", "575", "690"])))
        let standing = try #require(finding.budget)
        #expect(standing.budget.description == "1200" && standing.realised.description == "690")
        #expect(standing.forecast.description == "1380" && standing.deviation.description == "180")
        #expect(standing.percent?.description == "15.0")
        #expect(standing.isAdvantage == false && standing.earlierYears == 0)
        #expect(finding.period == Period("2026-06") && finding.observation?.value == ExactDecimal(690))
        #expect(finding.comparisons.map(\.verdict) == [.missed(.critical)])
        #expect(finding.comparisons.map(\.period.description) == ["2026"])
    }

    @Test func `what cannot be judged has no verdict on its budget`() throws {
        let early = Sample.judged(try Sample.line(Sample.months(["900"])))
        #expect(early.state == .unknown && early.reason == .tooEarly && early.budget != nil)
        #expect(early.comparisons.map(\.verdict) == [.undecided])
        let even = Sample.judged(try Sample.line(Sample.months(["100", "200", "300", "400"])))
        #expect(even.comparisons.map(\.verdict) == [.met])
    }

    @Test func `without a value, or without a budget for its year, there is nothing to judge`() throws {
        let empty = Sample.judged(try Sample.line([:]))
        #expect(empty.state == .unknown && empty.reason == .noValue)
        for other in [try Sample.line(["2027-12": "5000"]), try Sample.line(["2026-12": "5000"], budget: nil)] {
            let finding = Sample.judged(other)
            #expect(finding.state == .inOrder && finding.reason == .noBudget && finding.budget == nil)
        }
    }

    @Test(arguments: [("2026-12", Light.red), ("2026-02", .grey), ("2027-12", .grey)])
    func `the light follows the budget`(month: String, light: Light) throws {
        let zone = Sample.amsterdam
        let assessment = Assessor(zone: zone).assess(
            try Sample.line([month: "5000"]),
            at: zone.start(of: try Sample.date("2026-03-01"))
        )
        #expect(assessment.light == light)
        #expect(assessment.findings.first?.rule == .budget)
    }

    @Test func `a budget within its bounds is green, until new amounts are overdue`() throws {
        let zone = Sample.amsterdam
        let line = try Sample.line(Sample.months(["100", "200", "300", "400"]))
        let assessor = Assessor(zone: zone)
        let before = assessor.assess(line, at: zone.start(of: try Sample.date("2026-07-15")))
        #expect(before.light == .green && before.reasons == [.withinBudget])
        let after = assessor.assess(line, at: zone.start(of: try Sample.date("2026-07-16")))
        #expect(after.light == .grey && after.reasons == [.withinBudget, .overdue])
    }
}

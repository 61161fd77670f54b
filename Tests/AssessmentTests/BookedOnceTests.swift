import AlertSamples
import Assessment
import Indicators
import Testing

/// Reserves move once in a year: they are judged when the year is over, by what was booked.
@Suite struct BookedOnceTests {
    private static let reserve = Budget(.income, isForecast: false)

    private static func finding(_ values: [String: String], on day: String, kind: Budget = reserve) throws -> Finding {
        let line = try Sample.line(values, budget: "155", better: .higher, kind: kind)
        return BudgetRule(BudgetParameters()).finding(for: line, on: try Sample.date(day))
    }

    @Test(
        arguments: [
            // All of it in January, or nothing until December: neither says how the year ends.
            (["2026-04": "155"], "2026-05-15", .unknown, .yearNotOver),
            (["2026-11": "0"], "2026-12-15", .unknown, .yearNotOver),
            (["2026-12": "0"], "2026-12-31", .unknown, .yearNotOver),
            (["2026-12": "155"], "2027-01-01", .inOrder, .withinBudget),
            (["2026-12": "0"], "2027-01-01", .deviates(.critical), .budgetDisadvantage),
            (["2026-12": "310"], "2027-01-01", .deviates(.warning), .budgetAdvantage),
        ] as [([String: String], String, Finding.State, Reason)]
    )
    func `a reserve is not told from its months`(
        values: [String: String],
        day: String,
        state: Finding.State,
        reason: Reason
    ) throws {
        let finding = try Self.finding(values, on: day)
        #expect(finding.state == state && finding.reason == reason)
        #expect((finding.budget == nil) == (reason == .yearNotOver))
    }

    @Test func `it is looked at again on the first day of the next year`() throws {
        let line = try Sample.line(["2026-12": "0"], budget: "155", better: .higher, kind: Self.reserve)
        let rule = BudgetRule(BudgetParameters())
        #expect(rule.nextChange(for: line, after: try Sample.date("2026-12-31"))?.description == "2027-01-01")
        #expect(rule.nextChange(for: line, after: try Sample.date("2027-01-01")) == nil)
    }

    @Test(
        arguments: [
            ("2026-12-31", "Wmo: verwacht € 0 bij een begroting van € 155.000; nadeel € 155.000 (100,0%)."),
            ("2027-01-01", "Wmo: gerealiseerd € 0 bij een begroting van € 155.000; nadeel € 155.000 (100,0%)."),
        ])
    func `nothing is expected any more of a year that is over`(day: String, message: String) throws {
        let finding = try Self.finding(["2026-12": "0"], on: day, kind: Budget(.income))
        let facts = Sample.facts(finding)
        let statement = finding.evidence.value.statement(of: facts, in: Phrases(.nl))
        #expect(statement.message == message)
        let labels = finding.evidence.value.figures(of: facts, in: Phrases(.nl)).map(\.label)
        #expect(labels.contains("Verwacht over het jaar") == (day == "2026-12-31"))
    }
}

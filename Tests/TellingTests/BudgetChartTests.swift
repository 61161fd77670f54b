import Assessment
import Foundation
import Indicators
import Testing

@testable import Telling

@Suite("The picture of a budget line")
struct BudgetChartTests {
    private static func chart(
        _ budget: Budget,
        _ amounts: [(Int, Int)],
        _ targets: [(Int, String)]
    ) throws -> SeriesChart {
        let key = SeriesKey(indicator: "lasten", area: "GM0303")
        let indicator = Indicator(
            id: "lasten",
            title: "Lasten 6N",
            unit: .thousandEuro,
            better: .higher,
            cadence: Cadence(.month, dueDays: 45),
            programme: "dronten",
            package: "6N",
            budget: budget
        )
        let observations = try amounts.map { month, amount in
            RecordedObservation(
                Observation(
                    period: try #require(Period(.month, year: 2026, index: month)),
                    value: ExactDecimal(amount)
                ),
                revision: 1,
                importHash: "abc",
                recordedAt: Instant(seconds: 0)
            )
        }
        let subject = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(key: key, observations: observations),
            targets: try targets.map { year, cell in
                IndicatorTarget(
                    indicator: "lasten",
                    goal: nil,
                    period: try #require(.year(year)),
                    notation: try TargetNotation(cell)
                )
            }
        )
        let assessor = Assessor(rules: RuleSet(), zone: LocalZone(name: "UTC") { _ in 0 })
        // 2027-01-15
        let assessment = assessor.assess(subject, at: Instant(seconds: 1_800_000_000))
        return try #require(SeriesChart(subject, assessment, by: .exact, language: .nl))
    }

    @Test("has the budget of its own year, with the sign of the books, and says so")
    func ownYear() throws {
        let chart = try Self.chart(
            Budget(.costs),
            [(10, -10_000), (11, -11_000), (12, -12_500)],
            [(2026, "-12.000"), (2027, "-9.000")]
        )
        #expect(chart.targets.map(\.bound.value) == [ExactDecimal(-12_000)])
        #expect(
            chart.alternative
                == "okt 2026 t/m dec 2026: -€ 10.000.000, -€ 11.000.000, -€ 12.500.000; begroting -€ 12.000.000 in 2026; "
                + "lasten met een minteken"
        )
        let svg = try #require(ChartSVG.render(chart, size: .mail))
        #expect(svg.contains(">begroting<") && !svg.contains("streefwaarde") && !svg.contains("≥"))
        #expect(!svg.contains("9.000") && !svg.contains(">-9"))
    }

    @Test("of income has no sign to speak of")
    func income() throws {
        let chart = try Self.chart(Budget(.income), [(11, 900), (12, 1000)], [(2026, "1.000")])
        #expect(chart.alternative.hasSuffix("; begroting € 1.000.000 in 2026"))
    }

    @Test("has the budget as the council changed it")
    func changed() throws {
        let change = BudgetChange(date: try #require(CalendarDate("2026-07-01")), amount: .total(ExactDecimal(-13_000)))
        let chart = try Self.chart(
            Budget(.costs, changes: [change]),
            [(11, -11_000), (12, -12_500)],
            [(2026, "-12.000")]
        )
        #expect(chart.targets.map(\.bound.value) == [ExactDecimal(-13_000)])
        #expect(chart.aim?.bound.value == ExactDecimal(-13_000))
    }
}

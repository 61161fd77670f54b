import AlertSamples
import Assessment
import Indicators
import Testing

/// Budget lines for the tests.
extension Sample {
    static let monthly = Cadence(.month, dueDays: 45)
    static let costs = Budget(.costs)
    static let amountsOfMonths = Budget(.costs, realised: .perPeriod)

    /// Values of the months of 2026, from the given one on: `months(from: 4, "400", "500")`.
    static func months(from first: Int = 1, year: Int = 2026, _ values: [String]) -> [String: String] {
        let pairs = values.enumerated().map { ("\(year)-\((first + $0.offset).padded(to: 2))", $0.element) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// A budget line in thousands of euros with a budget for 2026.
    static func line(
        _ values: [String: String],
        budget: String? = "1200",
        better: Better = .lower,
        unit: MeasureUnit = .thousandEuro,
        kind: Budget = costs
    ) throws -> SeriesSubject {
        let indicator = indicator(kind: unit, better: better, cadence: monthly, budget: kind)
        return try series(values, targets: try budget.map { [try target($0, "2026")] } ?? [], indicator)
    }

    /// What the rule says of the line, by the thresholds that hold without a configuration.
    static func judged(_ line: SeriesSubject, _ parameters: BudgetParameters = BudgetParameters()) -> Finding {
        BudgetRule(parameters).finding(for: line)
    }

    /// What is told of a budget line in thousands of euros.
    static func facts(_ finding: Finding) -> FindingFacts {
        let about = IndicatorFacts(
            programme: "p",
            programmeTitle: "P",
            package: "6N",
            packageTitle: "Pakket",
            title: "Wmo",
            unit: .thousandEuro,
            areaName: "Dronten"
        )
        return FindingFacts(about: about, severity: .critical, evidence: finding.evidence)
    }
}

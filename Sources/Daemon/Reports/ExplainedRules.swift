internal import Assessment
internal import Indicators

/// The rules that judged a series, each with the numbers it rests on.
struct ExplainedRules {
    private let assessment: SeriesAssessment
    private let indicator: Indicator

    init(_ subject: SeriesSubject, _ assessment: SeriesAssessment) {
        self.assessment = assessment
        indicator = subject.indicator
    }

    var lines: [String] { assessment.findings.flatMap(explain) }

    private func explain(_ finding: Finding) -> [String] {
        let severity = finding.severity.map { ", \($0.rawValue)" } ?? ""
        let isTold = finding.rule != .target && finding.rule != .overdue
        let head = "rule \(finding.rule.rawValue): \(finding.reason.rawValue)\(isTold ? severity : "")"
        return [head] + details(finding).map { "  \($0)" }
    }

    private func details(_ finding: Finding) -> [String] {
        switch finding.rule {
        case .target: missing(finding) + finding.comparisons.map(describe)
        case .overdue: overdue(finding)
        case .milestone: finding.milestone.map(describe) ?? []
        case .budget: missing(finding) + (finding.budget.map(describe) ?? [])
        case .ending: indicator.ending.map { ["ends \($0.date), warned from \($0.warningStart)"] } ?? []
        }
    }

    private func missing(_ finding: Finding) -> [String] {
        finding.missingInputs.isEmpty
            ? [] : ["waits for \(finding.missingInputs.map(\.description).joined(separator: ", "))"]
    }

    private func describe(_ comparison: TargetComparison) -> String {
        let target = comparison.target
        let source = target.goal.map { "goal \($0)" } ?? "yearly path"
        let between = target.isInterpolated ? ", between two cells" : ""
        let scope = target.scope == .all ? "" : ", for \(target.scope)"
        let what =
            "\(source), \(target.period) (\(comparison.standing.rawValue)\(between)\(scope)): '\(target.notation)'"
        guard let bound = comparison.bound else { return "\(what): the baseline has no value yet" }
        return "\(what), so \(bound.written(unit: indicator.unit)): \(verdict(comparison))"
    }

    private func verdict(_ comparison: TargetComparison) -> String {
        switch comparison.verdict {
        case .missed(let severity): "\(comparison.verdict.reason.rawValue), \(severity.rawValue)"
        default: comparison.verdict.reason.rawValue
        }
    }

    private func overdue(_ finding: Finding) -> [String] {
        let periods = finding.overduePeriods.map { "\($0) was due \(indicator.cadence.dueDate(of: $0))" }
        return periods + (assessment.nextDue.map { ["next: \($0.period), due \($0.date)"] } ?? [])
    }

    private func describe(_ standing: MilestoneStanding) -> [String] {
        let reported = standing.reportedOn.map { day in
            "reported \(day): \(standing.status?.rawValue ?? "not done")"
        }
        let planned = standing.firstPlanned.map { "first planned by \($0)" }
        let moved = standing.movedDays > 0 ? ", \(standing.movedDays) days later than first planned" : ""
        let due = standing.due.map { "has to be done by \($0)\(moved)" }
        return [reported, planned, due].compactMap(\.self)
    }

    private func describe(_ standing: BudgetStanding) -> [String] {
        func money(_ value: ExactDecimal) -> String { indicator.unit.written(value) }
        let course =
            standing.earlierYears == 0
            ? "the year taken to run evenly" : "the year taken to run as \(standing.earlierYears) earlier year(s)"
        let percent = standing.percent.map { ", \($0.written(decimalSign: ","))%" } ?? ""
        let side = standing.isAdvantage.map { $0 ? ", voordeel" : ", nadeel" } ?? ""
        let band = [standing.band?.minimum, standing.band?.maximum].compactMap(\.self).map(money)
        return [
            "budget \(money(standing.budget)), realised \(money(standing.realised))",
            "expected for the year \(money(standing.forecast)), \(course)"
                + (band.count == 2 ? "; by the single years \(band[0]) to \(band[1])" : ""),
            "if the rest of the year runs as budgeted: \(money(standing.additiveForecast))",
            "deviation \(money(standing.deviation))\(percent)\(side)",
        ]
    }
}

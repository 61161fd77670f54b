import AlertSamples
import Indicators
import Testing

@testable import Assessment

/// The rules as these tests make and ask them.
extension TargetRule {
    init(tolerance: Tolerance) { self.init(TargetParameters(tolerance: tolerance)) }

    /// The judgement; it does not depend on the day.
    func finding(for series: SeriesSubject) -> Finding { finding(for: series, on: CalendarDate(dayNumber: 0)) }
}

extension BudgetRule {
    /// The judgement; it does not depend on the day.
    func finding(for series: SeriesSubject) -> Finding { finding(for: series, on: CalendarDate(dayNumber: 0)) }
}

extension MilestoneRule {
    init() { self.init(MilestoneParameters()) }
}

extension EndingRule {
    init() { self.init(NoParameters()) }
}

extension OverdueRule {
    init() { self.init(NoParameters()) }

    /// The first period that is awaited and not yet overdue.
    func nextDue(for series: SeriesSubject, on today: CalendarDate) -> Period? {
        Expectation(of: series, on: today).next?.period
    }
}

extension Assessor {
    init(tolerance: Tolerance? = nil, zone: LocalZone) {
        var settings = RuleSettings()
        if let tolerance { settings[TargetRule.self].tolerance = tolerance }
        self.init(rules: RuleSet(settings: settings), zone: zone)
    }
}

/// What these tests ask of a finding.
extension Finding {
    /// The targets that are missed or not yet reached.
    var failedComparisons: [TargetComparison] { comparisons.filter { $0.verdict.severity != nil } }

    var overduePeriods: [Period] { evidence.of(OverdueEvidence.self)?.periods ?? [] }

    var missingInputs: [IndicatorID] {
        switch evidence.of(TargetEvidence.self)?.missing ?? evidence.of(BudgetEvidence.self)?.missing {
        case .inputs(let inputs): inputs
        case MissingValue.none?, .notComputable, nil: []
        }
    }

    var milestone: MilestoneEvidence? { evidence.of(MilestoneEvidence.self) }

    var budget: BudgetStanding? { evidence.of(BudgetEvidence.self)?.standing }
}

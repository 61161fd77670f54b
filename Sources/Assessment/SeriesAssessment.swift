package import Indicators

/// The judgement of one series at one moment.
package struct SeriesAssessment: Hashable, Sendable {
    package let indicator: Indicator
    package let key: SeriesKey
    /// The value that was judged.
    package let latest: RecordedObservation?
    package let light: Light
    /// Why the light is what it is, the reason of the target rule first.
    package let reasons: [Reason]
    /// One for each rule.
    package let findings: [Finding]
    /// The next period for which a value is awaited, with the last day on which it is in time.
    package let nextDue: DueDate?
    /// The moment from which the judgement can change without a new value.
    package let nextReview: Instant?

    /// A period with its due date.
    package struct DueDate: Hashable, Sendable {
        package let period: Period
        package let date: CalendarDate
    }

    /// The target to show: that of the leading comparison, else the next one ahead of the day of judgement.
    package let shownTarget: ShownTarget?

    /// A target with its plain bound.
    package struct ShownTarget: Hashable, Sendable {
        package let target: IndicatorTarget
        package let bound: Bound
    }

    /// The finding of the rule.
    package func finding(_ rule: RuleName) -> Finding? { findings.first { $0.rule == rule } }
}

/// Judges series by all rules.
package struct Assessor: Sendable {
    private let settings: RuleSettings
    private let zone: LocalZone

    /// An assessor that judges dates in the zone.
    package init(settings: RuleSettings, zone: LocalZone) {
        self.settings = settings
        self.zone = zone
    }

    /// The judgement of a series as of a moment.
    package func assess(_ series: SeriesSubject, at now: Instant) -> SeriesAssessment {
        let today = zone.local(now).date
        let target = TargetRule(tolerance: series.indicator.tolerance ?? settings.tolerance).finding(for: series)
        let overdueRule = OverdueRule()
        let overdue = overdueRule.finding(for: series, on: today)
        let nextDue = overdueRule.nextDue(for: series, on: today).map {
            SeriesAssessment.DueDate(period: $0, date: series.indicator.cadence.dueDate(of: $0))
        }
        return SeriesAssessment(
            indicator: series.indicator,
            key: series.history.key,
            latest: series.missingInputs.isEmpty ? series.history.latest : nil,
            light: Self.light(target: target, overdue: overdue),
            reasons: [target.reason] + (overdue.severity == nil ? [] : [.overdue]),
            findings: [target, overdue],
            nextDue: nextDue,
            nextReview: nextDue.map { zone.start(of: $0.date.adding(days: 1)) },
            shownTarget: Self.shownTarget(of: series, target, on: today)
        )
    }

    private static func shownTarget(
        of series: SeriesSubject,
        _ finding: Finding,
        on today: CalendarDate
    ) -> SeriesAssessment.ShownTarget? {
        let leading = finding.leadingComparison?.target
        guard let target = leading ?? series.targets.first(where: { $0.period.end >= today }) ?? series.targets.last
        else { return nil }
        let bound = target.notation.requirement?.bound(
            better: series.indicator.better,
            baseline: series.baseline(for: target)
        )
        return bound.map { SeriesAssessment.ShownTarget(target: target, bound: $0) }
    }

    /// Bad news stands until there is better; good news does not outlive the day on which new figures were due.
    private static func light(target: Finding, overdue: Finding) -> Light {
        switch target.state {
        case .deviates(.critical): .red
        case .deviates(.warning): .amber
        case .unknown: .grey
        case .inOrder: target.reason == .noTarget || overdue.severity != nil ? .grey : .green
        }
    }
}

package import Indicators

/// The judgement of one series at one moment.
package struct SeriesAssessment: Hashable, Sendable {
    package let indicator: Indicator
    package let key: SeriesKey
    /// The value that was judged.
    package let latest: RecordedObservation?
    package let light: Light
    /// Why the light is what it is, the reason of the main rule first.
    package let reasons: [Reason]
    /// One for each rule that applies, the main one first.
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

    /// The finding of the rule that the light follows first: of target, milestone or budget.
    package var main: Finding? { findings.first }

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
        let main = mainFinding(for: series, on: today)
        let overdueRule = OverdueRule()
        let overdue = overdueRule.finding(for: series, on: today)
        let ending = EndingRule().finding(for: series, on: today)
        let nextDue = overdueRule.nextDue(for: series, on: today).map {
            SeriesAssessment.DueDate(period: $0, date: series.indicator.cadence.dueDate(of: $0))
        }
        let others = [overdue, ending].compactMap(\.self)
        return SeriesAssessment(
            indicator: series.indicator,
            key: series.history.key,
            latest: series.judgedValue,
            light: Self.light(main: main, overdue: overdue, ending: ending),
            reasons: [main.reason] + others.filter { $0.severity != nil }.map(\.reason),
            findings: [main] + others,
            nextDue: nextDue,
            nextReview: nextReview(of: series, main, nextDue, after: today),
            shownTarget: Self.shownTarget(of: series, main, on: today)
        )
    }

    /// The finding of the rule that the light follows first.
    private func mainFinding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        if series.indicator.isMilestone { return MilestoneRule().finding(for: series, on: today) }
        if series.indicator.budget != nil { return BudgetRule(thresholds: settings.budget).finding(for: series) }
        return TargetRule(tolerance: series.indicator.tolerance ?? settings.tolerance).finding(for: series)
    }

    /// The first moment from which the judgement can change by time alone.
    private func nextReview(
        of series: SeriesSubject,
        _ main: Finding,
        _ nextDue: SeriesAssessment.DueDate?,
        after today: CalendarDate
    ) -> Instant? {
        let days = [
            nextDue.map { $0.date.adding(days: 1) },
            main.milestone?.due.map { $0.adding(days: 1) },
            EndingRule().nextChange(for: series, after: today),
        ]
        return days.compactMap(\.self).filter { $0 > today }.min().map(zone.start)
    }

    private static func shownTarget(
        of series: SeriesSubject,
        _ finding: Finding,
        on today: CalendarDate
    ) -> SeriesAssessment.ShownTarget? {
        let leading = finding.leadingComparison?.target
        let planned = series.targets.filter(\.isPlanned)
        guard let target = leading ?? planned.first(where: { $0.period.end >= today }) ?? planned.last
        else { return nil }
        return series.bound(of: target).map { SeriesAssessment.ShownTarget(target: target, bound: $0) }
    }

    /// Bad news stands until there is better; good news does not outlive the day on which new figures were due.
    private static func light(main: Finding, overdue: Finding, ending: Finding?) -> Light {
        let endsSoon = ending?.severity != nil
        switch main.state {
        case .deviates(.critical): return .red
        case .deviates(.warning): return .amber
        case .unknown: return endsSoon ? .amber : .grey
        case .inOrder where endsSoon: return .amber
        case .inOrder:
            let isJudged = ![.noTarget, .noBudget, .noValue].contains(main.reason)
            return isJudged && overdue.severity == nil ? .green : .grey
        }
    }
}

package import Indicators

/// Judges series by all rules.
package struct Assessor: Sendable {
    fileprivate let rules: RuleSet
    fileprivate let zone: LocalZone

    /// An assessor that judges dates in the zone.
    package init(rules: RuleSet, zone: LocalZone) {
        self.rules = rules
        self.zone = zone
    }

    /// The judgement of a series as of a moment.
    ///
    /// - Parameters:
    ///   - series: the series.
    ///   - now: the moment.
    ///   - informing: whether the rules that only inform are asked as well: where somebody looks, and not where alerts and
    ///     lights are all that matters.
    /// - Returns: a finding of each rule that was asked.
    package func assess(_ series: SeriesSubject, at now: Instant, informing: Bool = true) -> SeriesAssessment {
        var round = AssessingRound(self, at: now, informing: informing)
        return round.assess(series)
    }

    fileprivate func assess(
        _ series: SeriesSubject,
        by judging: [any Rule],
        on today: CalendarDate
    ) -> SeriesAssessment {
        let findings = judging.map { $0.finding(for: series, on: today) }
        let changes = judging.map { $0.nextChange(for: series, after: today) }
        return SeriesAssessment(
            indicator: series.indicator,
            key: series.history.key,
            latest: series.judgedValue,
            findings: findings,
            nextDue: Self.nextDue(of: series, findings, on: today),
            nextReview: changes.compactMap(\.self).filter { $0 > today }.min().map(zone.start),
            shownTarget: Self.shownTarget(of: series, findings, on: today),
            withdrawn: series.history.withdrawn
        )
    }

    /// What is awaited next; the rule that tells what is overdue has found it already.
    private static func nextDue(
        of series: SeriesSubject,
        _ findings: [Finding],
        on today: CalendarDate
    ) -> DuePeriod? {
        guard let told = findings.lazy.compactMap({ $0.evidence.of(OverdueEvidence.self) }).first else {
            return Expectation(of: series, on: today).next
        }
        return told.next
    }

    private static func shownTarget(
        of series: SeriesSubject,
        _ findings: [Finding],
        on today: CalendarDate
    ) -> SeriesAssessment.ShownTarget? {
        guard let leading = findings.lazy.compactMap(\.leadingComparison).first else {
            return plannedTarget(of: series, on: today)
        }
        return leading.bound.map { bound in
            SeriesAssessment.ShownTarget(
                goal: leading.goal,
                period: leading.period,
                bound: bound,
                isUndated: leading.isUndated ?? false,
                footnote: leading.footnote,
                isRelative: leading.isRelative
            )
        }
    }

    /// The next target ahead, else the last; where nothing is asked of the value's period, the last one is not shown for it.
    private static func plannedTarget(
        of series: SeriesSubject,
        on today: CalendarDate
    ) -> SeriesAssessment.ShownTarget? {
        let planned = series.targets.filter { $0.isPlanned || !series.indicator.isMilestone }
        let isUnasked = series.judgedValue.map { series.unasked.contains($0.period) } ?? false
        let last = isUnasked ? nil : planned.last
        guard let target = planned.first(where: { $0.period.end >= today }) ?? last,
            let bound = series.bound(of: target)
        else { return nil }
        return SeriesAssessment.ShownTarget(
            goal: target.goal,
            period: target.period,
            bound: bound,
            isUndated: !target.isPlanned,
            footnote: target.footnote,
            isRelative: target.notation.requirement?.needsBaseline ?? false
        )
    }
}

/// Judges many series of one configuration as of one moment; what they share is put together once.
package struct AssessingRound {
    private let assessor: Assessor
    private let informing: Bool
    private let today: CalendarDate
    private var judging: [IndicatorID: [any Rule]] = [:]

    /// A round; see ``Assessor/assess(_:at:informing:)``.
    package init(_ assessor: Assessor, at now: Instant, informing: Bool = true) {
        self.assessor = assessor
        self.informing = informing
        today = assessor.zone.local(now).date
    }

    /// The judgement of a series, whose indicator is the same one wherever its id is.
    package mutating func assess(_ series: SeriesSubject) -> SeriesAssessment {
        let id = series.indicator.id
        let rules = judging[id] ?? rules(for: series.indicator)
        judging[id] = rules
        return assessor.assess(series, by: rules, on: today)
    }

    private func rules(for indicator: Indicator) -> [any Rule] {
        informing ? assessor.rules.rules(for: indicator) : assessor.rules.deciding(for: indicator)
    }
}

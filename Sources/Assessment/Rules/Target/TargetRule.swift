package import Indicators

/// The rule `target`: the latest value held against every target of the indicator.
///
/// The yearly path and each goal are separate tracks. In each track the value is compared with the target of its own
/// period; where that is lacking with the road to the next one ahead (methods, section 2.6), which can at worst be amber;
/// where nothing lies ahead with the last one before. A value that was taken in while its period ran is judged by that
/// period's target, which lies ahead of it all the same.
package struct TargetRule: Rule {
    package typealias Evidence = TargetEvidence

    private let parameters: TargetParameters

    package init(_ parameters: TargetParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a value with its targets" }

    /// It judges what is measured; a milestone and a budget line have rules of their own.
    package func applies(to indicator: Indicator) -> Bool { !indicator.isMilestone && indicator.budget == nil }

    package func fingerprint(of indicator: Indicator) -> [String] {
        let margin = indicator.margin.map { ["margin \($0.written)"] } ?? []
        return [(indicator.tolerance ?? parameters.tolerance).written] + margin
            + ["\(parameters.onCourse.withoutTrailingZeros)", "\(parameters.alertAfter)"]
    }

    /// Judges the latest value of a series.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let latest = series.judgedValue else {
            let (missing, period) = series.missing
            return Finding(.unknown, TargetEvidence(missing: missing), period: period)
        }
        let comparisons = tracks(of: series.targets).compactMap { compare(latest, with: $0, in: series) }
        let isAsked = !comparisons.isEmpty || !series.unasked.contains(latest.period)
        let evidence = isAsked ? TargetEvidence(comparisons: comparisons) : .notAsked
        let state = state(of: evidence.worst)
        return Finding(
            state,
            evidence,
            light: evidence.worst == nil ? .grey : state.light,
            period: latest.period,
            observation: latest,
            opensAlert: evidence.comparisons.contains(where: \.opensAlert)
        )
    }

    private func state(of worst: TargetComparison?) -> Finding.State {
        guard let worst else { return .inOrder }
        if let severity = worst.verdict.severity { return .deviates(severity) }
        return worst.verdict.isWell ? .inOrder : .unknown
    }

    /// The targets of the path, then those of each goal, each ordered by period.
    private func tracks(of targets: [IndicatorTarget]) -> [[IndicatorTarget]] {
        var order: [String?] = []
        for target in targets where !order.contains(target.goal) { order.append(target.goal) }
        return order.map { goal in targets.filter { $0.goal == goal }.sorted { $0.period < $1.period } }
    }

    private func compare(
        _ latest: RecordedObservation,
        with track: [IndicatorTarget],
        in series: SeriesSubject
    ) -> TargetComparison? {
        // What names no period holds for every one.
        if let undated = track.last(where: { !$0.isPlanned }) {
            return comparison(latest, undated, .ownPeriod, in: series)
        }
        if let own = track.first(where: { $0.period == latest.period }) {
            return comparison(latest, own, .ownPeriod, in: series)
        }
        // Where the path asks nothing of the year (`-`), the targets of other years ask nothing of it either.
        guard !series.unasked.contains(latest.period) else { return nil }
        if let ahead = track.first(where: { $0.period.end > latest.period.end }) {
            return aheadComparison(latest, ahead, of: track, in: series)
        }
        return track.last.map { comparison(latest, $0, .before, in: series) }
    }

    // MARK: Of the value's own period, or before

    private func comparison(
        _ latest: RecordedObservation,
        _ target: IndicatorTarget,
        _ standing: TargetComparison.Standing,
        in series: SeriesSubject
    ) -> TargetComparison {
        let bound = series.bound(of: target)
        // The first value says where the series starts from; whether it moves shows with the next one.
        let verdict =
            series.isOwnBaseline(latest, of: target)
            ? .startingPoint : verdict(of: latest.observation, target, bound, of: series.indicator)
        // While the period runs, its target lies ahead of what was measured so far.
        let lies = standing == .ownPeriod && latest.isOfUnfinishedPeriod ? .ahead : standing
        return TargetComparison(target: target, standing: lies, bound: bound, verdict: verdict)
    }

    private func verdict(
        of observation: Observation,
        _ target: IndicatorTarget,
        _ bound: Bound?,
        of indicator: Indicator
    ) -> TargetComparison.Verdict {
        guard let bound else { return .baselineMissing }
        if bound.isMet(by: observation.value) { return .met }
        if isBetterThanLevel(observation.value, target, bound, of: indicator) { return .betterThanLevel }
        return .missed(severity(of: observation, missing: bound, indicator.tolerance ?? parameters.tolerance))
    }

    /// A value that should have stayed level and moved to the better side is worth a word, but never red.
    private func isBetterThanLevel(
        _ value: ExactDecimal,
        _ target: IndicatorTarget,
        _ bound: Bound,
        of indicator: Indicator
    ) -> Bool {
        guard target.notation.asksToStayLevel else { return false }
        return indicator.better == .higher ? value > bound.value : value < bound.value
    }

    // MARK: Ahead

    /// The value held against the road to a target that lies ahead of it.
    private func aheadComparison(
        _ latest: RecordedObservation,
        _ target: IndicatorTarget,
        of track: [IndicatorTarget],
        in series: SeriesSubject
    ) -> TargetComparison {
        let bound = series.bound(of: target)
        func ahead(_ verdict: TargetComparison.Verdict, _ road: Road? = nil) -> TargetComparison {
            TargetComparison(target: target, standing: .ahead, bound: bound, verdict: verdict, road: road)
        }
        guard let bound else { return ahead(.baselineMissing) }
        let start = RoadStart(series: series, recent: parameters.alertAfter)
            .observation(to: target, in: track, before: latest.period)
        let isStart = start.map { $0.period.end >= latest.period.end } ?? true
        // A rise or fall is measured from the value itself: whether it moves shows with the next one.
        if isStart, target.notation.requirement?.needsBaseline ?? false { return ahead(.startingPoint) }
        if bound.isMet(by: latest.value) { return ahead(.met) }
        guard !isStart, let start, let pace = pace(from: start, to: latest, bound, target) else {
            return ahead(isStart ? .startingPoint : .notYetReached)
        }
        let verdict =
            isBetterThanLevel(latest.value, target, bound, of: series.indicator)
            ? .betterThanLevel : pace.verdict(onCourse: parameters.onCourse)
        let isNext = series.indicator.cadence.step(from: latest.period).map { $0.end >= target.period.end } ?? true
        let isDue = isNext || pace.elapsed >= parameters.alertAfter
        return ahead(verdict, Road(pace, from: start.period, isDue: isDue))
    }

    /// `nil` where the two values and the target do not lie on one scale of periods.
    private func pace(
        from start: RecordedObservation,
        to latest: RecordedObservation,
        _ bound: Bound,
        _ target: IndicatorTarget
    ) -> Pace? {
        // A target of a year lies at the year's last month for a value of a month.
        guard let end = Period(latest.period.kind, containing: target.period.end),
            let elapsed = start.period.steps(to: latest.period), let total = start.period.steps(to: end),
            elapsed > 0, total > elapsed
        else { return nil }
        return Pace(base: start.value, value: latest.value, elapsed: elapsed, total: total, target: bound)
    }

    // MARK: How far it misses

    /// Amber while the miss is within the tolerance, or while the published interval holds the target (methods 7.3).
    private func severity(of observation: Observation, missing bound: Bound, _ tolerance: Tolerance) -> Severity {
        if let interval = observation.interval, interval.minimum != nil, interval.maximum != nil,
            interval.contains(bound.value)
        {
            return .warning
        }
        guard let miss = observation.value.subtracting(bound.value)?.magnitude,
            let allowed = tolerance.largestAmberMiss(target: bound.value)
        else { return .critical }
        return miss <= allowed ? .warning : .critical
    }
}

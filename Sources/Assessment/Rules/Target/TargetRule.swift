package import Indicators

/// The rule `target`: the latest value held against every target of the indicator.
///
/// The yearly path and each goal are separate tracks. In each track the value is compared with the target of its own
/// period; where that is lacking with the next one ahead, which can at worst be "not yet reached"; where nothing lies
/// ahead with the last one before. A value that was taken in while its period ran is judged by that period's target, which
/// lies ahead of it all the same.
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
    }

    /// Judges the latest value of a series.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let latest = series.judgedValue else {
            let (missing, period) = series.missing
            return Finding(.unknown, TargetEvidence(missing: missing), period: period)
        }
        let isAsked = !series.unasked.contains(latest.period)
        let evidence = TargetEvidence(
            comparisons: isAsked ? tracks(of: series.targets).compactMap { compare(latest, with: $0, in: series) } : []
        )
        let state = state(of: evidence.worst)
        return Finding(
            state,
            evidence,
            light: evidence.worst == nil ? .grey : state.light,
            period: latest.period,
            observation: latest
        )
    }

    private func state(of worst: TargetComparison?) -> Finding.State {
        guard let worst else { return .inOrder }
        if let severity = worst.verdict.severity { return .deviates(severity) }
        return worst.verdict == .met ? .inOrder : .unknown
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
        if let ahead = track.first(where: { $0.period.end > latest.period.end }) {
            return comparison(latest, ahead, .ahead, in: series)
        }
        return track.last.map { comparison(latest, $0, .before, in: series) }
    }

    private func comparison(
        _ latest: RecordedObservation,
        _ target: IndicatorTarget,
        _ standing: TargetComparison.Standing,
        in series: SeriesSubject
    ) -> TargetComparison {
        let bound = series.bound(of: target)
        // The first value says where the series starts from; whether it moves shows with the next one.
        guard !series.isOwnBaseline(latest, of: target) else {
            return TargetComparison(target: target, standing: standing, bound: bound, verdict: .startingPoint)
        }
        return TargetComparison(
            target: target,
            // While the period runs, its target lies ahead of what was measured so far.
            standing: standing == .ownPeriod && latest.isOfUnfinishedPeriod ? .ahead : standing,
            bound: bound,
            verdict: verdict(of: latest.observation, target, bound, standing, of: series.indicator)
        )
    }

    private func verdict(
        of observation: Observation,
        _ target: IndicatorTarget,
        _ bound: Bound?,
        _ standing: TargetComparison.Standing,
        of indicator: Indicator
    ) -> TargetComparison.Verdict {
        guard let bound else { return .baselineMissing }
        if bound.isMet(by: observation.value) { return .met }
        guard standing != .ahead else { return .notYetReached }
        // A value that should have stayed level and moved to the better side is worth a word, but never red.
        let isBetter = indicator.better == .higher ? observation.value > bound.value : observation.value < bound.value
        if target.notation.asksToStayLevel, isBetter { return .betterThanLevel }
        return .missed(severity(of: observation, missing: bound, indicator.tolerance ?? parameters.tolerance))
    }

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

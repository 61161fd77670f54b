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
            + (parameters.road == .linear ? [] : ["\(Self.road)\(parameters.road.rawValue)"])
            + Self.fingerprint(ofCertainty: indicator) + Self.fingerprint(ofHolding: parameters)
    }

    /// Judges the latest value of a series.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let latest = series.judgedValue else {
            let (missing, period) = series.missing
            return Finding(.unknown, TargetEvidence(missing: missing), period: period)
        }
        return finding(evidence(of: latest, in: series), of: latest)
    }

    /// Whether the latest value is in order, as ``finding(for:on:)`` would say it by its light.
    func isGreen(_ series: SeriesSubject) -> Bool {
        guard let latest = series.judgedValue else { return false }
        let evidence = evidence(of: latest, in: series)
        return light(of: evidence, evidence.reason) == .green
    }

    private func evidence(of latest: RecordedObservation, in series: SeriesSubject) -> TargetEvidence {
        let tracks = tracks(of: series.targets)
        let comparisons = tracks.compactMap { compare(latest, with: $0, in: series) }
        let isAsked = !comparisons.isEmpty || !series.unasked.contains(latest.period)
        let unsteadiness = isAsked ? unsteadiness(latest, tracks, comparisons, in: series) : nil
        let recovery = isAsked ? recovery(latest, tracks, comparisons, in: series) : nil
        let mean = missedMean(latest, tracks, in: series)
        return isAsked
            ? TargetEvidence(comparisons: comparisons, unsteadiness: unsteadiness, recovery: recovery, mean: mean)
            : .notAsked
    }

    private func finding(_ evidence: TargetEvidence, of latest: RecordedObservation) -> Finding {
        let reason = evidence.reason
        let light = light(of: evidence, reason)
        func finding(_ state: Finding.State, opensAlert: Bool) -> Finding {
            Finding(
                state,
                evidence,
                light: light,
                period: latest.period,
                observation: latest,
                opensAlert: opensAlert
            )
        }
        switch reason {
        case .meanMissed: return finding(.deviates(.warning), opensAlert: true)
        // It is no alert of its own, and keeps one that is open.
        case .unsteady: return finding(.deviates(evidence.unsteadiness?.severity ?? .warning), opensAlert: false)
        case .recovering: return finding(.deviates(evidence.recovery?.severity ?? .warning), opensAlert: false)
        case .met, .missed, .atLevel, .onCourse, .behind, .wrongWay, .notYetReached, .betterThanLevel, .noTarget,
            .notAsked, .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            let opensAlert = evidence.comparisons.contains(where: \.opensAlert)
            return finding(state(of: evidence.worst), opensAlert: opensAlert)
        }
    }

    private func light(of evidence: TargetEvidence, _ reason: TargetReason) -> Light? {
        switch reason {
        case .meanMissed: .amber
        case .unsteady, .recovering: .green
        case .met, .missed, .atLevel, .onCourse, .behind, .wrongWay, .notYetReached, .betterThanLevel, .noTarget,
            .notAsked, .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            evidence.worst.map { state(of: $0).light } ?? .grey
        }
    }

    /// The mean of twelve months that misses a target, where the value is of a month.
    private func missedMean(
        _ latest: RecordedObservation,
        _ tracks: [[IndicatorTarget]],
        in series: SeriesSubject
    ) -> TargetMean? {
        guard latest.period.kind == .month else { return nil }
        return tracks.lazy.compactMap { TargetMisses(of: latest, on: $0, in: series).level }.first { $0.isOpen }?.told
    }

    /// Whether a target of the value's own period is met again, and its alert is not over yet.
    private func recovery(
        _ latest: RecordedObservation,
        _ tracks: [[IndicatorTarget]],
        _ comparisons: [TargetComparison],
        in series: SeriesSubject
    ) -> TargetRecovery? {
        let holding = TargetHolding(parameters)
        guard !holding.endsAtOnce else { return nil }
        return ownTracks(tracks, comparisons).lazy.compactMap { track in
            TargetMisses(of: latest, on: track, in: series, holding)
                .recovery { severity(of: $0, missing: $1, $2, of: series.indicator) }
        }
        .first
    }

    /// The tracks by which the value was held against a target of its own period.
    private func ownTracks(_ tracks: [[IndicatorTarget]], _ comparisons: [TargetComparison]) -> [[IndicatorTarget]] {
        let own = comparisons.filter { $0.standing == .ownPeriod }.map(\.goal)
        return tracks.filter { own.contains($0.first?.goal) }
    }

    /// Whether a target of the value's own period is missed again and again.
    private func unsteadiness(
        _ latest: RecordedObservation,
        _ tracks: [[IndicatorTarget]],
        _ comparisons: [TargetComparison],
        in series: SeriesSubject
    ) -> Unsteadiness? {
        // Fewer values cannot miss a target anew so often.
        guard series.history.observations.count >= 2 * parameters.unsteadyAfter else { return nil }
        let limits = Unsteadiness.Limits(misses: parameters.unsteadyAfter, values: parameters.unsteadyAmong)
        return ownTracks(tracks, comparisons).lazy.compactMap { track in
            TargetMisses(of: latest, on: track, in: series)
                .unsteadiness(limits) { severity(of: $0, missing: $1, $2, of: series.indicator) }
        }
        .first
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
            return comparison(latest, undated, .ownPeriod, of: track, in: series)
        }
        if let own = track.first(where: { $0.period == latest.period }) {
            return comparison(latest, own, .ownPeriod, of: track, in: series)
        }
        // Where the path asks nothing of the year (`-`), the targets of other years ask nothing of it either.
        guard !series.unasked.contains(latest.period) else { return nil }
        if let ahead = track.first(where: { $0.period.end > latest.period.end }) {
            return aheadComparison(latest, ahead, of: track, in: series)
        }
        return track.last.map { comparison(latest, $0, .before, of: track, in: series) }
    }

    // MARK: Of the value's own period, or before

    private func comparison(
        _ latest: RecordedObservation,
        _ target: IndicatorTarget,
        _ standing: TargetComparison.Standing,
        of track: [IndicatorTarget],
        in series: SeriesSubject
    ) -> TargetComparison {
        let bound = series.bound(of: target)
        // While the period runs, its target lies ahead of what was measured so far.
        let lies = standing == .ownPeriod && latest.isOfUnfinishedPeriod ? .ahead : standing
        func comparison(
            _ verdict: TargetComparison.Verdict,
            _ noise: TargetNoise? = nil,
            isHeld: Bool = false
        ) -> TargetComparison {
            TargetComparison(
                target: target,
                standing: lies,
                bound: bound,
                verdict: verdict,
                noise: noise,
                isHeld: isHeld
            )
        }
        // The first value says where the series starts from; whether it moves shows with the next one.
        if series.isOwnBaseline(latest, of: target) { return comparison(.startingPoint) }
        guard let bound else { return comparison(.baselineMissing) }
        if bound.isMet(by: latest.value) { return comparison(.met) }
        if isBetterThanLevel(latest.value, target, bound, of: series.indicator) { return comparison(.betterThanLevel) }
        let misses = TargetMisses(of: latest, on: track, in: series, TargetHolding(parameters))
        let noise = misses.noise(missing: bound)
        let severity = severity(of: latest.value, missing: bound, noise, of: series.indicator)
        return comparison(.missed(severity), noise, isHeld: !misses.isDue)
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
        guard !isStart, let start, let pace = Pace(from: start, to: latest, bound, target) else {
            return ahead(isStart ? .startingPoint : .notYetReached)
        }
        let course = TargetCourse(of: latest, to: target, bound, from: start, in: series)
        let isDue = course.isDue(pace, after: parameters.alertAfter)
        let isBetter = isBetterThanLevel(latest.value, target, bound, of: series.indicator)
        if parameters.road == .linear {
            let verdict = isBetter ? .betterThanLevel : pace.verdict(onCourse: parameters.onCourse)
            return ahead(verdict, Road(pace, from: start.period, isDue: isDue))
        }
        let judgement = course.judgement(pace, by: parameters.road)
        let road = Road(pace, from: start.period, isDue: isDue, parameters.road, judgement)
        return ahead(isBetter ? .betterThanLevel : judgement.verdict, road)
    }

    // MARK: How far it misses

    /// Amber while the miss is within the tolerance, or while noise alone explains it: the interval of a survey or of a
    /// count of events holds the target (methods 5.2b and 7.3), or so far lies one value from the next (calibration 3).
    private func severity(
        of value: ExactDecimal,
        missing bound: Bound,
        _ noise: TargetNoise?,
        of indicator: Indicator
    ) -> Severity {
        if noise?.isWithin ?? false { return .warning }
        let tolerance = indicator.tolerance ?? parameters.tolerance
        guard let miss = value.subtracting(bound.value)?.magnitude,
            let allowed = tolerance.largestAmberMiss(target: bound.value)
        else { return .critical }
        return miss <= allowed ? .warning : .critical
    }
}

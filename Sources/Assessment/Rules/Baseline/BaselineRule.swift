package import Indicators

/// The rule `baseline`: a target that is measured from a value that is not there asks for it, in time.
///
/// Without that value the target can never be judged, and nothing else would say so. After a nulmeting from which the
/// target has yet to follow ("op basis hiervan wordt het ambitieniveau bepaald") it asks for the target.
package struct BaselineRule: Rule {
    package typealias Evidence = BaselineEvidence

    private let parameters: BaselineParameters

    package init(_ parameters: BaselineParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that asks for the value that a relative target is measured from" }

    package func applies(to indicator: Indicator) -> Bool { !indicator.isMilestone && indicator.budget == nil }

    package func fingerprint(of indicator: Indicator) -> [String] {
        ["\(parameters.daysBefore)"] + (indicator.targetFrom.map { ["target from \($0)"] } ?? [])
    }

    /// Judges what the targets of a series lack.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        // What files bring beside it, such as neighbourhoods, is not asked for one by one.
        guard series.isExpected else { return Finding(.inOrder, BaselineEvidence(.notNeeded), light: nil) }
        let lacking = lacking(series)
        if let first = lacking.first(where: { $0.day <= today }) {
            let evidence = BaselineEvidence(.awaited, target: first.target, baseline: first.baseline)
            // That the target cannot be judged colours nothing: another target of the same indicator may well be.
            return Finding(.deviates(.warning), evidence, light: nil, period: first.baseline ?? first.target.period)
        }
        if let period = series.indicator.targetFrom, let value = series.history.observation(of: period) {
            let evidence = BaselineEvidence(.targetToBeSet, baseline: period)
            return Finding(.deviates(.warning), evidence, light: nil, period: period, observation: value)
        }
        let reason = reason(series, lacks: !lacking.isEmpty)
        return Finding(.inOrder, BaselineEvidence(reason), light: nil, period: series.history.latest?.period)
    }

    private func reason(_ series: SeriesSubject, lacks: Bool) -> BaselineReason {
        guard series.targets.contains(where: { $0.isPlanned && $0.notation.requirement?.needsBaseline ?? false }) else {
            return .notNeeded
        }
        return lacks || series.history.observations.isEmpty ? .later : .known
    }

    /// The first day on which a value that is not needed yet is asked for.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        series.isExpected ? lacking(series).map(\.day).filter { $0 > today }.min() : nil
    }

    /// A target without the value that it is measured from, and the day from which that is asked for.
    private struct Lacking {
        let target: IndicatorTarget
        /// `nil` where any value before the target's own period will do.
        let baseline: Period?
        let day: CalendarDate
    }

    private func lacking(_ series: SeriesSubject) -> [Lacking] {
        series.targets.filter(\.isPlanned).compactMap { target in
            guard let requirement = target.notation.requirement, requirement.needsBaseline else { return nil }
            let near = target.period.start.adding(days: -parameters.daysBefore)
            guard let baseline = requirement.baseline else {
                return isStart(of: target, series) ? Lacking(target: target, baseline: nil, day: near) : nil
            }
            guard series.history.observation(of: baseline) == nil else { return nil }
            let late = series.indicator.cadence.dueDate(of: baseline).adding(days: 1)
            return Lacking(target: target, baseline: baseline, day: max(near, late))
        }
    }

    /// Whether a target that names no baseline can never be judged, since the series begins in its own period.
    ///
    /// A later target takes that value for its start. Where there is no value at all, the rule `overdue` asks for one.
    private func isStart(of target: IndicatorTarget, _ series: SeriesSubject) -> Bool {
        guard let first = series.history.observations.first else { return false }
        return first.period.end >= target.period.start
            && !series.targets.contains { $0.goal == target.goal && $0.period > target.period }
    }
}

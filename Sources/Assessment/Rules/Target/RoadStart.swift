internal import Indicators

/// Where the road to a target that lies ahead begins.
///
/// Of a relative target that is its baseline. Of another one it is the last value before the promise was made, so that a
/// road neither praises nor blames for what went before it: at the cell before in the same track; else before the first
/// period that the indicator is planned for in any track, or where no other is, the first that it is watched for. Where
/// nothing was measured before that, the first value since is the beginning.
///
/// Where nothing says when the promise began, the road begins at the first value of the last few periods: as many as a pace
/// has to last before it is told (methods, section 2.6: at least three years between base and now); where none of them has a
/// value, at the last one before the judged value. The oldest value of the series is no base: it says how long somebody has
/// measured, not since when something was promised, and each older file would move the verdict. What is told names the
/// base, so that nobody takes it for one of the document.
struct RoadStart {
    let series: SeriesSubject
    /// So many periods before the judged value are recent.
    let recent: Int

    /// The value that the road begins at; `nil` where there is none.
    func observation(
        to target: IndicatorTarget,
        in track: [IndicatorTarget],
        before latest: Period
    ) -> RecordedObservation? {
        if let requirement = target.notation.requirement, requirement.needsBaseline {
            guard let baseline = requirement.baseline else { return series.history.observations.first }
            return series.history.observation(of: baseline)
        }
        let cellBefore = track.last { $0.period.end <= latest.end && $0.period.end < target.period.end }
        if let cellBefore, let value = last(where: { $0.end <= cellBefore.period.end }) { return value }
        guard let day = beginningOfPlan(before: target) else { return recentValue(before: latest) }
        return last { $0.end < day } ?? series.history.observations.first
    }

    private func last(where condition: (Period) -> Bool) -> RecordedObservation? {
        series.history.observations.last { condition($0.period) }
    }

    private func recentValue(before latest: Period) -> RecordedObservation? {
        let before = series.history.observations.filter { $0.period < latest }
        return before.first { $0.period.steps(to: latest).map { $0 <= recent } ?? false } ?? before.last
    }

    /// `nil` where nothing tells when the plan was made but the target itself.
    private func beginningOfPlan(before target: IndicatorTarget) -> CalendarDate? {
        series.targets.map(\.period.start).filter { $0 < target.period.start }.min()
            ?? series.indicator.cadence.first?.start
    }
}

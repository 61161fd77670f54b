internal import Indicators

/// Where the road to a target that lies ahead begins.
///
/// Of a relative target that is its baseline. Of another one it is the last value before the plan was made: at the cell
/// before in the same track, else before the first period that the indicator is watched or planned for. Where nothing was
/// measured before, the first value is the beginning.
struct RoadStart {
    let series: SeriesSubject

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
        return beginningOfPlan(before: target).flatMap { day in last { $0.end < day } }
            ?? series.history.observations.first
    }

    private func last(where condition: (Period) -> Bool) -> RecordedObservation? {
        series.history.observations.last { condition($0.period) }
    }

    /// `nil` where nothing tells when the plan was made but the target itself.
    private func beginningOfPlan(before target: IndicatorTarget) -> CalendarDate? {
        let cells = series.targets.map(\.period.start).filter { $0 < target.period.start }
        return ([series.indicator.cadence.first?.start].compactMap(\.self) + cells).min()
    }
}

internal import Indicators

/// What the mean of twelve months says beside a target that holds for the judged month (calibration, section 3).
///
/// A month of its own goes up and down with the season; the mean does not. Under `facts` it speaks where the target is of the
/// whole year; a month that misses a target of its own is told as that.
struct MonthlyLevel {
    /// Whether the means until the judged month come to an alert.
    let isOpen: Bool
    /// The mean as of the judged month, as it is told.
    let told: TargetMean

    /// - Parameters:
    ///   - values: the comparable values until the judged one, which is the last.
    ///   - track: the targets that they are held against.
    ///   - series: their series.
    init?(of values: [RecordedObservation], on track: [IndicatorTarget], in series: SeriesSubject) {
        let profile = series.indicator.profile
        guard let latest = values.last, let target = track.holding(for: latest.period),
            profile != .facts || (target.isPlanned && target.period != latest.period),
            let months = MonthlyMeans(of: values), let mean = months.means.last?.mean,
            let bound = series.bound(of: target)
        else { return nil }
        let strengths = months.means.compactMap { place, mean in
            track.holding(for: values[place].period).flatMap(series.bound(of:)).map {
                mean.strength(of: $0.miss(by: mean.mean), profile)
            }
        }
        isOpen = LastingMiss(hold: MonthlyMeans.hold(profile), of: strengths).isOpen
        let decimals = values.suffix(12).map(\.value).mostDecimals + 1
        told = TargetMean(
            goal: target.goal,
            period: target.isPlanned ? target.period : nil,
            bound: bound,
            mean: ExactDecimal(told: mean.mean, decimals: decimals) ?? .zero
        )
    }
}

extension [IndicatorTarget] {
    /// The target that holds for a month: of no period, of the month, or of the year that it lies in.
    fileprivate func holding(for month: Period) -> IndicatorTarget? {
        last { !$0.isPlanned } ?? first { $0.period == month }
            ?? first { $0.period.start <= month.start && $0.period.end >= month.end }
    }
}

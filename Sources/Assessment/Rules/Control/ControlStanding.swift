internal import Indicators

/// How the latest value stands in its chart.
struct ControlStanding {
    let limits: ControlEvidence.Limits
    let cause: SpecialCause?
    let target: Bound?
    let assurance: ProcessAssurance?

    /// `nil` where there are no limits, since all values are alike.
    init?(_ stretch: MeasuredStretch, in series: SeriesSubject, screensOutliers: Bool) {
        let chart = ProcessChart(stretch.numbers, screensOutliers: screensOutliers)
        guard let process = chart.current?.limits, let bounds = process.bounds, bounds.lowerBound < bounds.upperBound,
            let mean = stretch.told(process.mean), let lower = stretch.told(bounds.lowerBound),
            let upper = stretch.told(bounds.upperBound)
        else { return nil }
        limits = ControlEvidence.Limits(mean: mean, lower: lower, upper: upper, screenedOut: process.screenedOut)
        cause = chart.lastCause
        target = Self.target(of: series, from: stretch.last.period)
        assurance = target.flatMap { target in
            Self.higherIsBetter(target).map {
                ProcessAssurance(target: target.value.double, bounds: bounds, higherIsBetter: $0)
            }
        }
    }

    /// The target of the period, or the next one ahead: of the path, else of a goal.
    private static func target(of series: SeriesSubject, from period: Period) -> Bound? {
        let open = series.targets.filter { !$0.isPlanned || $0.period.end >= period.end }
            .sorted { $0.period.end < $1.period.end }
        return (open.first { $0.goal == nil } ?? open.first).flatMap(series.bound)
    }

    /// `nil` where a value has to be kept.
    private static func higherIsBetter(_ target: Bound) -> Bool? {
        switch target.comparator {
        case .above, .atLeast: true
        case .below, .atMost: false
        case .equal: nil
        }
    }
}

package import Indicators

/// How far a figure lies from its true level by chance alone (calibration, section 3).
package enum FigureNoise: Hashable, Sendable {
    /// The true level lies within the one range at 80 %, and within the other at 95 %: of a survey, or of a count of events.
    case intervals(likely: ClosedRange<Double>, certain: ClosedRange<Double>)
    /// So far one value of the series lies from the next without a cause.
    case spread(Double)
    /// There are too few values to know.
    case unknown

    /// The values that a spread is taken from: so many at most, and so many at least.
    private static let mostValues = 10
    private static let fewestValues = 5

    /// The noise of values in the order of time: their screened mean moving range over 1.128.
    package init(ofValuesBefore values: some BidirectionalCollection<Double>) {
        guard values.count >= Self.fewestValues,
            let deviation = ProcessLimits(Array(values.suffix(Self.mostValues))).deviation, deviation > 0
        else {
            self = .unknown
            return
        }
        self = .spread(deviation)
    }

    /// The noise of a count of independent events (Garwood; methods, section 5.2b).
    package init(ofEvents count: Int) {
        let likely = PoissonInterval(count: count, confidence: 0.8)
        let certain = PoissonInterval(count: count, confidence: 0.95)
        self = .intervals(likely: likely.lower...likely.upper, certain: certain.lower...certain.upper)
    }

    /// The noise of the share of a survey, 0 through 1 (Wilson; methods, section 5.1), in percent.
    package init(ofShare survey: WilsonInterval) {
        func percent(_ confidence: Double) -> ClosedRange<Double> {
            let bounds = survey.bounds(confidence: confidence)
            return bounds.lowerBound * 100...bounds.upperBound * 100
        }
        self = .intervals(likely: percent(0.8), certain: percent(0.95))
    }

    /// The noise of a value with its published interval, taken for one of 95 %; to each side its own.
    package init(of value: Double, published interval: ClosedRange<Double>) {
        let share = NormalDistribution.quantile(0.8) / NormalDistribution.quantile(0.95)
        let lower = min(value, interval.lowerBound)
        let upper = max(value, interval.upperBound)
        self = .intervals(
            likely: value - (value - lower) * share...value + (upper - value) * share,
            certain: lower...upper
        )
    }
}

extension FigureNoise {
    /// Where too few values are known, a miss of so much of the target is beyond noise.
    private static let shareOfTarget = 0.05

    /// What a miss of a target says.
    ///
    /// - Parameters:
    ///   - miss: how far the value lies beyond the target, in its unit; `nil` where it does what is asked.
    ///   - target: the value of the target.
    ///   - profile: how certain it has to be.
    /// - Returns: its strength. Every comparison is strict: what touches its limit lies within.
    package func strength(of miss: Double?, target: Double, _ profile: AlertProfile) -> MissStrength {
        guard let miss else { return .met }
        switch self {
        case .intervals(let likely, let certain):
            if !certain.contains(target) { return .strong }
            return profile == .strict || likely.contains(target) ? .withinNoise : .weak
        case .spread(let spread):
            switch profile {
            case .strict: return miss > 2 * spread ? .weak : .withinNoise
            case .facts, .calibrated: return miss > 3 * spread ? .strong : miss > spread ? .weak : .withinNoise
            }
        case .unknown: return miss > Self.shareOfTarget * abs(target) ? .weak : .withinNoise
        }
    }
}

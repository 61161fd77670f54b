package import Indicators

/// How a missed target lies to the noise of the figure that misses it, as it is told (calibration, sections 3 and 5).
package struct TargetNoise: Hashable, Sendable, Codable {
    /// What the noise is known from.
    package enum Source: String, Hashable, Sendable, Codable {
        /// The number of independent events that was counted.
        case events
        /// The survey's own interval, or its number of respondents.
        case survey
        /// The values before it.
        case series
    }

    package let source: Source
    /// Where the true level lies at 95 %, rounded; of a series the value with its spread to both sides.
    package let range: ValueRange
    /// How far one value of the series lies from the next without a cause, rounded; `nil` for the other sources.
    package let spread: ExactDecimal?
    /// Whether noise alone explains the miss ("op de grens").
    package let isWithin: Bool
}

/// The noise of one observation of a series.
struct ObservedNoise {
    let noise: FigureNoise
    private let source: TargetNoise.Source
    private let value: ExactDecimal

    /// - Parameters:
    ///   - observation: the observation.
    ///   - before: the comparable values before it, oldest first.
    ///   - series: the series that they are of.
    init(of observation: Observation, after before: some BidirectionalCollection<Double>, in series: SeriesSubject) {
        value = observation.value
        if series.indicator.counts.contains(.events), let count = observation.value.wholeCount {
            (noise, source) = (FigureNoise(ofEvents: count), .events)
        } else if let lower = observation.interval?.minimum, let upper = observation.interval?.maximum, lower <= upper {
            noise = FigureNoise(of: value.double, published: lower.double...upper.double)
            source = .survey
        } else if let survey = WilsonInterval(observation, of: series, designEffect: Self.designEffect) {
            (noise, source) = (FigureNoise(ofShare: survey), .survey)
        } else {
            (noise, source) = (FigureNoise(ofValuesBefore: before), .series)
        }
    }

    private static let designEffect = ExactDecimal(WilsonInterval.cautiousDesignEffect, decimals: 1) ?? ExactDecimal(1)

    /// What it says of a missed target; `nil` where nothing is known of the noise.
    func told(_ miss: Double, of target: ExactDecimal) -> TargetNoise? {
        let decimals = [value].mostDecimals + 1
        func rounded(_ number: Double) -> ExactDecimal? { ExactDecimal(told: number, decimals: decimals) }
        switch noise {
        case .intervals(_, let certain):
            return TargetNoise(
                source: source,
                range: ValueRange(minimum: rounded(certain.lowerBound), maximum: rounded(certain.upperBound)),
                spread: nil,
                isWithin: certain.contains(target.double)
            )
        case .spread(let spread):
            let (low, high) = (rounded(value.double - spread), rounded(value.double + spread))
            return TargetNoise(
                source: source,
                range: ValueRange(minimum: low, maximum: high),
                spread: rounded(spread),
                isWithin: miss <= spread
            )
        case .unknown: return nil
        }
    }
}

extension ExactDecimal {
    /// The value as a number of things; `nil` where it is none.
    fileprivate var wholeCount: Int? {
        let whole = withoutTrailingZeros
        return whole.scale == 0 && whole >= .zero ? Int(exactly: whole.double) : nil
    }
}

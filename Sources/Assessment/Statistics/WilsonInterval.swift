/// The share of a survey with its Wilson interval (methods, section 5.1).
package struct WilsonInterval: Hashable, Sendable {
    /// The share that was found, 0 through 1.
    package let proportion: Double
    /// The number of respondents that a plain sample would need for the same precision.
    package let effectiveSize: Double

    /// The deff to reckon with where a supplier names none.
    package static let cautiousDesignEffect = 1.5

    /// - Parameters:
    ///   - proportion: the share, 0 through 1.
    ///   - size: the number of respondents, above 0.
    ///   - designEffect: how much less a weighted sample says than a plain one of its size.
    package init(proportion: Double, size: Double, designEffect: Double = 1) {
        self.proportion = min(max(proportion, 0), 1)
        effectiveSize = size / designEffect
    }

    /// The interval at a level of confidence, within 0 through 1.
    package func bounds(confidence: Double = 0.95) -> ClosedRange<Double> {
        let (p, n, z) = (proportion, effectiveSize, NormalDistribution.quantile(confidence))
        let denominator = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / denominator
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / denominator
        return (p == 0 ? 0 : max(0, centre - half))...(p == 1 ? 1 : min(1, centre + half))
    }

    /// The plain interval, which is wrong near 0 and 1 and with few respondents.
    package func waldBounds(confidence: Double = 0.95) -> ClosedRange<Double> {
        let half = NormalDistribution.quantile(confidence) * standardError
        return proportion - half...proportion + half
    }

    /// The standard error of the share.
    package var standardError: Double { (proportion * (1 - proportion) / effectiveSize).squareRoot() }

    /// How many standard errors the share lies from a target, if the target were true.
    ///
    /// It is beyond the quantile exactly where the target lies outside the Wilson interval.
    package func score(against target: Double) -> Double {
        (proportion - target) / (target * (1 - target) / effectiveSize).squareRoot()
    }

    /// How the interval lies to a target.
    package func position(to target: Double, confidence: Double = 0.95) -> IntervalPosition {
        let bounds = bounds(confidence: confidence)
        return IntervalPosition(lower: bounds.lowerBound, upper: bounds.upperBound, target: target)
    }
}

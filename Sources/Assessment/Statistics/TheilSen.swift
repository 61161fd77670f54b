/// The line of Theil and Sen: the median of the slopes between all pairs, which an outlier does not move (methods,
/// section 4.2).
package struct TheilSen: Hashable, Sendable {
    package let slope: Double
    /// The value of the line at 0.
    package let intercept: Double
    /// The slopes of all pairs, in order.
    private let slopes: [Double]
    private let variance: Double

    /// The line through points; `nil` where no two lie apart in time.
    package init?(times: [Double], values: [Double]) {
        let points = Array(zip(times, values))
        var slopes: [Double] = []
        slopes.reserveCapacity(points.count * (points.count - 1) / 2)
        for (place, first) in points.enumerated() {
            for second in points[(place + 1)...] where second.0 != first.0 {
                slopes.append((second.1 - first.1) / (second.0 - first.0))
            }
        }
        slopes.sort()
        guard let slope = Self.median(sorted: slopes) else { return nil }
        self.slope = slope
        self.slopes = slopes
        let (time, value) = (Self.median(sorted: times.sorted()), Self.median(sorted: values.sorted()))
        intercept = (value ?? 0) - slope * (time ?? 0)
        variance = MannKendall(values).variance
    }

    /// The value of the line at a time.
    package func value(at time: Double) -> Double { intercept + slope * time }

    /// The interval of the slope (Sen 1968); with few points it spans nearly all slopes.
    package func slopeBounds(confidence: Double = 0.95) -> ClosedRange<Double> {
        let spread = NormalDistribution.quantile(confidence) * variance.squareRoot()
        let count = Double(slopes.count)
        let upper = Int(((count + spread) / 2).rounded(.toNearestOrEven))
        let lower = Int(((count - spread) / 2).rounded(.toNearestOrEven)) - 1
        let last = slopes.count - 1
        return slopes[min(max(lower, 0), last)]...slopes[max(min(upper, last), 0)]
    }

    private static func median(sorted values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }
}

/// The limits of an XmR chart over one stretch of values (methods, section 1.1).
package struct ProcessLimits: Hashable, Sendable {
    package let mean: Double
    /// The average of all moving ranges; `nil` for a single value.
    package let unscreenedRange: Double?
    /// The average of the moving ranges that are no outliers; `nil` where none is left.
    package let averageRange: Double?
    /// How many moving ranges were left out as outliers.
    package let screenedOut: Int

    /// A moving range of so many times the average and more is an outlier (Nelson 1982).
    private static let outlier = 3.267
    private static let limit = 2.66

    /// The limits of values in the order of time; at least one.
    package init(_ values: [Double], screensOutliers: Bool = true) {
        mean = values.reduce(0, +) / Double(max(1, values.count))
        let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
        let average = Self.average(ranges)
        unscreenedRange = average
        let kept = ranges.filter { range in !screensOutliers || average.map { range < Self.outlier * $0 } ?? true }
        averageRange = Self.average(kept)
        screenedOut = ranges.count - kept.count
    }

    private static func average(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The natural limits; `nil` where no moving range is left.
    package var bounds: ClosedRange<Double>? { bounds(Self.limit) }

    /// The limits of what lies close to the natural ones.
    package var nearBounds: ClosedRange<Double>? { bounds(2 * (Self.limit / 3)) }

    private func bounds(_ factor: Double) -> ClosedRange<Double>? {
        averageRange.map { mean - factor * $0...mean + factor * $0 }
    }

    /// The spread of the values by chance: the average moving range over 1.128 (calibration, section 3).
    package var deviation: Double? { averageRange.map { $0 / 1.128 } }
}

/// The quartiles of values, between two of them on the straight line (as numpy and R by default reckon them).
package struct Quartiles: Hashable, Sendable {
    package let lower: Double
    package let median: Double
    package let upper: Double

    /// `nil` without a value.
    package init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        func at(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        (lower, median, upper) = (at(0.25), at(0.5), at(0.75))
    }

    /// The quarter that a value lies in, from the lowest; one on a quartile belongs to the middle.
    package func quarter(of value: Double) -> Quarter {
        if value < lower { return .first }
        if value > upper { return .fourth }
        return value < median ? .second : .third
    }
}

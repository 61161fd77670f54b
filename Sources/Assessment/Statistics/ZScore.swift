/// How many standard deviations a value lies from the mean of others (methods, section 5.3).
package struct ZScore: Hashable, Sendable {
    /// The bands of the Brabantscan, from low to high.
    package enum Band: Int, Hashable, Sendable, CaseIterable, Comparable {
        case farBelow
        case below
        case average
        case above
        case farAbove

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let value: Double

    /// The score of a value among others; `nil` where they do not differ.
    package init?(of value: Double, among others: [Double]) {
        guard others.count >= 2 else { return nil }
        let mean = others.reduce(0, +) / Double(others.count)
        let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(others.count - 1)).squareRoot()
        guard deviation > 0 else { return nil }
        self.value = (value - mean) / deviation
    }

    package init(_ value: Double) { self.value = value }

    /// The band; one that touches the middle belongs to it.
    package var band: Band {
        if value < -2 { return .farBelow }
        if value < -1 { return .below }
        if value > 2 { return .farAbove }
        return value > 1 ? .above : .average
    }
}

/// How far a value lies from its target, above 0 to the better side, and the light that follows (methods, section 7.3).
package struct SignedDeviation: Hashable, Sendable {
    /// The deviation in the unit of the value.
    package let amount: Double
    /// What is held against the tolerances: the amount, or its part of the target.
    package let measure: Double
    /// Whether a published interval holds the target.
    private let isWithinInterval: Bool

    /// The deviation; `nil` where it is asked as a part of a target of 0.
    package init?(
        value: Double,
        target: Double,
        higherIsBetter: Bool,
        isRelative: Bool,
        interval: ClosedRange<Double>? = nil
    ) {
        guard !isRelative || target != 0 else { return nil }
        amount = higherIsBetter ? value - target : target - value
        measure = isRelative ? amount / abs(target) : amount
        isWithinInterval = interval?.contains(target) ?? false
    }

    /// Green within the one tolerance, amber within the other, or where the interval holds the target.
    package func light(green: Double = 0, amber: Double) -> Light {
        if measure >= -green { return .green }
        return measure >= -amber || isWithinInterval ? .amber : .red
    }
}

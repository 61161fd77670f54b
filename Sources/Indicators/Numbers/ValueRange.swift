/// The smallest and the largest value that make sense, both included; `nil` is no bound.
package struct ValueRange: Hashable, Sendable, Codable {
    package var minimum: ExactDecimal?
    package var maximum: ExactDecimal?

    package init(minimum: ExactDecimal? = nil, maximum: ExactDecimal? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Whether the value lies within both bounds.
    package func contains(_ value: ExactDecimal) -> Bool {
        if let minimum, value < minimum { return false }
        if let maximum, value > maximum { return false }
        return true
    }
}

/// A comparator with the value it compares with.
package struct Bound: Hashable, Sendable, Codable {
    package let comparator: Comparator
    package let value: ExactDecimal
    /// How far a value may lie from an equal one to both sides; `nil` for not at all.
    package let margin: ExactDecimal?

    package init(comparator: Comparator, value: ExactDecimal, margin: ExactDecimal? = nil) {
        self.comparator = comparator
        self.value = value
        self.margin = margin
    }

    /// Whether the value meets the bound.
    package func isMet(by observed: ExactDecimal) -> Bool {
        guard comparator == .equal, let margin, let miss = observed.subtracting(value)?.magnitude else {
            return comparator.holds(observed, value)
        }
        return miss <= margin
    }

    /// The bound in Dutch, with its unit: `< 108 per 1000`, `≤ 7,9%`, `= 62% (± 2)`.
    package func written(unit: MeasureUnit) -> String {
        guard unit != .milestone else { return unit.written(value) }
        let margin = margin.map { " (± \($0.withoutTrailingZeros.written(decimalSign: ",")))" } ?? ""
        return "\(comparator.sign) \(unit.written(value))\(margin)"
    }
}

/// What an indicator's values count, such as `%`, `per 1000`, `aantal`, `maanden` or `mijlpaal`.
package struct MeasureUnit: Hashable, Sendable, CustomStringConvertible {
    /// The unit as configuration and documents write it.
    package let symbol: String

    /// Makes a unit; blanks around it do not count.
    package init(_ symbol: String) {
        self.symbol = symbol.trimmed
    }

    package static let percent = MeasureUnit("%")
    package static let count = MeasureUnit("aantal")
    package static let perThousand = MeasureUnit("per 1000")
    /// Reached or not: the value 1 (`gereed`) or 0.
    package static let milestone = MeasureUnit("mijlpaal")

    package var description: String { symbol }

    /// The values that can occur by the nature of the unit: a percentage lies in 0 through 100, a count is not negative.
    package var naturalRange: ValueRange {
        switch self {
        case .percent: ValueRange(minimum: .zero, maximum: ExactDecimal(100))
        case .perThousand: ValueRange(minimum: .zero, maximum: ExactDecimal(1000))
        case .milestone: ValueRange(minimum: .zero, maximum: ExactDecimal(1))
        case .count, MeasureUnit("maanden"), MeasureUnit("dagen"), MeasureUnit("weken"): ValueRange(minimum: .zero)
        default: ValueRange()
        }
    }

    /// The value with its unit in Dutch: `25,3%`, `112 per 1000`, `388`, `gereed`.
    package func written(_ value: ExactDecimal) -> String {
        switch self {
        case .percent: "\(value.written(decimalSign: ","))%"
        case .count: value.written(decimalSign: ",")
        case .milestone: value == ExactDecimal(1) ? "gereed" : "niet gereed"
        default: "\(value.written(decimalSign: ",")) \(symbol)"
        }
    }
}

/// The smallest and the largest value that make sense, both included; `nil` is no bound.
package struct ValueRange: Hashable, Sendable {
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

extension StringProtocol {
    /// The text without blanks, tabs, line ends and the no-break spaces of spreadsheets at both ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}

extension Unicode.Scalar {
    /// Whether this is white space, among it the no-break spaces U+00A0 and U+202F.
    package var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" }
}

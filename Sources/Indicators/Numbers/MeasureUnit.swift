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

    package static let euro = MeasureUnit("€")
    /// Amounts in thousands, as municipal budgets write them ("x € 1.000").
    package static let thousandEuro = MeasureUnit("€ 1.000")

    package var description: String { symbol }

    /// How many euros a value of 1 is; `nil` for a unit that is not money.
    package var euros: ExactDecimal? {
        switch self {
        case .euro: ExactDecimal(1)
        case .thousandEuro: ExactDecimal(1000)
        default: nil
        }
    }

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

    /// The value with its unit in Dutch: `25,3%`, `112 per 1000`, `388`, `gereed`, `€ 21.055.000`.
    package func written(_ value: ExactDecimal) -> String {
        switch self {
        case .euro, .thousandEuro: written(amount: value)
        case .percent: "\(number(value))%"
        case .count: number(value)
        case .milestone: value == ExactDecimal(1) ? "gereed" : "niet gereed"
        default: "\(number(value)) \(symbol)"
        }
    }

    /// The bare number with a decimal comma, of a count and an amount with points between the thousands: `1.080`.
    package func number(_ value: ExactDecimal) -> String {
        guard self == .count || euros != nil else { return value.written(decimalSign: ",") }
        let parts = value.magnitude.written(decimalSign: ",").split(separator: ",").map(String.init)
        let sign = value < .zero ? "-" : ""
        return sign + ([parts[0].groupedByThousands] + parts.dropFirst()).joined(separator: ",")
    }

    /// The amount in whole euros where it has no cents: `-€ 21.055.000`, `€ 12,50`.
    private func written(amount: ExactDecimal) -> String {
        guard let euros, let value = amount.multiplied(by: euros) else {
            return "\(amount.written(decimalSign: ",")) \(symbol)"
        }
        let cents = value.scale == 0 ? value : value.rounded(decimals: 2) ?? value
        return "\(cents < .zero ? "-" : "")€ \(number(cents.magnitude))"
    }
}

extension String {
    /// Digits with a point between the thousands: `1.234.567`.
    fileprivate var groupedByThousands: String {
        let digits = Array(utf8)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(decoding: digits[max(0, end - 3)..<end], as: UTF8.self)
        }
        return groups.reversed().joined(separator: ".")
    }
}

/// A decimal number kept exactly as its supplier wrote it.
///
/// `7,0` keeps its decimal: it equals `7` but prints as `7.0`. At most 18 significant digits, so that sums and
/// comparisons of any two values stay within 128 bits. Ours, because Foundation's `Decimal` forgets the decimals as written
/// and rounds without a word.
package struct ExactDecimal: Sendable {
    /// All digits as one whole number, with the sign.
    package let coefficient: Int64
    /// The number of digits behind the decimal sign, 0 through 18.
    package let scale: Int

    /// The largest number of digits, and of decimals, that is kept.
    package static let maximumDigits = 18

    /// Makes `coefficient × 10^-scale`; `nil` where the scale is not 0 through 18.
    package init?(coefficient: Int64, scale: Int) {
        guard (0...Self.maximumDigits).contains(scale) else { return nil }
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Makes a whole number.
    package init(_ whole: Int) {
        coefficient = Int64(whole)
        scale = 0
    }

    /// Zero.
    package static let zero = ExactDecimal(0)
}

extension ExactDecimal: Hashable, Comparable {
    package static func == (left: Self, right: Self) -> Bool {
        if left.scale == right.scale { return left.coefficient == right.coefficient }
        return left.aligned(to: right.scale) == right.aligned(to: left.scale)
    }

    package static func < (left: Self, right: Self) -> Bool {
        if left.scale == right.scale { return left.coefficient < right.coefficient }
        return left.aligned(to: right.scale) < right.aligned(to: left.scale)
    }

    package func hash(into hasher: inout Hasher) {
        let bare = withoutTrailingZeros
        hasher.combine(bare.coefficient)
        hasher.combine(bare.scale)
    }

    /// The number times a power of ten; `nil` where that has more digits than are kept.
    package func timesTen(toThe power: Int) -> ExactDecimal? {
        power <= scale
            ? ExactDecimal(coefficient: coefficient, scale: scale - power)
            : ExactDecimal(Int128(coefficient) * Int128.powerOfTen(power - scale), scale: 0)
    }

    /// The coefficient at the larger of both scales.
    fileprivate func aligned(to otherScale: Int) -> Int128 {
        Int128(coefficient) * Int128.powerOfTen(max(0, otherScale - scale))
    }

    /// The same number without the zeros that close its decimals.
    package var withoutTrailingZeros: ExactDecimal {
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        return ExactDecimal(coefficient: coefficient, scale: scale) ?? self
    }
}

extension ExactDecimal {
    /// The exact sum; `nil` where it has more than 18 digits.
    package func adding(_ other: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(aligned(to: other.scale) + other.aligned(to: scale), scale: max(scale, other.scale))
    }

    /// The exact difference; `nil` where it has more than 18 digits.
    package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(aligned(to: other.scale) - other.aligned(to: scale), scale: max(scale, other.scale))
    }

    /// The exact product, without closing zeros; `nil` where it has more than 18 digits or decimals.
    package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let left = withoutTrailingZeros
        let right = other.withoutTrailingZeros
        return ExactDecimal(Int128(left.coefficient) * Int128(right.coefficient), scale: left.scale + right.scale)?
            .withoutTrailingZeros
    }

    /// The quotient, rounded half up (away from zero) to `decimals`; `nil` for division by zero or too many digits.
    package func divided(by divisor: ExactDecimal, decimals: Int) -> ExactDecimal? {
        guard divisor.coefficient != 0, (0...Self.maximumDigits).contains(decimals) else { return nil }
        let (shifted, overflow) = aligned(to: divisor.scale)
            .multipliedReportingOverflow(by: Int128.powerOfTen(decimals))
        guard !overflow else { return nil }
        return ExactDecimal(Self.roundHalfUp(shifted, divisor.aligned(to: scale)), scale: decimals)
    }

    /// The number rounded half up (away from zero) to `decimals`, and printed with exactly that many.
    package func rounded(decimals: Int) -> ExactDecimal? {
        divided(by: ExactDecimal(1), decimals: decimals)
    }

    /// The number without its sign.
    package var magnitude: ExactDecimal {
        coefficient < 0 ? ExactDecimal(coefficient: -coefficient, scale: scale) ?? self : self
    }

    private init?(_ coefficient: Int128, scale: Int) {
        guard coefficient.magnitude < Int128.powerOfTen(Self.maximumDigits).magnitude else { return nil }
        self.init(coefficient: Int64(coefficient), scale: scale)
    }

    private static func roundHalfUp(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder.magnitude * 2 >= denominator.magnitude else { return quotient }
        return quotient + ((numerator < 0) == (denominator < 0) ? 1 : -1)
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number with a decimal point and no thousands signs, as JSON writes it: `-25.30`.
    package var description: String { written(decimalSign: ".") }

    /// The number with the given decimal sign and every decimal that was supplied.
    package func written(decimalSign: Character) -> String {
        guard scale > 0 else { return String(coefficient) }
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let sign = coefficient < 0 ? "-" : ""
        return "\(sign)\(padded.dropLast(scale))\(decimalSign)\(padded.suffix(scale))"
    }
}

extension ExactDecimal {
    /// Reads digits with at most one decimal sign and an optional minus: `-25,3`.
    ///
    /// This is the whole grammar: no exponent, no blanks, no thousands sign, no `nan`. `nil` for anything else.
    package init?(_ text: some StringProtocol, decimalSign: Unicode.Scalar = ".") {
        var reader = DecimalReader(decimalSign: decimalSign)
        for scalar in text.unicodeScalars {
            guard reader.read(scalar) else { return nil }
        }
        guard let value = reader.value else { return nil }
        self = value
    }
}

/// Collects the digits of one number.
private struct DecimalReader {
    let decimalSign: Unicode.Scalar
    private var coefficient: Int64 = 0
    private var isNegative = false
    private var digitsBefore = 0
    private var decimals: Int?
    private var isFirst = true

    init(decimalSign: Unicode.Scalar) {
        self.decimalSign = decimalSign
    }

    mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        defer { isFirst = false }
        switch scalar {
        case "0"..."9": return read(digit: Int64(scalar.value - 48))
        // U+2212 is the minus sign that word processors write.
        case "-" where isFirst, "\u{2212}" where isFirst: isNegative = true
        case decimalSign where decimals == nil && digitsBefore > 0: decimals = 0
        default: return false
        }
        return true
    }

    private mutating func read(digit: Int64) -> Bool {
        guard coefficient < 100_000_000_000_000_000 else { return false }
        coefficient = coefficient * 10 + digit
        if let count = decimals { decimals = count + 1 } else { digitsBefore += 1 }
        return (decimals ?? 0) <= ExactDecimal.maximumDigits
    }

    var value: ExactDecimal? {
        guard digitsBefore > 0, decimals != 0 else { return nil }
        return ExactDecimal(coefficient: isNegative ? -coefficient : coefficient, scale: decimals ?? 0)
    }
}

extension Int128 {
    fileprivate static func powerOfTen(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}

extension ExactDecimal {
    /// The nearest binary number, for statistics only.
    package var double: Double {
        var power = 1.0
        for _ in 0..<scale { power *= 10 }
        return Double(coefficient) / power
    }

    /// A statistical result, rounded half away from zero to `decimals`; `nil` where it is no number or too large.
    package init?(_ statistic: Double, decimals: Int) {
        var shifted = statistic
        for _ in 0..<decimals { shifted *= 10 }
        guard shifted.isFinite, abs(shifted) < 1e17 else { return nil }
        self.init(coefficient: Int64(shifted.rounded(.toNearestOrAwayFromZero)), scale: decimals)
    }
}

internal import Glibc

/// A number as a workbook stores it, as the decimal that the spreadsheet shows: at most 15 significant digits.
///
/// A stored 85083.67000000001 is another double than 85083.67, and both are shown as 85083.67: more than 15 digits are what
/// binary arithmetic left behind (`%.15g` of the double).
struct SheetNumber {
    let isNegative: Bool
    /// The significant digits, without zeros at either end; none for 0.
    private let digits: [UInt8]
    /// The number is `0.digits` × 10 to this power.
    private let exponent: Int

    private static let mostDigits = 15
    /// Doubles reach from 5e-324 to 1.8e308.
    private static let exponents = -330...309

    /// Reads `-12.5E-2`, and nothing else: no `nan`, no `0x`, no blanks.
    init?(_ text: [UInt8]) {
        guard let stored = Self.parse(text[...]) else { return nil }
        guard stored.digits.count > Self.mostDigits else {
            self = stored
            return
        }
        // More digits than are shown: the nearest double decides how they round.
        guard let double = Double(String(decoding: text, as: UTF8.self)), double.isFinite,
            let shown = Self.parse(Self.format(double)[...])
        else { return nil }
        self = shown
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        self.exponent = exponent
    }

    /// Reads `-?d+(.d+)?([eE][+-]?d+)?`.
    private static func parse(_ text: ArraySlice<UInt8>) -> SheetNumber? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(1 + fraction.count)
            guard !fraction.isEmpty else { return nil }
        }
        guard !whole.isEmpty, let power = power(rest) else { return nil }
        let all = whole + fraction
        let leading = all.prefix { $0 == UInt8(ascii: "0") }.count
        var digits = Array(all.dropFirst(leading))
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let exponent = whole.count - leading + power
        guard digits.isEmpty || exponents.contains(exponent) else { return nil }
        return SheetNumber(isNegative: isNegative, digits: digits, exponent: exponent)
    }

    /// The power of ten behind `e`; 0 where there is none, `nil` for anything else.
    private static func power(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return 0 }
        guard first | 0x20 == UInt8(ascii: "e") else { return nil }
        var digits = text.dropFirst()
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        guard (1...4).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        let power = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return sign == UInt8(ascii: "-") ? -power : power
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func format(_ double: Double) -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: 32)
        let count = withVaList([double]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
        return buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    }

    /// Writes it with a point and without a power: `-0.25`.
    ///
    /// - Parameters:
    ///   - bytes: what it is written behind.
    ///   - shift: how many places the point moves to the right: a percentage is exact that way, unlike 0.29 × 100.
    func write(to bytes: inout [UInt8], movingPointBy shift: Int = 0) {
        let zero = UInt8(ascii: "0")
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let point = digits.isEmpty ? 0 : exponent + shift
        if point <= 0 { bytes.append(zero) }
        if point > 0 {
            bytes.append(contentsOf: digits.prefix(point))
            bytes.append(contentsOf: repeatElement(zero, count: max(0, point - digits.count)))
        }
        guard !digits.isEmpty, point < digits.count else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: repeatElement(zero, count: max(0, -point)))
        bytes.append(contentsOf: digits.dropFirst(max(0, point)))
    }

    /// The nearest double, for counting days.
    var double: Double {
        var text: [UInt8] = []
        write(to: &text)
        return Double(String(decoding: text, as: UTF8.self)) ?? .nan
    }

    var isZero: Bool { digits.isEmpty }
}

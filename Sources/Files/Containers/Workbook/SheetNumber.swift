internal import Glibc

/// A number as a workbook stores it, as the decimal that the spreadsheet shows: at most 15 significant digits.
///
/// A stored 85083.67000000001 is another double than 85083.67, and both are shown as 85083.67: more than 15 digits are what
/// binary arithmetic left behind (`%.15g` of the double).
struct SheetNumber {
    let isNegative: Bool
    /// The significant digits, without zeros at either end; 0 for 0.
    private let digits: UInt64
    /// How many they are.
    private let count: Int
    /// The number is `digits` × 10 to this power.
    private let power: Int

    /// Reads `-12.5E-2`, and nothing else: no `nan`, no `0x`, no blanks.
    init?(_ text: [UInt8]) {
        var reader = SheetNumberReader()
        guard reader.read(text) else { return nil }
        if reader.hasMoreDigits {
            // The nearest double decides how they round.
            guard let double = Double(String(decoding: text, as: UTF8.self)), double.isFinite else { return nil }
            reader = SheetNumberReader()
            guard reader.read(Self.format(double)) else { return nil }
        }
        isNegative = reader.isNegative && reader.digits != 0
        digits = reader.digits
        count = reader.count
        power = reader.power
    }

    private static func format(_ double: Double) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            buffer.withMemoryRebound(to: CChar.self) { buffer in
                filled = withVaList([double]) { Int(vsnprintf(buffer.baseAddress, buffer.count, "%.14e", $0)) }
            }
        }
    }

    /// Writes it with a point and without a power: `-0.25`.
    ///
    /// - Parameters:
    ///   - bytes: what it is written behind.
    ///   - shift: how many places the point moves to the right: a percentage is exact that way, unlike 0.29 × 100.
    func write(to bytes: inout [UInt8], movingPointBy shift: Int = 0) {
        let zero = UInt8(ascii: "0")
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let point = isZero ? 0 : count + power + shift
        if point <= 0 { bytes.append(zero) }
        if point > 0 {
            for place in 0..<min(point, count) { bytes.append(digit(place)) }
            bytes.append(contentsOf: repeatElement(zero, count: max(0, point - count)))
        }
        guard point < count else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(contentsOf: repeatElement(zero, count: max(0, -point)))
        for place in max(0, point)..<count { bytes.append(digit(place)) }
    }

    /// One of the digits, the first of which is 0.
    private func digit(_ place: Int) -> UInt8 {
        UInt8(ascii: "0") + UInt8(digits / Self.powers[count - 1 - place] % 10)
    }

    private static let powers = (0..<SheetNumberReader.mostDigits).map {
        (0..<$0).reduce(UInt64(1)) { ten, _ in ten * 10 }
    }

    /// The nearest double, for counting days.
    var double: Double {
        var text: [UInt8] = []
        write(to: &text)
        return Double(String(decoding: text, as: UTF8.self)) ?? .nan
    }

    var isZero: Bool { digits == 0 }
}

/// Reads `-?d+(.d+)?([eE][+-]?d+)?`.
struct SheetNumberReader {
    static let mostDigits = 15
    /// Doubles reach from 5e-324 to 1.8e308.
    private static let magnitudes = -330...309

    private(set) var isNegative = false
    /// The significant digits, where they are not too many.
    private(set) var digits: UInt64 = 0
    /// The number is `digits` × 10 to this power.
    private(set) var power = 0
    /// How many digits were read, the first significant one and the last.
    private var read = 0
    private var first = 0
    private var last = -1

    /// How many significant digits there are; those between zeros at either end.
    var count: Int { last < 0 ? 0 : last - first + 1 }

    /// Whether there are more than are kept.
    var hasMoreDigits: Bool { count > Self.mostDigits }

    /// Reads all of the text; `false` where it is something else.
    mutating func read(_ text: [UInt8]) -> Bool {
        var place = 0
        isNegative = text.first == UInt8(ascii: "-")
        if isNegative { place += 1 }
        readDigits(text, &place)
        let whole = read
        guard whole > 0 else { return false }
        if place < text.count, text[place] == UInt8(ascii: ".") {
            place += 1
            readDigits(text, &place)
            guard read > whole else { return false }
        }
        guard let exponent = place < text.count ? Self.exponent(text[place...]) : 0 else { return false }
        power = whole - 1 - last + exponent
        return count == 0 || Self.magnitudes.contains(count + power)
    }

    private mutating func readDigits(_ text: [UInt8], _ place: inout Int) {
        while place < text.count, text[place] &- UInt8(ascii: "0") < 10 {
            take(text[place] - UInt8(ascii: "0"))
            read += 1
            place += 1
        }
    }

    private mutating func take(_ digit: UInt8) {
        guard digit != 0 else { return }
        if last < 0 {
            first = read
            last = read - 1
        }
        if read - first < Self.mostDigits {
            // The zeros between count now that another digit follows.
            for _ in last..<read { digits *= 10 }
            digits += UInt64(digit)
        }
        last = read
    }

    /// The power of ten behind `e`; `nil` for anything else.
    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        guard let letter = text.first, letter | 0x20 == UInt8(ascii: "e") else { return nil }
        var digits = text.dropFirst()
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        guard digits.count <= 4, let power = XMLWord.number(digits) else { return nil }
        return sign == UInt8(ascii: "-") ? -power : power
    }
}

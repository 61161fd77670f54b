/// A number with something around it that is no part of it: `€ 1.234,50`, `1.234,-`, `+5`, `25,3 1)`, `25,3¹`.
///
/// What may be part of the number is left on, so that it is refused: `25,31)` and `10³`.
struct DressedNumber {
    /// The number without what stood around it.
    private(set) var cell: Range<Int>
    private(set) var mark: NumberMark?
    /// Whether a minus sign stood before the sign of the currency.
    private(set) var isNegative = false
    /// The decimal sign of `1.234,-`.
    private(set) var closingSign: UInt8?
    private let whole: Range<Int>

    /// Looks what stands around a number; `nil` where nothing does that is known.
    init?(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
        let cell = Cell.trimmed(bytes, cell)
        guard cell.count > 1, Self.mayBeDressed(bytes, cell) else { return nil }
        self.cell = cell
        whole = cell
        dropFootnote(bytes)
        dropUnitBehind(bytes)
        dropUnitBefore(bytes)
        dropDashes(bytes)
        dropPlus(bytes)
        guard self.cell != whole || opensWithSign(bytes) else { return nil }
    }

    /// Whether the number begins with its decimal sign: `,5`.
    func opensWithSign(_ bytes: Span<UInt8>) -> Bool {
        let digits = cell.count > 1 && bytes[cell.lowerBound] == ASCII.minus ? cell.dropFirst() : cell
        guard let first = digits.first, digits.count > 1 else { return false }
        return isSign(bytes[first]) && ASCII.isDigit(bytes[first + 1])
    }

    /// A digit must be there, and something at an end that a bare number does not have; most cells with words end here.
    private static func mayBeDressed(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        for index in cell where ASCII.isDigit(bytes[index]) {
            return !ASCII.isDigit(bytes[cell.upperBound - 1]) || !ASCII.isDigit(bytes[cell.lowerBound])
        }
        return false
    }

    private func isSign(_ byte: UInt8) -> Bool { byte == ASCII.comma || byte == ASCII.point }
}

extension DressedNumber {
    private mutating func cut(_ count: Int, _ bytes: Span<UInt8>) {
        cell = Cell.trimmed(bytes, cell.lowerBound..<cell.upperBound - count)
    }

    private func ends(with text: StaticString, _ bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard cell.count > count else { return false }
        return text.withUTF8Buffer { letters in
            letters.indices.allSatisfy { ASCII.lowercased(bytes[cell.upperBound - count + $0]) == letters[$0] }
        }
    }

    private func begins(with text: StaticString, _ bytes: Span<UInt8>, at start: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard cell.upperBound - start > count else { return false }
        return text.withUTF8Buffer { letters in
            letters.indices.allSatisfy { ASCII.lowercased(bytes[start + $0]) == letters[$0] }
        }
    }

    /// Takes `1)`, `a)`, `¹` or `†` off, where the number is over before it.
    private mutating func dropFootnote(_ bytes: Span<UInt8>) {
        for mark: StaticString in ["†", "‡"] where ends(with: mark, bytes) {
            return cut(mark.utf8CodeUnitCount, bytes)
        }
        if let count = superscript(bytes), isOver(before: cell.upperBound - count, bytes, superscript: count) {
            return cut(count, bytes)
        }
        guard ends(with: ")", bytes), let count = bracketed(bytes), isOver(before: cell.upperBound - count, bytes)
        else { return }
        cut(count, bytes)
    }

    /// The length of one or two digits, or one letter, with a bracket behind; with one before as well it may be the
    /// number of cases.
    private func bracketed(_ bytes: Span<UInt8>) -> Int? {
        let start = cell.lowerBound
        var position = cell.upperBound - 1
        var digits = 0
        while position > start, ASCII.isDigit(bytes[position - 1]) {
            position -= 1
            digits += 1
        }
        if digits == 0, position > start, ASCII.lowercased(bytes[position - 1]) &- 0x61 < 26 {
            position -= 1
            digits = 1
        }
        guard (1...2).contains(digits), position > start, bytes[position - 1] != UInt8(ascii: "(") else { return nil }
        return cell.upperBound - position
    }

    /// The length of one raised digit at the end, in UTF-8 or in Windows-1252.
    private func superscript(_ bytes: Span<UInt8>) -> Int? {
        for digit: StaticString in ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"] where ends(with: digit, bytes) {
            return digit.utf8CodeUnitCount
        }
        let last = bytes[cell.upperBound - 1]
        let isRaised = last == 0xB9 || last == 0xB2 || last == 0xB3
        return isRaised && bytes[cell.upperBound - 2] < 0x80 ? 1 : nil
    }

    /// Whether the number is over before the place: a blank or a percent sign stands there, or before a raised digit a
    /// number with decimals, which nobody raises to a power.
    private func isOver(before end: Int, _ bytes: Span<UInt8>, superscript: Int? = nil) -> Bool {
        guard end > cell.lowerBound else { return false }
        let bare = Cell.trimmed(bytes, cell.lowerBound..<end)
        if bare.upperBound < end || bytes[end - 1] == ASCII.percent { return true }
        guard let superscript, ASCII.isDigit(bytes[end - 1]) else { return false }
        if superscript == 2 ? bytes[end + 1] == 0xB9 : bytes[end] == 0xB9 { return true }
        for index in bare where isSign(bytes[index]) { return true }
        return false
    }

    private mutating func dropUnitBehind(_ bytes: Span<UInt8>) {
        let units: [(word: StaticString, mark: NumberMark)] = [
            ("‰", .perMille), ("€", .euro), (" procent", .percent), (" percent", .percent), (" euro", .euro),
            (" eur", .euro), (" promille", .perMille),
        ]
        for unit in units where ends(with: unit.word, bytes) {
            mark = unit.mark
            return cut(unit.word.utf8CodeUnitCount, bytes)
        }
    }

    private mutating func dropUnitBefore(_ bytes: Span<UInt8>) {
        var start = cell.lowerBound
        let hasMinus = bytes[start] == ASCII.minus
        if hasMinus { start = Cell.trimmed(bytes, start + 1..<cell.upperBound).lowerBound }
        for word: StaticString in ["€", "eur ", "euro "] where begins(with: word, bytes, at: start) {
            guard mark == nil else { return }
            mark = .euro
            isNegative = hasMinus
            cell = Cell.trimmed(bytes, start + word.utf8CodeUnitCount..<cell.upperBound)
            return
        }
    }

    /// Takes `,-`, `,--` or `,=` off: no cents.
    private mutating func dropDashes(_ bytes: Span<UInt8>) {
        var end = cell.upperBound
        while end > cell.lowerBound, bytes[end - 1] == ASCII.minus || bytes[end - 1] == UInt8(ascii: "=") { end -= 1 }
        let count = cell.upperBound - end
        guard (1...2).contains(count), end - 2 >= cell.lowerBound, isSign(bytes[end - 1]), ASCII.isDigit(bytes[end - 2])
        else { return }
        closingSign = bytes[end - 1]
        cell = cell.lowerBound..<end - 1
    }

    private mutating func dropPlus(_ bytes: Span<UInt8>) {
        guard cell.count > 1, bytes[cell.lowerBound] == UInt8(ascii: "+"), !isNegative else { return }
        let next = bytes[cell.lowerBound + 1]
        guard ASCII.isDigit(next) || isSign(next) else { return }
        cell = cell.lowerBound + 1..<cell.upperBound
    }
}

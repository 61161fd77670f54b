internal import Indicators

/// Reads numbers in the one grammar of the file: its decimal sign, and thousands signs in proper groups of three only.
///
/// Between thousands may stand the sign that is not the decimal sign, or a blank. The rest is as strict as ``ExactDecimal``:
/// no exponent, at most 18 digits; what may stand around a number, ``DressedNumber`` knows. Ours, because what exists reads the grammar of a locale, from a text, into a
/// binary or a rounded number.
enum NumberReader {
    static func read(_ bytes: Span<UInt8>, _ cell: Range<Int>, sign: DecimalSign?) -> NumberCell? {
        if let number = bare(bytes, cell, sign: sign) { return number }
        return dressed(bytes, cell, sign: sign)
    }

    // Seldom: kept out of the way of the others.
    @inline(never)
    private static func dressed(_ bytes: Span<UInt8>, _ cell: Range<Int>, sign: DecimalSign?) -> NumberCell? {
        DressedNumber(bytes, cell).flatMap { number(bytes, $0, sign: sign) }
    }

    private static func bare(_ bytes: Span<UInt8>, _ cell: Range<Int>, sign: DecimalSign?) -> NumberCell? {
        var rest = cell
        let isStarred = dropStars(bytes, &rest)
        let hasPercent = drop(ASCII.percent, bytes, &rest)
        return number(bytes, rest, sign: sign).map {
            NumberCell(value: $0, mark: hasPercent ? .percent : nil, isStarred: isStarred)
        }
    }

    private static func number(_ bytes: Span<UInt8>, _ dressed: DressedNumber, sign: DecimalSign?) -> NumberCell? {
        if let closing = dressed.closingSign, closing != sign?.byte { return nil }
        guard let number = undressed(bytes, dressed, sign: sign) else { return nil }
        if number.mark != nil, dressed.mark != nil || dressed.closingSign != nil { return nil }
        guard !dressed.isNegative || number.value.coefficient >= 0,
            dressed.closingSign == nil || number.value.scale == 0,
            let value = ExactDecimal(
                coefficient: dressed.isNegative ? -number.value.coefficient : number.value.coefficient,
                scale: number.value.scale
            )
        else { return nil }
        return NumberCell(value: value, mark: dressed.mark ?? number.mark, isStarred: number.isStarred)
    }

    /// The number within, with the zero that `,5` leaves out.
    private static func undressed(_ bytes: Span<UInt8>, _ dressed: DressedNumber, sign: DecimalSign?) -> NumberCell? {
        guard dressed.opensWithSign(bytes) else { return bare(bytes, dressed.cell, sign: sign) }
        var digits = dressed.cell.map { bytes[$0] }
        digits.insert(ASCII.zero, at: digits[0] == ASCII.minus ? 1 : 0)
        return bare(digits.span, digits.indices, sign: sign)
    }

    /// Takes `*` or `**` off the end, with the blanks before it.
    static func dropStars(_ bytes: Span<UInt8>, _ cell: inout Range<Int>) -> Bool {
        guard drop(ASCII.star, bytes, &cell) else { return false }
        _ = drop(ASCII.star, bytes, &cell)
        return true
    }

    private static func drop(_ sign: UInt8, _ bytes: Span<UInt8>, _ cell: inout Range<Int>) -> Bool {
        guard !cell.isEmpty, bytes[cell.upperBound - 1] == sign else { return false }
        cell = Cell.trimmed(bytes, cell.lowerBound..<cell.upperBound - 1)
        return true
    }

    private static func number(_ bytes: Span<UInt8>, _ cell: Range<Int>, sign: DecimalSign?) -> ExactDecimal? {
        var position = cell.lowerBound
        let isNegative = passMinus(bytes, &position, cell.upperBound)
        var digits = Digits()
        guard readWhole(bytes, &position, cell.upperBound, sign: sign, into: &digits),
            let scale = readDecimals(bytes, position, cell.upperBound, into: &digits)
        else { return nil }
        return ExactDecimal(coefficient: isNegative ? -digits.coefficient : digits.coefficient, scale: scale)
    }

    private static func passMinus(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        guard position < end else { return false }
        // U+2212 is the minus sign that word processors write.
        let isLong =
            position + 2 < end && bytes[position] == 0xE2 && bytes[position + 1] == 0x88 && bytes[position + 2] == 0x92
        guard isLong || bytes[position] == ASCII.minus else { return false }
        position += isLong ? 3 : 1
        return true
    }

    /// Reads up to the decimal sign or the end; `false` where the groups of thousands are not proper.
    private static func readWhole(
        _ bytes: Span<UInt8>,
        _ position: inout Int,
        _ end: Int,
        sign: DecimalSign?,
        into digits: inout Digits
    ) -> Bool {
        var groups = Groups()
        while position < end {
            let byte = bytes[position]
            if ASCII.isDigit(byte) {
                guard digits.append(byte) else { return false }
                groups.length += 1
                position += 1
            } else if byte == sign?.byte {
                break
            } else {
                let width = byte == sign?.other.byte ? 1 : Cell.blank(bytes, at: position, before: end)
                guard let width, groups.close(by: width == 1 ? byte : ASCII.space, leadsWithZero: digits.leadsWithZero)
                else { return false }
                position += width
            }
        }
        return groups.isProper
    }

    /// Reads the decimal sign and what follows it; the number of decimals, `nil` where something else stands there.
    private static func readDecimals(
        _ bytes: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        into digits: inout Digits
    ) -> Int? {
        guard position < end else { return 0 }
        for index in position + 1..<end {
            guard ASCII.isDigit(bytes[index]), digits.append(bytes[index]) else { return nil }
        }
        let count = end - position - 1
        return (1...ExactDecimal.maximumDigits).contains(count) ? count : nil
    }

    /// The digits of a number, up to the largest that ``ExactDecimal`` keeps.
    private struct Digits {
        var coefficient: Int64 = 0
        var leadsWithZero = false
        private var isEmpty = true

        mutating func append(_ byte: UInt8) -> Bool {
            guard coefficient < 100_000_000_000_000_000 else { return false }
            if isEmpty { leadsWithZero = byte == ASCII.zero }
            isEmpty = false
            coefficient = coefficient * 10 + Int64(byte - ASCII.zero)
            return true
        }
    }

    /// The groups of a whole number: `1.234.567`.
    private struct Groups {
        var length = 0
        private var sign: UInt8?

        /// Ends a group; the first has one to three digits and does not begin with a zero, the others have three.
        mutating func close(by byte: UInt8, leadsWithZero: Bool) -> Bool {
            let isProper = sign == nil ? (1...3).contains(length) && !leadsWithZero : length == 3 && sign == byte
            sign = byte
            length = 0
            return isProper
        }

        var isProper: Bool { sign == nil ? length > 0 : length == 3 }
    }
}

extension NumberReader {
    /// What a cell looks like that is no number in this file; `nil` where it looks like nothing known.
    static func look(_ text: String, sign: DecimalSign?) -> ValueLook? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        if text.hasPrefix(SheetText.formula) { return .formula }
        if text.hasPrefix(SheetText.date) { return .yearOrDate }
        if first == UInt8(ascii: "#") { return .spreadsheetError }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: ">") { return .lessThan }
        guard ASCII.isDigit(first) || first == ASCII.minus else { return nil }
        if let sign, read(bytes.span, bytes.indices, sign: sign.other) != nil { return .otherDecimalSign }
        if bytes.filter(ASCII.isDigit).count > ExactDecimal.maximumDigits { return .tooManyDigits }
        if isExponent(bytes) { return .exponent }
        return isDate(bytes) ? .date : nil
    }

    private static func isExponent(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.map(ASCII.lowercased).split(separator: UInt8(ascii: "e"))
        guard parts.count == 2, let first = parts[1].first else { return false }
        let hasSign = first == ASCII.minus || first == UInt8(ascii: "+")
        return parts[0].allSatisfy { ASCII.isDigit($0) || $0 == ASCII.comma || $0 == ASCII.point || $0 == ASCII.minus }
            && parts[1].dropFirst(hasSign ? 1 : 0).allSatisfy(ASCII.isDigit)
    }

    private static func isDate(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split { $0 == ASCII.minus || $0 == UInt8(ascii: "/") }
        return (2...3).contains(parts.count)
            && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(ASCII.isDigit) || isMonth($0) }
    }

    private static func isMonth(_ bytes: ArraySlice<UInt8>) -> Bool {
        let months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        return months.contains { bytes.map(ASCII.lowercased).elementsEqual($0.utf8) }
    }
}

/// Gathers, over all numbers of a file, what shows which sign stands before the decimals.
///
/// A single cell settles nothing: `1.010` is one point zero one in one file and one thousand and ten in another.
struct DecimalEvidence {
    /// A cell that shows something.
    struct Witness {
        let line: Int
        let column: String
        let cell: [UInt8]
    }

    private var comma: Witness?
    private var point: Witness?
    private var ambiguous: Witness?

    /// Takes in one cell, in whichever encoding the file is.
    mutating func note(_ record: borrowing Record, field: Int, column: String) {
        let bytes = record.bytes.span
        let cell = record.range(field)
        let line = record.line
        guard mayShowMore(bytes, cell) else { return }
        switch Self.shown(by: bytes, cell) {
        case .comma where comma == nil: comma = Self.witness(bytes, cell, line, column)
        case .point where point == nil: point = Self.witness(bytes, cell, line, column)
        case .either where ambiguous == nil: ambiguous = Self.witness(bytes, cell, line, column)
        default: break
        }
    }

    /// Refuses a text in a sheet that looks like a number with decimals: nobody knows what its writer meant.
    func refuseTexts(encoding: TextEncoding) throws(FileFault) {
        let first = [comma, point, ambiguous].compactMap(\.self).min { $0.line < $1.line }
        guard let first else { return }
        throw FileFault(.numberAsText, line: first.line, column: first.column, cell: encoding.text(first.cell))
    }

    /// Sees to it that no number contradicts the sign that the form of the file has.
    func check(against sign: DecimalSign, encoding: TextEncoding) throws(FileFault) {
        guard let other = sign == .comma ? point : comma else { return }
        throw FileFault(
            .decimalSignOfOtherForm,
            line: other.line,
            column: other.column,
            cell: encoding.text(other.cell)
        )
    }

    /// The sign of the file; `nil` where it has whole numbers only.
    func settled(encoding: TextEncoding) throws(FileFault) -> DecimalSign? {
        if let comma, let point { throw Self.mixed(comma, point, encoding) }
        if comma != nil { return .comma }
        if point != nil { return .point }
        guard let ambiguous else { return nil }
        throw FileFault(
            .decimalSignUnclear,
            line: ambiguous.line,
            column: ambiguous.column,
            cell: encoding.text(ambiguous.cell)
        )
    }

    private static func mixed(_ comma: Witness, _ point: Witness, _ encoding: TextEncoding) -> FileFault {
        let (first, second) = comma.line <= point.line ? (comma, point) : (point, comma)
        return FileFault(
            .decimalSignsMixed,
            line: second.line,
            column: second.column,
            cell: encoding.text(second.cell),
            detail: .otherRow(line: first.line, text: encoding.text(first.cell))
        )
    }

    private static func witness(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ line: Int, _ column: String) -> Witness {
        Witness(line: line, column: column, cell: cell.prefix(40).map { bytes[$0] })
    }

    /// Whether the cell may show what no other has shown: most numbers have one sign, and it is the one of those before.
    private func mayShowMore(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        var commas = 0
        var points = 0
        for index in cell {
            let byte = bytes[index]
            if byte == ASCII.comma { commas += 1 } else if byte == ASCII.point { points += 1 }
        }
        // One sign alone is that of the decimals or either, and what may be either says nothing beside one that is clear.
        if commas == 1, points == 0 { return comma == nil }
        if points == 1, commas == 0 { return point == nil }
        return commas + points > 0
    }
}

extension DecimalEvidence {
    /// What one cell shows.
    enum Shown {
        case comma
        case point
        /// The sign may be either: `1.010`.
        case either
        case nothing
    }

    static func shown(by bytes: Span<UInt8>, _ cell: Range<Int>) -> Shown {
        let shown = shown(bare: bytes, cell)
        if case .nothing = shown { return shownWithin(bytes, cell) }
        return shown
    }

    // Seldom: kept out of the way of the others.
    @inline(never)
    private static func shownWithin(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Shown {
        DressedNumber(bytes, cell).map { shown(by: bytes, $0) } ?? .nothing
    }

    /// What a number shows with something around it: `1.234,-` and `,5` have a decimal sign that nothing else can be.
    private static func shown(by bytes: Span<UInt8>, _ dressed: DressedNumber) -> Shown {
        let first = dressed.cell.first { bytes[$0] != ASCII.minus }
        let opening = dressed.opensWithSign(bytes) ? first.map { bytes[$0] } : nil
        switch dressed.closingSign ?? opening {
        case ASCII.comma: return .comma
        case ASCII.point: return .point
        default: return shown(bare: bytes, dressed.cell)
        }
    }

    private static func shown(bare bytes: Span<UInt8>, _ cell: Range<Int>) -> Shown {
        var groups = SignedGroups()
        for index in bare(bytes, cell) {
            guard groups.read(bytes[index]) else { return .nothing }
        }
        return groups.shown
    }

    /// The cell without what may stand around its digits: blanks, a sign, `%` and `*`.
    private static func bare(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
        var start = cell.lowerBound
        var end = cell.upperBound
        while start < end, isAround(bytes[start]) { start += 1 }
        while start < end, isAround(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isAround(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.minus, ASCII.percent, ASCII.star, ASCII.tab: true
        // The other bytes of U+2212, the minus sign that word processors write.
        case 0x88, 0x92: true
        default: isBlank(byte)
        }
    }

    /// Whether the byte is a blank or part of U+00A0 or U+202F, in UTF-8 or Windows-1252.
    fileprivate static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, 0xA0, 0xC2, 0xE2, 0x80, 0xAF: true
        default: false
        }
    }
}

/// The groups of digits of one cell and the signs between them.
private struct SignedGroups {
    private var length = 0
    private var firstLength: Int?
    private var leadsWithZero = false
    private var areInnerProper = true
    private var commas = 0
    private var points = 0
    private var blanks = 0
    private var last: UInt8 = 0

    /// Takes the next byte; `false` where it does not belong in a number.
    mutating func read(_ byte: UInt8) -> Bool {
        switch byte {
        case _ where ASCII.isDigit(byte):
            if length == 0, firstLength == nil { leadsWithZero = byte == ASCII.zero }
            length += 1
        case ASCII.comma, ASCII.point:
            if byte == ASCII.comma { commas += 1 } else { points += 1 }
            close(by: byte)
        case _ where DecimalEvidence.isBlank(byte):
            // A no-break space is more than one byte.
            guard length > 0 || last != ASCII.space else { return true }
            blanks += 1
            close(by: ASCII.space)
        default: return false
        }
        return true
    }

    private mutating func close(by sign: UInt8) {
        if firstLength == nil { firstLength = length } else if length != 3 { areInnerProper = false }
        length = 0
        last = sign
    }

    /// A thousands group never begins with a zero, and never has more than three digits.
    private var canHaveThousands: Bool { (1...3).contains(firstLength ?? 0) && !leadsWithZero && areInnerProper }

    var shown: DecimalEvidence.Shown {
        guard let firstLength, firstLength > 0, length > 0, last != ASCII.space else { return .nothing }
        let same = last == ASCII.comma ? commas : points
        let others = commas + points + blanks - same
        let sign: DecimalEvidence.Shown = last == ASCII.comma ? .comma : .point
        switch (same, others) {
        case (1, 0): return canHaveThousands && length == 3 ? .either : sign
        case (1, _): return canHaveThousands && !(blanks > 0 && others > blanks) ? sign : .nothing
        case (_, 0): return canHaveThousands && length == 3 ? (sign == .comma ? .point : .comma) : .nothing
        default: return .nothing
        }
    }
}

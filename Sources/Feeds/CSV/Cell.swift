/// Looks at the bytes of one cell without making text of them.
enum Cell {
    /// The cell without the blanks at both ends, the no-break spaces of spreadsheets among them.
    static func trimmed(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
        var start = cell.lowerBound
        var end = cell.upperBound
        while start < end, let width = blank(bytes, at: start, before: end) { start += width }
        while start < end, let width = blank(bytes, endingAt: end, after: start) { end -= width }
        return start..<end
    }

    /// The number of bytes of the blank that begins here; `nil` where none does.
    static func blank(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        let first = bytes[start]
        if first < 0x80 { return isBlank(first) ? 1 : nil }
        if first == 0xC2, start + 1 < end { return bytes[start + 1] == 0xA0 ? 2 : nil }
        guard first == 0xE2 || first == 0xEF, start + 2 < end else { return nil }
        return isWideBlank(first, bytes[start + 1], bytes[start + 2]) ? 3 : nil
    }

    private static func blank(_ bytes: Span<UInt8>, endingAt end: Int, after start: Int) -> Int? {
        let last = bytes[end - 1]
        if last < 0x80 { return isBlank(last) ? 1 : nil }
        if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
        guard end - 3 >= start else { return nil }
        return isWideBlank(bytes[end - 3], bytes[end - 2], last) ? 3 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == ASCII.space || (9...13).contains(byte) }

    /// Whether the bytes are one of U+2000 through U+200A, U+202F, or the byte order mark U+FEFF.
    private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xAF
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }

    /// Whether the cell is the word, which is in small letters; capitals in the cell do not count.
    static func equals(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ word: [UInt8]) -> Bool {
        guard cell.count == word.count else { return false }
        for offset in word.indices where ASCII.lowercased(bytes[cell.lowerBound + offset]) != word[offset] {
            return false
        }
        return true
    }

    /// Whether the cell is one of the words.
    static func isOne(of words: [[UInt8]], _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
        for word in words where equals(bytes, cell, word) { return true }
        return false
    }

    /// The cell as text.
    static func text(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(cell.count)
        for index in cell { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }

    /// Words as bytes, for comparing with cells.
    static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }
}

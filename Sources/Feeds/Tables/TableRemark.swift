/// Tells the notes under a table from its rows.
enum TableRemark {
    private static let starts = ["bron:", "bron ", "source:", "source ", "©", "\u{A9}", "toelichting:", "noot:"]

    /// Whether the record is a note: it begins as one, and has nothing where the numbers stand.
    static func isRemark(_ record: borrowing Record, _ layout: TableLayout) -> Bool {
        guard let first = firstText(record) else { return false }
        let begins = starts.contains(where: first.hasPrefix) || isFootnote(first)
        return begins && !hasNumber(record, layout)
    }

    private static func firstText(_ record: borrowing Record) -> String? {
        for field in 0..<record.fieldCount {
            let cell = Cell.trimmed(record.bytes.span, record.range(field))
            if !cell.isEmpty { return Cell.text(record.bytes.span, cell).lowercased() }
        }
        return nil
    }

    /// Whether it begins as a footnote does, `1) Personen van 12 jaar en ouder`.
    private static func isFootnote(_ text: String) -> Bool {
        let digits = text.utf8.prefix { ASCII.isDigit($0) }.count
        return (1...2).contains(digits) && text.utf8.dropFirst(digits).first == UInt8(ascii: ")")
    }

    private static func hasNumber(_ record: borrowing Record, _ layout: TableLayout) -> Bool {
        for column in layout.measures where column.index < record.fieldCount {
            let cell = Cell.trimmed(record.bytes.span, record.range(column.index))
            if NumberReader.read(record.bytes.span, cell, sign: nil) != nil { return true }
        }
        return false
    }
}

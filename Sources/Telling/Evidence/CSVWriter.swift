internal import Indicators

/// Lines of a table that a spreadsheet opens as it was meant: RFC 4180, with the separator and decimal sign of the language.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front. Every table that this program gives for a
/// spreadsheet is written here.
struct CSVWriter {
    /// One cell.
    enum Cell: Hashable, Sendable {
        case text(String)
        /// A number or a date of our own: never taken for a formula.
        case number(String)

        static let empty = Cell.text("")
    }

    private let separator: String
    let decimalSign: Character

    init(_ language: Language) {
        switch language {
        case .nl: (separator, decimalSign) = (";", ",")
        case .en: (separator, decimalSign) = (",", ".")
        }
    }

    /// The mark by which a spreadsheet knows that letters are UTF-8.
    let mark = "\u{FEFF}"

    func line(_ cells: [Cell]) -> String { cells.map(written).joined(separator: separator) + "\r\n" }

    private func written(_ cell: Cell) -> String {
        switch cell {
        case .number(let digits): quoted(digits)
        case .text(let text): quoted(Self.harmless(text.shownSafely(limit: 4000)))
        }
    }

    /// What begins a formula in one of the spreadsheets, also behind blanks, or in its wide form; a sign alone, such as the
    /// unit `%`, is none.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.count > 1 else { return text }
        let first = text.unicodeScalars.first { $0 != " " }
        return first.map { "=+-@\t\r|%\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
            ? "'\(text)" : text
    }

    private func quoted(_ text: String) -> String {
        let special = "\"\n\r\(separator)".unicodeScalars
        let isPlain = !text.unicodeScalars.contains(where: special.contains)
        guard !isPlain else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return "\"\(result)\""
    }
}

/// A row of a CSV file for Excel and LibreOffice (RFC 4180, with `;` as Dutch settings want it).
///
/// A text that a spreadsheet could take for a formula begins with an apostrophe instead: it then stays text. What is
/// written as a number stays one.
struct CSVRow {
    /// One cell.
    enum Cell {
        /// Whatever somebody wrote.
        case text(String)
        /// A number or a date that this program wrote.
        case plain(String)
        case empty
    }

    let cells: [Cell]

    /// The row with its end of line.
    var line: String { cells.map(Self.written).joined(separator: ";") + "\r\n" }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .plain(let text): quoted(text)
        case .text(let text): quoted(beginsAsFormula(text) ? "'\(text)" : text)
        }
    }

    private static func beginsAsFormula(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    /// By scalars: a quote with a combining mark is one `Character`.
    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ";\",\r\n\t".unicodeScalars.contains($0) }
        guard needsQuotes else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}

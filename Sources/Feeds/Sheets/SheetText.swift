/// Writes the rows of a sheet as lines of text, each on the line of its number: text in quotation marks, numbers bare and
/// with a decimal point.
///
/// So a sheet is read as a file of lines is, by the same forms and with the same checks; what only a workbook knows, that a
/// number is a number, shows in the quotation marks.
package struct SheetText {
    /// What parts the cells.
    package static let separator = Separator.tab
    /// What stands for a formula whose value is not in the file.
    static let formula = "#FORMULE"
    /// What stands before a number that is shown as a date, but may be none.
    static let date = "#DATUM"

    private let dates: SheetDates
    private var line = 1

    package init(dates: SheetDates) {
        self.dates = dates
    }

    /// Adds the lines up to and including the row's own.
    package mutating func write(_ row: SheetRow, to text: inout [UInt8]) {
        while line < row.number {
            text.append(ASCII.lineFeed)
            line += 1
        }
        var column = 0
        for cell in row.cells {
            while column < cell.column {
                text.append(Self.separator.byte)
                column += 1
            }
            write(cell, of: row, to: &text)
        }
        text.append(ASCII.lineFeed)
        line += 1
    }

    private func write(_ cell: SheetCell, of row: SheetRow, to text: inout [UInt8]) {
        let bytes = row.bytes[cell.range]
        switch cell.kind {
        case .number, .date, .month, .year, .time, .boolean: text += bytes
        case .percentage: text += Array(bytes) + [ASCII.percent]
        // Midnight is no hour that somebody wrote.
        case .dateAndTime: text += bytes.prefix { $0 != UInt8(ascii: "T") }
        case .text, .error: quote(bytes, in: &text)
        case .formulaWithoutValue: quote(Self.formula.utf8, in: &text)
        case .yearOrDate: quote(bothReadings(row.text(cell)).utf8, in: &text)
        case .noDate: quote("\(Self.date) \(row.text(cell))".utf8, in: &text)
        }
    }

    /// `#DATUM 2023 = 1905-07-15`: a year, or the day that it is shown as.
    private func bothReadings(_ text: String) -> String {
        let day = Int(text).flatMap(dates.day).map { " = \($0)" } ?? ""
        return "\(Self.date) \(text)\(day)"
    }

    private func quote(_ bytes: some Sequence<UInt8>, in text: inout [UInt8]) {
        text.append(ASCII.quote)
        for byte in bytes {
            if byte == ASCII.quote { text.append(ASCII.quote) }
            // One row is one line, so that its number is the row's.
            text.append(byte == ASCII.lineFeed || byte == ASCII.carriageReturn ? ASCII.space : byte)
        }
        text.append(ASCII.quote)
    }
}

package import Indicators

/// The report as one table for a spreadsheet: a row for each indicator, activity and line of the budget.
package struct ReportCSV: Sendable {
    private let table: ReportTable?
    private let phrases: Phrases

    package init(_ report: ProgrammeReport, zone: LocalZone, phrases: Phrases) {
        table = ProgrammeReport.Tables(report, zone: zone, phrases: phrases).everything
        self.phrases = phrases
    }

    /// The file, with the mark by which Excel knows that it is UTF-8, every line ended by CR LF.
    package var text: String {
        guard let table else { return "\u{FEFF}" }
        let heading = CSVRow(cells: table.columns.map { .plain($0.title) })
        return "\u{FEFF}" + ([heading] + table.rows.map { CSVRow(cells: $0.map(cell)) }).map(\.line).joined()
    }

    private func cell(_ cell: ReportCell) -> CSVRow.Cell {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text.oneLine(limit: 4000))
        case .lines(let lines): .text(lines.map(\.text).joined(separator: " ").oneLine(limit: 4000))
        case .number(let value, _, _), .written(_, let value?, _, _): .plain(value.written(decimalSign: ","))
        case .written(let text, nil, _, _): .text(text)
        case .date(let date): .plain(date.description)
        case .light(let light): .plain(phrases.light(light))
        }
    }
}

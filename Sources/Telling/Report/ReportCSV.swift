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
        let writer = CSVWriter(phrases.language)
        guard let table else { return writer.mark }
        let heading = table.columns.map { CSVWriter.Cell.text($0.title) }
        return writer.mark + ([heading] + table.rows.map { $0.map { cell($0, writer) } }).map(writer.line).joined()
    }

    private func cell(_ cell: ReportCell, _ writer: CSVWriter) -> CSVWriter.Cell {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text.oneLine(limit: 4000))
        case .lines(let lines): .text(lines.map(\.text).joined(separator: " ").oneLine(limit: 4000))
        case .number(let value, _, _), .written(_, let value?, _, _):
            .number(value.written(decimalSign: writer.decimalSign))
        case .written(let text, nil, _, _): .text(text)
        case .date(let date): .number(date.description)
        case .light(let light): .text(phrases.light(light))
        }
    }
}

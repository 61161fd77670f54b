internal import Assessment
internal import Files
internal import Indicators
internal import Telling

/// The report of a programme as a workbook.
struct ReportWorkbook {
    private let report: ProgrammeReport
    private let tables: ProgrammeReport.Tables
    private let phrases: Phrases

    init(_ report: ProgrammeReport, zone: LocalZone, phrases: Phrases) {
        self.report = report
        self.phrases = phrases
        tables = ProgrammeReport.Tables(report, zone: zone, phrases: phrases)
    }

    /// The bytes of the file.
    ///
    /// - Throws: ``WorkbookWriterFault``, ``FileSystemFault``.
    func bytes() throws -> [UInt8] {
        let folder = try ScratchFolder()
        defer { withExtendedLifetime(folder) {} }
        return try WorkbookWriter.bytes(of: workbook, in: folder.path)
    }

    /// A sheet for each kind of line, and first one that says what the report is.
    var workbook: NewWorkbook {
        NewWorkbook(title: report.title, made: report.day, sheets: [about] + tables.sheets.map(sheet))
    }

    private var about: NewWorkbook.Sheet {
        let words = ReportWords(phrases)
        let facts: [(String, NewWorkbook.Cell)] = [
            (phrases.say("Programma", "Programme"), .text(report.title)),
            (phrases.say("Gemeente of gebied", "Area"), .text(report.area)),
            (phrases.say("Document", "Document"), report.source.map { .text($0) } ?? .empty),
            (phrases.say("Stand op", "As of"), .date(report.day)),
            (phrases.say("Vergeleken met", "Compared with"), .date(report.comparison.day)),
            (phrases.say("Grondslag", "Basis"), .text(words.basis)),
        ]
        let lights = words.lights.map { light, text in [marked(light), NewWorkbook.Cell.text(text)] }
        return NewWorkbook.Sheet(
            name: phrases.say("Over deze rapportage", "About this report"),
            columns: [
                NewWorkbook.Column(title: phrases.say("Wat", "What"), width: 24),
                NewWorkbook.Column(title: phrases.say("Toelichting", "Explanation"), width: 90),
            ],
            rows: facts.map { [.text($0.0), $0.1] } + lights
        )
    }

    private func sheet(_ table: ReportTable) -> NewWorkbook.Sheet {
        NewWorkbook.Sheet(
            name: table.name,
            columns: table.columns.map { NewWorkbook.Column(title: $0.title, width: $0.width) },
            rows: table.rows.map { $0.map(cell) }
        )
    }

    private func cell(_ cell: ReportCell) -> NewWorkbook.Cell {
        switch cell {
        case .empty: .empty
        case .text(let text): .text(text)
        case .lines(let lines): .text(lines.map(\.text).joined(separator: "\n"))
        case .number(let value, let unit, _), .written(_, let value?, let unit, _): .number(value, unit.numberForm)
        case .written(let text, nil, _, _): .text(text)
        case .date(let date): .date(date)
        case .light(let light): marked(light)
        }
    }

    private func marked(_ light: Light) -> NewWorkbook.Cell { .marked(phrases.light(light), light.tone) }
}

extension MeasureUnit {
    fileprivate var numberForm: NewWorkbook.NumberForm {
        if self == .percent { return .percent }
        return self == .count || euros != nil ? .grouped : .plain
    }
}

extension Light {
    fileprivate var tone: NewWorkbook.Tone {
        switch self {
        case .red: .red
        case .amber: .amber
        case .green: .green
        case .grey: .grey
        }
    }
}

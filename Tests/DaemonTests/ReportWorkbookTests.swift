import Feeds
import Files
import Indicators
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("The report as a workbook, read back by the part that reads workbooks")
struct ReportWorkbookTests {
    /// The report of a shipped programme before anything was delivered.
    private static func workbook(_ programme: String) async throws -> ReportWorkbook {
        let loader = ConfigurationLoader(
            path: "\(Project.root)/config/peilwacht.yaml",
            root: "/nowhere",
            environment: [:]
        )
        let active = ActiveConfiguration(try loader.load())
        let maker = ProgrammeReporter(active: active, store: nil, now: try Watched.moment("2026-06-30T12:00:00Z"))
        let found = try #require(active.register.programme(programme))
        let report = try await maker.report(of: found, maker.moment(of: ReportAddress()), ReportAddress(), by: .exact)
        return ReportWorkbook(report, zone: active.zone, phrases: active.phrases)
    }

    /// The cells of each sheet as the reader finds them, by row and column from 1.
    private static func found(_ bytes: [UInt8]) throws -> [[String: String]] {
        let file = try OpenFile.temporary(holding: bytes)
        let book = try Workbook(ZipArchive(file, asOpened: file.status()))
        return try book.sheets.map { sheet in
            var cells: [String: String] = [:]
            var reader = try book.rows(of: sheet)
            while let row = try reader.next() {
                for cell in row.cells { cells["\(row.number) \(cell.column + 1)"] = row.text(cell) }
            }
            return cells
        }
    }

    private static func expected(_ sheet: NewWorkbook.Sheet) -> [String: String] {
        let rows = [sheet.columns.map { NewWorkbook.Cell.text($0.title) }] + sheet.rows
        let cells = rows.enumerated().flatMap { row, cells in
            cells.enumerated().compactMap { column, cell in
                text(of: cell).map { ("\(row + 1) \(column + 1)", $0) }
            }
        }
        return Dictionary(uniqueKeysWithValues: cells)
    }

    private static func text(of cell: NewWorkbook.Cell) -> String? {
        switch cell {
        case .empty: nil
        case .text(let text), .marked(let text, _): text.isEmpty ? nil : text
        case .number(let value, _): value.withoutTrailingZeros.description
        case .date(let date): date.description
        }
    }

    @Test(
        "every cell comes back as it was written",
        arguments: ["dronten-2026", "noordoostpolder-bestuursrapportage-2025", "noordoostpolder-samen-en-gezond"]
    )
    func cells(programme: String) async throws {
        let report = try await Self.workbook(programme)
        let sheets = try Self.found(report.bytes())
        #expect(sheets.count == report.workbook.sheets.count && sheets.count > 2)
        for (sheet, cells) in zip(report.workbook.sheets, sheets) {
            let expected = Self.expected(sheet)
            #expect(cells.count == expected.count, "\(sheet.name)")
            let other = expected.filter { cells[$0.key] != $0.value }
            #expect(
                other.isEmpty,
                "\(sheet.name)"
            )
        }
    }
}

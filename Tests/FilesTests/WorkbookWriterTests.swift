import Feeds
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Files

@Suite("Writing a workbook, which another part of the program reads back")
struct WorkbookWriterTests {
    private static func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    private static func workbook(_ sheets: [NewWorkbook.Sheet]) throws -> NewWorkbook {
        let made = try #require(CalendarDate(year: 2026, month: 6, day: 30))
        return NewWorkbook(title: "Programma 6\u{1}", made: made, sheets: sheets)
    }

    private static func sheet(_ name: String, _ rows: [[NewWorkbook.Cell]]) -> NewWorkbook.Sheet {
        let columns = (0..<(rows.first?.count ?? 1)).map { NewWorkbook.Column(title: "Kolom \($0 + 1)", width: 12) }
        return NewWorkbook.Sheet(name: name, columns: columns, rows: rows)
    }

    private static func written(_ workbook: NewWorkbook) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        return try withExtendedLifetime(folder) { try WorkbookWriter.bytes(of: workbook, in: folder.path) }
    }

    private static let kinds: [NewWorkbook.Cell] = [
        .text("Eenzaamheid"), .marked("Rood", .red), .empty, .text("–"),
    ]

    @Test func `numbers stay numbers with their decimals, and dates dates`() throws {
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 1))
        let rows: [[NewWorkbook.Cell]] = [
            [.number(try Self.decimal("25.3"), .percent), .number(try Self.decimal("-21055"), .grouped)],
            [.number(try Self.decimal("7.0"), .plain), .date(day)],
        ]
        let found = try cells(Self.written(Self.workbook([Self.sheet("Blad", rows)])))
        #expect(
            found == [
                "A1 text Kolom 1", "B1 text Kolom 2", "A2 percentage 25.3", "B2 number -21055", "A3 number 7",
                "B3 date 2026-03-01",
            ]
        )
    }

    @Test func `what looks like a formula, a number or a link stays text`() throws {
        let texts = ["=1+1", "+31", "-10% t.o.v. 2025", "@SUM(A1)", "12", "https://dronten.example", "<b>&\"'"]
        let bytes = try Self.written(Self.workbook([Self.sheet("Blad", texts.map { [.text($0)] })]))
        #expect(try cells(bytes).dropFirst() == texts.enumerated().map { "A\($0 + 2) text \($1)" }[...])
        let page = try Opened(bytes).archive()
        let part = try #require(page.entry(named: "xl/worksheets/sheet1.xml"))
        let markup = String(decoding: try page.content(part, upTo: 1 << 20), as: UTF8.self)
        #expect(!markup.contains("<f>") && !markup.contains("hyperlink"))
        // The headings stay in sight.
        #expect(markup.contains("state=\"frozen\"") && markup.contains("orientation=\"landscape\""))
    }

    @Test func `control characters are left out, and letters of every kind stay`() throws {
        let bytes = try Self.written(Self.workbook([Self.sheet("Blad", [[.text("a\u{0}\u{1B}b\u{FFFE} é 😀")]])]))
        #expect(try cells(bytes).last?.hasPrefix("A2 text ab") == true)
        #expect(try cells(bytes).last?.hasSuffix("é 😀") == true)
    }

    @Test func `a number that a cell cannot hold exactly is written as text`() throws {
        let rows: [[NewWorkbook.Cell]] = [[.number(try Self.decimal("123456789012345678"), .plain)]]
        #expect(try cells(Self.written(Self.workbook([Self.sheet("Blad", rows)]))).last == "A2 text 123456789012345678")
    }

    @Test func `every sheet gets a name that it can have, and no two the same`() throws {
        let long = String(repeating: "x", count: 40)
        let names = ["a/b:c", "", "History", long, long.uppercased(), "Begroting", "begroting"]
        let book = try Opened(Self.written(Self.workbook(names.map { Self.sheet($0, [Self.kinds]) }))).book()
        let expected = [
            "abc", "Blad", "Blad (2)", String(repeating: "x", count: 31), String(repeating: "X", count: 27) + " (2)",
            "Begroting", "begroting (2)",
        ]
        #expect(book.sheets.map(\.name) == expected)
    }

    @Test func `the same workbook gives the same bytes`() throws {
        let workbook = try Self.workbook([Self.sheet("Blad", [Self.kinds, Self.kinds])])
        #expect(try Self.written(workbook) == Self.written(workbook))
    }

    @Test func `a workbook without sheets or rows can be opened`() throws {
        #expect(try Opened(Self.written(Self.workbook([]))).book().sheets.count == 1)
        #expect(try Opened(Self.written(Self.workbook([Self.sheet("Leeg", [])]))).book().sheets.map(\.name) == ["Leeg"])
    }

    @Test func `a folder that is not there is told as a fault`() throws {
        let workbook = try Self.workbook([Self.sheet("Blad", [Self.kinds])])
        #expect(throws: WorkbookWriterFault.self) { try WorkbookWriter.bytes(of: workbook, in: "/nowhere/at/all") }
    }
}

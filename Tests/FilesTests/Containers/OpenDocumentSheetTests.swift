import Feeds
import TestSupport
import Testing

@testable import Files

@Suite("An OpenDocument sheet")
struct OpenDocumentSheetTests {
    private func table(_ rows: String, _ name: String = "Blad1") -> String {
        "<table:table table:name=\"\(name)\">\(rows)</table:table>"
    }

    private func row(_ cells: String, _ attributes: String = "") -> String {
        "<table:table-row \(attributes)>\(cells)</table:table-row>"
    }

    private func cell(_ type: String, _ value: String = "", _ text: String = "", _ more: String = "") -> String {
        "<table:table-cell office:value-type=\"\(type)\" \(value) \(more)>\(text.isEmpty ? "" : "<text:p>\(text)</text:p>")</table:table-cell>"
    }

    @Test func `gives its cells with what they are, and not what was shown`() throws {
        let one =
            cell("float", "office:value=\"7555\"", "7,555.0") + cell("percentage", "office:value=\"0.253\"", "25 %")
            + cell("date", "office:date-value=\"2023-01-01\"", "1 jan")
            + cell("date", "office:date-value=\"2023-01-01T00:00:00\"", "1 jan")
            + cell("boolean", "office:boolean-value=\"true\"", "WAAR")
            + cell("currency", "office:value=\"0.30000000000000004\"", "€ 0,30")
        let two =
            cell(
                "string",
                "",
                "een<text:s text:c=\"2\"/>twee<text:tab/><text:span>drie</text:span><text:line-break/></text:p><text:p>vier",
                "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\""
            ) + "<table:covered-table-cell/>" + cell("string", "", "", "table:formula=\"of:=1\"")
        let three =
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>nee</text:p></office:annotation>\n<text:p>ja</text:p>\n</table:table-cell>"
            + cell("string", "", "#DEEL/0!", "table:formula=\"of:=1/0\"")
            + cell("string", "", "Err:502", "calcext:value-type=\"error\"")
            + "<table:table-cell table:formula=\"of:=1\"/>"
        let file = SmallWorkbook.openDocument(table(row(one) + row(two) + row(three)))
        #expect(
            try cells(file) == [
                "A1 number 7555", "B1 percentage 25.3", "C1 date 2023-01-01", "D1 date 2023-01-01", "E1 boolean true",
                "F1 number 0.3",
                "A2 text een  twee\tdrie\n\nvier", "A3 text ja", "B3 error #DEEL/0!", "C3 error Err:502",
                "D3 formulaWithoutValue ",
            ]
        )
        let book = try Opened(file).book()
        #expect(try book.notes(of: book.firstSheet()).merges.map(\.description) == ["A2:B2"])
    }

    @Test func `repeats cells and rows, and only counts the empty ones`() throws {
        let cells2 =
            cell("float", "office:value=\"1\"", "", "table:number-columns-repeated=\"2\"")
            + "<table:table-cell table:number-columns-repeated=\"3\"/>" + cell("float", "office:value=\"2\"")
            + "<table:table-cell table:number-columns-repeated=\"16378\"/>"
        let rows =
            row("<table:table-cell/>", "table:number-rows-repeated=\"2\"")
            + row(cells2, "table:number-rows-repeated=\"2\"")
            + row(
                "<table:table-cell table:number-columns-repeated=\"16384\"/>",
                "table:number-rows-repeated=\"1048572\""
            )
        #expect(
            try cells(SmallWorkbook.openDocument(table(rows))) == [
                "A3 number 1", "B3 number 1", "F3 number 2", "A4 number 1", "B4 number 1", "F4 number 2",
            ]
        )
    }

    @Test func `that claims more filled cells than there can be is refused before they are made`() throws {
        func file(_ columns: Int, _ rows: Int) -> [UInt8] {
            SmallWorkbook.openDocument(
                table(
                    row(
                        cell("float", "office:value=\"1\"", "", "table:number-columns-repeated=\"\(columns)\""),
                        "table:number-rows-repeated=\"\(rows)\""
                    )
                )
            )
        }
        expectFault(.tooManyCells, at: "A1") { _ = try cells(file(16_384, 1_048_576)) }
        expectFault(.tooManyColumns, at: "A1") { _ = try cells(file(16_385, 1)) }
        expectFault(.tooManyRows, at: "A1") { _ = try cells(file(1, 1_048_577)) }
        expectFault(.tooManyColumns, at: "A1") { _ = try cells(file(999_999_999, 999_999_999)) }
        expectFault(.notReadable("0")) { _ = try cells(file(0, 1)) }
        expectFault(.cellTooLong, at: "A1") {
            let blanks = "<text:s text:c=\"999999999\"/>"
            _ = try cells(SmallWorkbook.openDocument(table(row(cell("string", "", blanks)))))
        }
    }

    @Test func `is found by its name, and those that are hidden are passed over`() throws {
        let styles =
            "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        let hidden =
            "<table:table table:name=\"Weg\" table:style-name=\"ta1\">\(row(cell("float", "office:value=\"1\"")))</table:table>"
        let filter =
            "<table:database-ranges><table:database-range table:display-filter-buttons=\"true\" "
            + "table:target-range-address=\"$'Een blad'.A1:B2\"/></table:database-ranges>"
        let rows = row(cell("float", "office:value=\"2\""), "table:visibility=\"filter\"")
        let book = try Opened(SmallWorkbook.openDocument(hidden + table(rows, "Een blad") + filter, styles: styles))
            .book()
        #expect(book.sheets.map(\.name) == ["Weg", "Een blad"])
        #expect(try cells(book, book.firstSheet()) == ["A1 number 2"])
        #expect(try cells(book, book.sheet(named: "weg")) == ["A1 number 1"])
        let notes = try book.notes(of: book.firstSheet())
        #expect(notes.hasFilter)
        #expect(notes.hiddenRows == 1)
        #expect(try !book.notes(of: book.sheet(named: "Weg")).hasFilter)
        expectFault(.noSuchSheet("x")) { _ = try book.sheet(named: "x") }
    }

    @Test func `shows a date as the month or year that its style leaves of it, wherever the style is named`() throws {
        let styles = """
            <number:date-style style:name="N1"><number:month number:textual="true"/><number:text>-</number:text>\
            <number:year/></number:date-style>
            <number:date-style style:name="N2"><number:year number:style="long"/></number:date-style>
            <number:date-style style:name="N3"><number:day/><number:month/><number:year/></number:date-style>
            <number:date-style style:name="N4"><number:day/><number:month/></number:date-style>
            <style:style style:name="maand" style:family="table-cell" style:data-style-name="N1"/>
            <style:style style:name="jaar" style:family="table-cell" style:data-style-name="N2"/>
            <style:style style:name="dag" style:family="table-cell" style:data-style-name="N3"/>
            <style:style style:name="dagmaand" style:family="table-cell" style:data-style-name="N4"/>
            <style:style style:name="vet" style:family="table-cell" style:parent-style-name="maand"/>
            <style:style style:name="rond" style:family="table-cell" style:parent-style-name="rond"/>
            """
        let columns =
            "<table:table-column table:number-columns-repeated=\"2\" table:default-cell-style-name=\"jaar\"/>"
            + "<table:table-column table:default-cell-style-name=\"maand\"/>"
        let date = { (style: String) in
            let named = style.isEmpty ? "" : "table:style-name=\"\(style)\""
            return self.cell("date", "office:date-value=\"2023-05-17\"", "x", named)
        }
        let rows =
            row(date("maand") + date("jaar") + date("dag") + date("dagmaand") + date("vet") + date("rond"))
            + row(date("") + date("") + date("") + date(""))
            + row(date("") + date("dag"), "table:default-cell-style-name=\"maand\"")
        #expect(
            try cells(SmallWorkbook.openDocument(table(columns + rows), styles: styles)) == [
                "A1 month 2023-05", "B1 year 2023", "C1 date 2023-05-17", "D1 date 2023-05-17", "E1 month 2023-05",
                "F1 date 2023-05-17", "A2 year 2023", "B2 year 2023", "C2 month 2023-05", "D2 date 2023-05-17",
                "A3 month 2023-05", "B3 date 2023-05-17",
            ]
        )
    }
}

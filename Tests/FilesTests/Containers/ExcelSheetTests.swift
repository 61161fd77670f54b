import Feeds
import TestSupport
import Testing

@testable import Files

@Suite("An Excel sheet")
struct ExcelSheetTests {
    @Test func `gives its cells with what they are`() throws {
        let rows = """
            <row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2"><v>85083.67000000001</v></c><c r="D2" s="1"><v>0.29</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><r><t>een</t></r><r><t xml:space="preserve"> twee</t></r><rPh><t>x</t></rPh></is></c>
            <c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#N/A</v></c><c r="D4" s="2"><v>44927</v></c><c r="E4" s="3"><v>45047</v></c>
            <c r="F4" t="str"><f>A1</f><v>uit_x000D_komst</v></c><c r="G4"><f>1+1</f><v></v></c><c r="H4"/><c r="I4"><f>1+1</f><v>2</v></c>
            <c r="J4" s="4"><v>44927.5</v></c><c r="K4" t="d"><v>2023-01-01</v></c></row>
            """
        let texts = "<si><t>x</t></si><si><r><t>a_x005F_x000D_</t></r><r><t> b</t></r><rPh><t>niet</t></rPh></si>"
        let file = SmallWorkbook.excel(rows, texts: texts, formats: ["10", "14", "mmm-yy", "22"])
        #expect(
            try cells(file) == [
                "B2 text a_x000D_ b", "C2 number 85083.67", "D2 percentage 29", "A4 text een twee", "B4 boolean true",
                "C4 error #N/A",
                "D4 date 2023-01-01", "E4 month 2023-05", "F4 text uit\rkomst", "G4 formulaWithoutValue ",
                "I4 number 2",
                "J4 dateAndTime 2023-01-01T12:00:00", "K4 date 2023-01-01",
            ]
        )
    }

    @Test func `counts rows and columns that have no number`() throws {
        let rows =
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        #expect(
            try cells(SmallWorkbook.excel(rows)) == [
                "A1 number 1", "B1 number 2", "C5 number 3", "D5 number 4", "A6 number 5",
            ]
        )
    }

    @Test(arguments: [
        ("44927", "", "date 2023-01-01"), ("43465", "<workbookPr date1904='1'/>", "date 2023-01-01"),
        ("61", "", "date 1900-03-01"),
        ("59", "", "date 1900-02-28"), ("60", "", "noDate 60"), ("0", "", "noDate 0"), ("-1", "", "noDate -1"),
        ("2958465", "", "date 9999-12-31"), ("2958466", "", "noDate 2958466"), ("2023", "", "yearOrDate 2023"),
        ("44927.999999", "", "date 2023-01-02"), ("1e300", "", "noDate 1" + String(repeating: "0", count: 300)),
    ])
    func `counts its days as Excel does`(stored: String, properties: String, expected: String) throws {
        let file = SmallWorkbook.excel(
            "<row><c s='1'><v>\(stored)</v></c></row>",
            formats: ["dd-mm-yyyy"],
            properties: properties
        )
        #expect(try cells(file) == ["A1 \(expected)"])
    }

    @Test func `says of a year in the format of a date both things that it can be`() throws {
        let book = try Opened(
            SmallWorkbook.excel("<row r='14'><c r='C14' s='1'><v>2023</v></c></row>", formats: ["14"])
        ).book()
        var reader = try book.rows(of: book.firstSheet())
        let row = try #require(try reader.next())
        let fault = try #require(row.fault(row.cells[0], dates: book.dates))
        #expect(fault.reason == .yearOrDate)
        #expect(fault.sentence().contains("'2023' kan een jaar zijn"))
        #expect(fault.sentence().contains("Als datum is dit 15 juli 1905."))
        #expect(fault.line == 14)
        #expect(fault.column == "C")
    }

    @Test func `believes no formula that its writer left to Excel to calculate`() throws {
        let rows = "<row><c><v>1</v></c><c><f>A1*2</f><v>0</v></c></row>"
        let file = SmallWorkbook.excel(rows, properties: "<calcPr fullCalcOnLoad='1'/>")
        #expect(try cells(file) == ["A1 number 1", "B1 formulaWithoutValue "])
    }

    @Test func `tells of merged cells, hidden rows and columns and a filter`() throws {
        let behind =
            "<autoFilter ref='A1:B9'/><mergeCells><mergeCell ref='B1:D1'/><mergeCell ref='A2:A9'/></mergeCells>"
        let rows = "<row hidden='1'><c><v>1</v></c></row><row hidden='1'/><row><c><v>1</v></c></row>"
        let book = try Opened(SmallWorkbook.excel(rows, behind: behind)).book()
        let notes = try book.notes(of: book.firstSheet())
        #expect(notes.merges.map(\.description) == ["B1:D1", "A2:A9"])
        #expect(notes.rows == 2)
        #expect(notes.hiddenRows == 1)
        #expect(notes.hasFilter)
        #expect(try book.notes(of: book.firstSheet()) == notes)
    }

    @Test func `has bounds, each with the cell at which it was reached`() throws {
        func limited(
            _ rows: String,
            texts: String? = nil,
            _ change: (inout WorkbookLimits) -> Void = { _ in }
        ) -> () throws -> Void {
            var limits = WorkbookLimits()
            change(&limits)
            return { [limits] in _ = try cells(SmallWorkbook.excel(rows, texts: texts), limits) }
        }
        let two = "<row><c><v>1</v></c><c><v>1</v></c></row>"
        expectFault(.tooManyCells, at: "B1", limited(two) { $0.cells = 1 })
        expectFault(.tooManyColumns, at: "B1", limited(two) { $0.columns = 1 })
        expectFault(.tooManyRows, limited("<row r='1048577'><c><v>1</v></c></row>"))
        let long = String(repeating: "x", count: 32_768)
        expectFault(.cellTooLong, at: "A1", limited("<row><c t='inlineStr'><is><t>\(long)</t></is></c></row>"))
        let wide = String(repeating: "é", count: 32_767)
        #expect(thrown(limited("<row><c t='inlineStr'><is><t>\(wide)</t></is></c></row>")) == nil)
        expectFault(.textsTooLong, limited("", texts: "<si/><si/><si/>") { $0.sharedBytes = 20 })
        expectFault(
            .rowTooLong,
            at: "B1",
            limited("<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>", texts: "<si><t>abc</t></si>") {
                $0.rowBytes = 5
            }
        )
    }

    @Test(
        arguments: [
            ("<row><c t='s'><v>7</v></c></row>", WorkbookFault.Problem.noSuchText, "A1"),
            ("<row><c t='s'><v>-1</v></c></row>", .noSuchText, "A1"),
            ("<row><c r='C14'><v>1</v></c></row>", .outOfOrder, nil),
            ("<row r='2'/><row r='2'/>", .outOfOrder, nil), ("<row r='x'/>", .outOfOrder, nil),
            ("<row><c r='B1'/><c r='A1'/></row>", .outOfOrder, nil),
            ("<row><c><v>0x10</v></c></row>", .notReadable("0x10"), "A1"),
            ("<row><c/><c t='z'><v>1</v></c></row>", .notReadable("z"), "B1"),
            ("<row><c t='b'><v>2</v></c></row>", .notReadable("2"), "A1"),
        ] as [(String, WorkbookFault.Problem, String?)]
    )
    func `with what cannot be is refused, with its sheet and cell`(
        rows: String,
        problem: WorkbookFault.Problem,
        cell: String?
    ) {
        expectFault(problem, at: cell) { _ = try cells(SmallWorkbook.excel(rows)) }
        let fault = thrown { _ = try cells(SmallWorkbook.excel(rows)) } as? WorkbookFault
        #expect(fault?.sheet == "Blad1")
        let place = cell.map { "Het gaat om blad 'Blad1', cel \($0)." } ?? "Het gaat om blad 'Blad1'"
        #expect(fault?.fileFault.faults[0].sentence().contains(place) == true)
    }

    @Test func `with a wrong checksum is refused at its end`() throws {
        var parts = SmallWorkbook.excel(sheets: [("A", "visible", SmallWorkbook.sheet("<row><c><v>1</v></c></row>"))])
        let index = try #require(parts.firstIndex { $0.name.hasSuffix("s0.xml") })
        parts[index].claimedChecksum = 1
        let book = try Opened(ZipWriter(parts).bytes).book()
        var reader = try book.rows(of: book.firstSheet())
        expectFault(.zip(.damaged(entry: "xl/worksheets/s0.xml"))) { while try reader.next() != nil {} }
    }
}

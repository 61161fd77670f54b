import Feeds
import FuzzSupport
import TestSupport
import Testing

@testable import Files

/// Changed archives and workbooks, the XML in them, and files that only look like them.
@Suite struct ContainerFuzzTests {
    private static let rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></is></c></row>
        <row r="3" hidden="1"><c r="A3" s="1"><v>44927.5</v></c><c s="2"><f>1</f><v>0.25</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>
        """
    private static let texts = "<si><t>periode</t></si><si><t xml:space=\"preserve\"> x </t></si>"
    private static let behind = "<autoFilter ref=\"A1:B2\"/><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    private static let tables = """
        <table:table table:name="A"><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3">
        <table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="string" table:formula="x"><text:p>a<text:s text:c="2"/></text:p><office:annotation><text:p>b</text:p>
        </office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2023-01-01"/>
        </table:table-row></table:table>
        """
    private static let books = [
        SmallWorkbook.excel(rows, behind: behind, texts: texts, formats: ["dd-mm-yyyy", "0%"]),
        SmallWorkbook.openDocument(tables),
        ZipWriter([.init("Observations.csv", "a;b"), .init("MeasureCodes.csv", "c")]).bytes,
    ]
    private static let pieces =
        [
            "<c>", "</c>", "<v>", "</v>", "<row>", "</row>", "r=\"C1\"", "t=\"s\"", "s=\"9\"", "1e308", "-0.1",
            "99999999", "<f/>",
            "<!DOCTYPE a>", "&amp;", "&a;", "<!--", "]]>", "xmlns=\"\"", "table:number-rows-repeated=\"999999999\"",
            "_x0000_", "_xD800_",
            "44927", "60", "[<1]", "0%", "é", "\u{1F600}", "xml", "/", "..", "A1:B2",
        ].map { Array($0.utf8) } + [
            [0], [0xFF], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 1, 2], [0xFF, 0xFF, 0xFF, 0xFF],
        ]

    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits()
        limits.cells = 20_000
        return limits
    }()

    @Test func `archives are read or refused, whatever stands in them`() async {
        await Fuzz("zip", cases: 60).run { input in
            let opened = try Opened(input.mutation(of: Self.books, with: Self.pieces))
            try read(opened)
        }
    }

    /// The parts of a workbook are changed, and the archive around them is true.
    @Test func `workbooks are read or refused, whatever stands in their parts`() async {
        let parts = SmallWorkbook.excel(
            sheets: [("A", "visible", SmallWorkbook.sheet(Self.rows, behind: Self.behind))],
            texts: Self.texts,
            formats: ["dd-mm-yyyy", "[<1]0%;[Red]0.0"]
        )
        await Fuzz("workbook", cases: 100).run { input in
            var changed = parts
            for _ in 0...input.below(2) {
                let place = input.below(4) > 0 ? parts.count - 2 : input.below(parts.count)
                changed[place] = .init(parts[place].name, input.mutation(of: [parts[place].content], with: Self.pieces))
            }
            try read(try Opened(ZipWriter(changed).bytes))
        }
    }

    @Test func `tables are read or refused, whatever stands in them`() async {
        await Fuzz("opendocument", cases: 100).run { input in
            let tables = input.mutation(of: [Array(Self.tables.utf8)], with: Self.pieces)
            try read(try Opened(SmallWorkbook.openDocument(String(decoding: tables, as: UTF8.self))))
        }
    }

    private func read(_ opened: Opened) throws {
        do {
            guard try opened.kind() != .none else { return }
            let book = try opened.book(Self.limits)
            for sheet in book.sheets {
                var reader = try book.rows(of: sheet)
                var last = 0
                while let row = try reader.next() {
                    try check(row, behind: last)
                    last = row.number
                }
                try FuzzFailure.unless(try reader.next() == nil, "a row behind the end")
            }
        } catch let fault as WorkbookFault {
            try FuzzFailure.unless(!fault.fileFault.faults.isEmpty, "refused for no reason")
        } catch is ZipFault {
            return
        }
    }

    private func check(_ row: SheetRow, behind last: Int) throws {
        try FuzzFailure.unless(row.number > last, "row \(row.number) behind \(last)")
        var column = -1
        for cell in row.cells {
            try FuzzFailure.unless(
                cell.column > column && cell.column < 16_384,
                "column \(cell.column) behind \(column)"
            )
            column = cell.column
            try FuzzFailure.unless(row[column] == cell, "a cell that is not found in its column")
            try FuzzFailure.unless(cell.range.upperBound <= row.bytes.count, "a text behind the end")
            let text = row.text(cell)
            switch cell.kind {
            case .number, .percentage:
                let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
                try FuzzFailure.unless(isPlain && !text.isEmpty, "a number that is none: \(text)")
            case .date, .month, .year, .dateAndTime, .time, .text, .boolean, .error, .formulaWithoutValue, .yearOrDate,
                .noDate:
                break
            }
        }
    }
}

package import Feeds

/// The rows of one sheet, one at a time: memory does not grow with the sheet.
///
/// Rows are proven only when `next()` has answered `nil`: then the checksum of the part has agreed and the file is what it
/// was. What was made of them before must not be kept if it throws.
package struct SheetReader {
    package let sheet: Workbook.Sheet
    private let source: ZipEntrySource
    private let parser: XMLPushParser
    private let handler: any SheetHandler
    /// A row that stands there more than once, and how often still.
    private var repeated: (row: SheetRow, times: Int)?
    private var isAtEnd = false

    init(_ book: Workbook, _ sheet: Workbook.Sheet) throws {
        self.sheet = sheet
        (source, parser) = try WorkbookFault.placed(sheet: sheet.name) {
            guard let entry = book.archive.entry(named: sheet.part) else {
                throw WorkbookFault.Problem.missingPart(sheet.part)
            }
            return (try book.archive.open(entry), try XMLPushParser())
        }
        handler =
            if let excel = book.excel {
                ExcelSheet(book: excel, limits: book.limits)
            } else {
                OpenDocumentSheet(sheet, dates: book.dateStyles, limits: book.limits)
            }
    }

    /// What the sheet has beside its cells: whole when the last row was read.
    package var notes: SheetNotes { handler.notes }

    /// The next row that holds something; `nil` after the last.
    ///
    /// - Throws: ``WorkbookFault``, or what the file system or the archive's `whileReading` throws.
    package mutating func next() throws -> SheetRow? {
        if let row = nextRepeated() { return row }
        guard !isAtEnd else { return nil }
        return try WorkbookFault.placed(sheet: sheet.name, cell: handler.place) { try parseRow() }
    }

    private mutating func parseRow() throws -> SheetRow? {
        while true {
            switch try parser.advance(handler, fill: source.read) {
            case .needsMore: continue
            case .finished:
                isAtEnd = true
                return nil
            case .paused:
                guard let (row, times) = handler.takeRow() else { continue }
                if times > 1 { repeated = (row, times - 1) }
                return row
            }
        }
    }

    private mutating func nextRepeated() -> SheetRow? {
        guard let (last, times) = repeated else { return nil }
        var row = last
        row.number += 1
        repeated = times > 1 ? (row, times - 1) : nil
        return row
    }
}

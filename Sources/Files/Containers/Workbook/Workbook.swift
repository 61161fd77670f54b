package import Feeds

/// A workbook of Excel or LibreOffice: its sheets, and the rows of each.
///
/// Macros, pivot tables and links to other files are never opened.
package final class Workbook {
    /// One sheet of cells; what holds only a chart is none.
    package struct Sheet: Hashable, Sendable {
        /// As the workbook calls it, not escaped.
        package let name: String
        package let isHidden: Bool
        /// Where it stands: the part, and for OpenDocument the place among the tables.
        let part: String
        let place: Int
    }

    package let kind: ContainerKind
    /// In the order of the workbook, the hidden ones among them.
    package let sheets: [Sheet]
    package let limits: WorkbookLimits
    let archive: ZipArchive
    /// What the sheets of an Excel workbook share; `nil` for OpenDocument.
    let excel: ExcelBook?
    /// How the cells of an OpenDocument spreadsheet show their dates.
    let dateStyles: DateStyles

    /// Reads what all sheets share.
    ///
    /// - Parameters:
    ///   - archive: the file.
    ///   - limits: how much of it is read.
    /// - Throws: ``WorkbookFault``, or what the file system or the archive's `whileReading` throws.
    package convenience init(_ archive: ZipArchive, limits: WorkbookLimits = WorkbookLimits()) throws {
        try self.init(archive, ContainerLook(archive), limits: limits)
    }

    /// The same, of an archive that was looked into before.
    init(_ archive: ZipArchive, _ look: ContainerLook, limits: WorkbookLimits = WorkbookLimits()) throws {
        self.archive = archive
        self.limits = limits
        kind = look.kind
        switch look.kind {
        case .xlsx, .xlsm:
            let main = look.mainPart ?? ""
            (excel, sheets) = try WorkbookFault.placed { try Self.readExcel(archive, main, limits) }
            dateStyles = DateStyles()
        case .ods:
            excel = nil
            (sheets, dateStyles) = try WorkbookFault.placed { try Self.readOpenDocument(archive, limits) }
        case .xlsb, .oldExcel, .word, .encrypted, .odataBundle, .otherZip, .none:
            throw WorkbookFault(.otherKind(look.kind))
        }
    }

    /// From which day it counts its dates.
    package var dates: SheetDates { excel?.dates ?? .from1900 }

    /// The first sheet that is not hidden.
    package func firstSheet() throws -> Sheet {
        guard let sheet = sheets.first(where: { !$0.isHidden }) else { throw WorkbookFault(.noVisibleSheet) }
        return sheet
    }

    /// The sheet with a name, hidden or not; capitals do not count, as in Excel.
    package func sheet(named name: String) throws -> Sheet {
        let folded = name.lowercased()
        guard let sheet = sheets.first(where: { $0.name.lowercased() == folded }) else {
            throw WorkbookFault(.noSuchSheet(name))
        }
        return sheet
    }

    /// Starts to read a sheet from its first row.
    package func rows(of sheet: Sheet) throws -> SheetReader { try SheetReader(self, sheet) }

    /// Reads a sheet once for what stands behind its rows: merged cells, hidden rows, a filter.
    package func notes(of sheet: Sheet) throws -> SheetNotes {
        var reader = try rows(of: sheet)
        while try reader.next() != nil {}
        return reader.notes
    }

    private static func readExcel(
        _ archive: ZipArchive,
        _ main: String,
        _ limits: WorkbookLimits
    ) throws -> (ExcelBook, [Sheet]) {
        let book = ExcelBook(limits: limits)
        try archive.parse(main, upTo: limits.partBytes, with: book)
        let links = Relationships(of: main, most: limits.parts)
        try archive.parse(PartName.relationships(of: main), upTo: limits.partBytes, with: links)
        if let styles = links.part("styles") { try archive.parse(styles, upTo: limits.partBytes, with: book.styles) }
        if let texts = links.part("sharedStrings") { try archive.parse(texts, with: book.texts) }
        let sheets = try book.sheets.compactMap { named -> Sheet? in
            guard let target = links.byID[named.id] else {
                throw WorkbookFault.Problem.missingPart("\(main): \(named.id)")
            }
            guard target.kind == "worksheet" else { return nil }
            guard let part = target.part else { throw WorkbookFault.Problem.missingPart(target.written) }
            return Sheet(name: named.name, isHidden: named.isHidden, part: part, place: 0)
        }
        return (book, sheets)
    }

    private static let content = "content.xml"

    private static func readOpenDocument(
        _ archive: ZipArchive,
        _ limits: WorkbookLimits
    ) throws -> ([Sheet], DateStyles) {
        let book = OpenDocumentBook(limits: limits)
        // Styles that a person has named stand in a part of their own.
        try archive.parse("styles.xml", with: book)
        book.sheets = []
        guard try archive.parse(content, with: book) else { throw WorkbookFault.Problem.missingPart(content) }
        let sheets = book.sheets.enumerated().compactMap { place, sheet in
            // One without a name is what is kept of another file.
            sheet.name.isEmpty
                ? nil : Sheet(name: sheet.name, isHidden: sheet.isHidden, part: content, place: place)
        }
        return (sheets, book.dates)
    }
}

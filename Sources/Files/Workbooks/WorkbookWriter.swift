internal import CXLSXWriter
internal import Glibc
internal import Indicators

/// Writes a workbook of Excel with libxlsxwriter.
///
/// Rows go to disk one by one, so that memory does not follow the number of rows. What is text is written as text, so
/// that nothing becomes a formula; there are no formulas at all.
package enum WorkbookWriter {
    /// Writes the workbook: the same content gives the same bytes.
    ///
    /// - Parameters:
    ///   - workbook: what to write; a workbook without sheets gets an empty one.
    ///   - folder: where the library keeps its files while it writes; the workbook itself is made there as well, as
    ///     `workbook.xlsx`. The caller removes the folder.
    /// - Returns: the content of the file.
    /// - Throws: ``WorkbookWriterFault``, ``FileSystemFault``.
    package static func bytes(of workbook: NewWorkbook, in folder: String) throws -> [UInt8] {
        let path = "\(folder)/workbook.xlsx"
        try folder.withCString { scratch in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            // The library only reads it.
            options.tmpdir = UnsafeMutablePointer(mutating: scratch)
            guard let book = workbook_new_opt(path, &options) else { throw WorkbookWriterFault.notBegun }
            let writer = OpenWorkbook(book)
            let outcome = Result { try writer.write(workbook) }
            // Closing frees it, also where something went wrong before.
            let closed = workbook_close(book)
            try outcome.get()
            try check(closed, "close")
        }
        return try OpenFile.open(path).bytes(upTo: largest)
    }

    /// More than any report has.
    private static let largest = 256 << 20

    static func check(_ error: lxw_error, _ step: String) throws(WorkbookWriterFault) {
        guard error != LXW_NO_ERROR else { return }
        throw .failed(step: step, why: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }
}

/// A workbook that the library has begun, with the forms of its cells.
private final class OpenWorkbook {
    typealias Form = UnsafeMutablePointer<lxw_format>

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var forms: [String: Form] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    func write(_ workbook: NewWorkbook) throws(WorkbookWriterFault) {
        try setProperties(workbook)
        var names = SheetNames()
        for sheet in workbook.sheets { try add(sheet, named: names.next(for: sheet.name)) }
        if workbook.sheets.isEmpty { try add(NewWorkbook.Sheet(name: "Leeg", columns: [], rows: []), named: "Leeg") }
    }

    private func setProperties(_ workbook: NewWorkbook) throws(WorkbookWriterFault) {
        var properties = lxw_doc_properties()
        properties.created = time_t(workbook.made.dayNumber * 86_400)
        let error = workbook.title.withoutControls.withCString { title in
            properties.title = UnsafeMutablePointer(mutating: title)
            return workbook_set_properties(book, &properties)
        }
        try WorkbookWriter.check(error, "properties")
    }

    // MARK: One sheet

    private func add(_ sheet: NewWorkbook.Sheet, named name: String) throws(WorkbookWriterFault) {
        guard let page = workbook_add_worksheet(book, name) else {
            throw .failed(step: "sheet \(name.shownSafely())", why: "it was not taken")
        }
        try layOut(page, sheet.columns)
        for (index, column) in sheet.columns.enumerated() {
            try put(.text(column.title), as: try headingForm(), at: (0, index), of: page)
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (index, cell) in cells.enumerated() {
                try put(cell, as: try form(of: cell), at: (row + 1, index), of: page)
            }
        }
        if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
            let last = (row: UInt32(sheet.rows.count), column: UInt16(sheet.columns.count - 1))
            try WorkbookWriter.check(worksheet_autofilter(page, 0, 0, last.row, last.column), "filter")
        }
    }

    /// A4 across, one page wide, the headings in sight.
    private func layOut(
        _ page: UnsafeMutablePointer<lxw_worksheet>,
        _ columns: [NewWorkbook.Column]
    ) throws(WorkbookWriterFault) {
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_freeze_panes(page, 1, 0)
        try WorkbookWriter.check(worksheet_repeat_rows(page, 0, 0), "headings")
        for (index, column) in columns.enumerated() {
            let place = UInt16(index)
            try WorkbookWriter.check(
                worksheet_set_column(page, place, place, Double(column.width), nil),
                "column \(index + 1)"
            )
        }
    }

    private func put(
        _ cell: NewWorkbook.Cell,
        as form: Form?,
        at place: (row: Int, column: Int),
        of page: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookWriterFault) {
        let (row, column) = (UInt32(place.row), UInt16(place.column))
        let error =
            switch cell {
            case .empty: LXW_NO_ERROR
            case .text(let text), .marked(let text, _):
                worksheet_write_string(page, row, column, text.forCell, form)
            case .number(let value, _) where value.isExactInCell:
                worksheet_write_number(page, row, column, value.double, form)
            case .number(let value, _):
                worksheet_write_string(page, row, column, value.written(decimalSign: ","), form)
            case .date(let date):
                worksheet_write_number(page, row, column, Double(date.dayNumber - Self.firstDay), form)
            }
        try WorkbookWriter.check(error, "cell \(row + 1):\(column + 1)")
    }

    /// Excel counts days so that 1 January 1970 is 25569.
    private static let firstDay = -25_569

    // MARK: Forms

    private func form(of cell: NewWorkbook.Cell) throws(WorkbookWriterFault) -> Form? {
        switch cell {
        case .empty: nil
        case .text: try form("text") { format_set_text_wrap($0) }
        case .number(let value, let shown):
            try form("\(shown) \(value.scale)") { format_set_num_format($0, shown.code(decimals: value.scale)) }
        case .date: try form("date") { format_set_num_format($0, "dd-mm-yyyy") }
        case .marked(_, let tone):
            try form("\(tone)") {
                format_set_bold($0)
                format_set_font_color($0, tone.ink)
                format_set_bg_color($0, tone.ground)
            }
        }
    }

    private func headingForm() throws(WorkbookWriterFault) -> Form {
        try form("heading") {
            format_set_bold($0)
            format_set_text_wrap($0)
            format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
    }

    /// The form of this name, made where it is asked for first.
    private func form(_ name: String, _ set: (Form) -> Void) throws(WorkbookWriterFault) -> Form {
        if let known = forms[name] { return known }
        guard let new = workbook_add_format(book) else { throw .notBegun }
        format_set_align(new, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        set(new)
        forms[name] = new
        return new
    }
}

extension NewWorkbook.NumberForm {
    /// The code in the file, which is American; Excel shows the signs of the reader's settings.
    fileprivate func code(decimals: Int) -> String {
        let tail = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
        return switch self {
        case .plain: "0\(tail)"
        case .grouped: "#,##0\(tail)"
        case .percent: "0\(tail)\"%\""
        }
    }
}

extension NewWorkbook.Tone {
    fileprivate var ground: lxw_color_t {
        switch self {
        case .red: 0xF9DEDC
        case .amber: 0xFFE3C2
        case .green: 0xD3F0DA
        case .grey: 0xE4E7EB
        }
    }

    /// At least 4.5 : 1 on its ground.
    fileprivate var ink: lxw_color_t {
        switch self {
        case .red: 0x8C1D18
        case .amber: 0x7A3D00
        case .green: 0x14532A
        case .grey: 0x3A424A
        }
    }
}

extension ExactDecimal {
    /// Whether a cell, which holds a binary number, gives all its digits back.
    fileprivate var isExactInCell: Bool { coefficient.magnitude < 1_000_000_000_000_000 }
}

extension String {
    /// What a cell can hold: no control characters but line ends, and no more than Excel takes.
    fileprivate var forCell: String { String(withoutControls.prefix(8_000)) }

    /// XML has no way to write them.
    fileprivate var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnsafeToShow || $0 == "\n" }))
    }
}

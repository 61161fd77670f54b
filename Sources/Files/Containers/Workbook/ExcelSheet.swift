internal import Feeds

/// A worksheet of an Excel workbook (ECMA-376, 18.3).
final class ExcelSheet: SheetHandler {
    /// What `t` says a cell is.
    private enum CellType {
        case number
        case sharedText
        case inlineText
        case formulaText
        case boolean
        case error
        case day
    }

    private enum Collecting {
        case nothing
        case value
        case inlineText
    }

    private let book: ExcelBook
    private let limits: WorkbookLimits
    private(set) var notes = SheetNotes()
    private var builder: SheetRowBuilder
    private var finished: SheetRow?
    private var isInData = false
    private var phonetic = 0

    private(set) var place: CellReference?
    private var nextColumn = 0
    private var type = CellType.number
    private var format = 0
    private var hasFormula = false
    private var collecting = Collecting.nothing
    private var text: CellText

    init(book: ExcelBook, limits: WorkbookLimits) {
        self.book = book
        self.limits = limits
        builder = SheetRowBuilder(limits: limits)
        text = CellText(mostUnits: limits.cellUnits)
    }

    func takeRow() -> (row: SheetRow, times: Int)? {
        defer { finished = nil }
        return finished.map { ($0, 1) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .spreadsheet else { return }
        if isInData { return try startInData(name.local, attributes) }
        switch name.local {
        case "sheetData": isInData = true
        case "mergeCell": try noteMerge(attributes)
        case "autoFilter": notes.hasFilter = true
        case "col": noteColumns(attributes)
        default: break
        }
    }

    private func startInData(_ name: XMLWord, _ attributes: XMLAttributes) throws {
        switch name {
        case "c": try startCell(attributes)
        case "v": collecting = .value
        case "f": hasFormula = true
        case "t": if type == .inlineText, phonetic == 0 { collecting = .inlineText }
        case "row": try startRow(attributes)
        case "rPh": phonetic += 1
        default: break
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        let number = try attributes["r"].map { word throws(WorkbookFault.Problem) in
            guard let number = word.number else { throw .outOfOrder }
            return number
        }
        nextColumn = 0
        try builder.begin(
            number: number ?? builder.row.number + 1,
            isHidden: attributes["hidden"]?.isTrue ?? false
        )
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        var cell = CellReference(row: builder.row.number, column: nextColumn)
        if let written = attributes["r"] {
            guard let read = CellReference(written.bytes), read.row == cell.row, read.column >= nextColumn else {
                throw WorkbookFault.Problem.outOfOrder
            }
            cell = read
        }
        place = cell
        guard cell.column < limits.columns else { throw WorkbookFault.Problem.tooManyColumns }
        nextColumn = cell.column + 1
        try builder.charge(1)
        type = try Self.type(attributes["t"])
        format = attributes["s"]?.number ?? 0
        hasFormula = false
        text.removeAll()
    }

    private static func type(_ word: XMLWord?) throws -> CellType {
        guard let word else { return .number }
        switch word {
        case "n": return .number
        case "s": return .sharedText
        case "inlineStr": return .inlineText
        case "str": return .formulaText
        case "b": return .boolean
        case "e": return .error
        case "d": return .day
        default: throw WorkbookFault.Problem.notReadable(word.text)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard collecting != .nothing else { return }
        try text.append(bytes)
    }

    func end(_ name: XMLName) throws -> XMLStep {
        guard isInData, name.namespace == .spreadsheet else { return .goOn }
        switch name.local {
        case "c": try endCell()
        case "v", "t": collecting = .nothing
        case "row":
            finished = builder.finished()
            guard let finished else { return .goOn }
            notes.rows += 1
            notes.hiddenRows += finished.isHidden ? 1 : 0
            return .pause
        case "rPh": phonetic -= 1
        case "sheetData": isInData = false
        default: break
        }
        return .goOn
    }

    private func endCell() throws {
        guard let column = place?.column else { return }
        try add(column)
        place = nil
    }

    private func add(_ column: Int) throws {
        if hasFormula, book.isNotCalculated || (text.bytes.isEmpty && type != .formulaText) {
            return try builder.add(.formulaWithoutValue, column: column) { _ in }
        }
        guard !text.bytes.isEmpty else { return }
        switch type {
        case .number:
            guard let number = SheetNumber(text.bytes) else { throw unreadable }
            try builder.add(number, column: column, book.styles.format(format).meaning(of: number), book.dates)
        case .sharedText:
            guard let number = XMLWord.number(text.bytes), let shared = book.texts.text(number) else {
                throw WorkbookFault.Problem.noSuchText
            }
            guard !shared.isEmpty else { return }
            try builder.add(.text, column: column) { $0.append(contentsOf: shared) }
        case .inlineText, .formulaText:
            text.unescape()
            try builder.add(.text, column: column) { $0.append(contentsOf: text.bytes) }
        case .boolean: try addBoolean(column)
        case .error: try builder.add(.error, column: column) { $0.append(contentsOf: text.bytes) }
        case .day: try builder.add(.isoDay(text.bytes), column: column) { $0.append(contentsOf: text.bytes) }
        }
    }

    private func addBoolean(_ column: Int) throws {
        let isTrue = text.bytes == [UInt8(ascii: "1")] || text.bytes == Array("true".utf8)
        guard isTrue || text.bytes == [UInt8(ascii: "0")] || text.bytes == Array("false".utf8) else { throw unreadable }
        try builder.add(.boolean, column: column) { $0 += (isTrue ? "true" : "false").utf8 }
    }

    private var unreadable: WorkbookFault.Problem { .notReadable(String(decoding: text.bytes, as: UTF8.self)) }

    private func noteMerge(_ attributes: XMLAttributes) throws {
        guard let range = attributes["ref"].flatMap({ CellRange($0.bytes) }) else { return }
        guard notes.merges.count < limits.parts else { throw WorkbookFault.Problem.tooManyParts }
        notes.merges.append(range)
    }

    private func noteColumns(_ attributes: XMLAttributes) {
        guard attributes["hidden"]?.isTrue ?? false, let first = attributes["min"]?.number,
            let last = attributes["max"]?.number, first <= last, last <= limits.columns
        else { return }
        notes.hiddenColumns += last - first + 1
    }
}

extension SheetCell.Kind {
    /// A day as ISO 8601 writes it, with or without a time.
    static func isoDay(_ text: [UInt8]) -> SheetCell.Kind {
        text.contains(UInt8(ascii: "T")) ? .dateAndTime : .date
    }
}

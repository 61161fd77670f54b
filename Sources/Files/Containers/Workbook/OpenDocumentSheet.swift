internal import Feeds

/// One table of an OpenDocument spreadsheet's `content.xml` (ODF 1.3, part 3, 9).
final class OpenDocumentSheet: SheetHandler {
    private let wanted: Int
    private let name: String
    private let dates: DateStyles
    /// The styles that cells have which name none, from a column on; of each the columns that have it.
    private var columnStyles: [(columns: Range<Int>, style: String)] = []
    private var rowStyle: String?
    private let limits: WorkbookLimits
    private(set) var notes = SheetNotes()
    private var builder: SheetRowBuilder
    private var finished: (row: SheetRow, times: Int)?

    /// How many tables have begun, those within cells not counted.
    private var tables = 0
    private var isInTable = false
    private(set) var place: CellReference?
    private var nextRow = 1
    private var rowTimes = 1
    private var nextColumn = 0
    private var cell = OpenDocumentCell(mostUnits: 0)
    private var isInCell = false
    /// How deep within something in a cell that is no text of it: a remark, a picture.
    private var aside = 0

    init(_ sheet: Workbook.Sheet, dates: DateStyles, limits: WorkbookLimits) {
        wanted = sheet.place
        name = sheet.name
        self.dates = dates
        self.limits = limits
        builder = SheetRowBuilder(limits: limits)
        cell = OpenDocumentCell(mostUnits: limits.cellUnits)
    }

    func takeRow() -> (row: SheetRow, times: Int)? {
        defer { finished = nil }
        return finished
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if isInCell { return try startInCell(name, attributes) }
        guard name.namespace == .table else { return }
        switch name.local {
        case "table":
            isInTable = tables == wanted
            tables += 1
        case "database-range": noteFilter(attributes)
        case "table-column" where isInTable: try noteColumns(attributes)
        case "table-row" where isInTable: try startRow(attributes)
        case "table-cell" where isInTable: try startCell(attributes, isCovered: false)
        case "covered-table-cell" where isInTable: try startCell(attributes, isCovered: true)
        default: break
        }
    }

    private func startInCell(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard aside == 0, name.namespace == .text else {
            aside += 1
            return
        }
        try cell.startText(name.local, attributes)
    }

    func end(_ name: XMLName) throws -> XMLStep {
        if isInCell { try endInCell(name) }
        guard !isInCell, isInTable, name.namespace == .table else { return .goOn }
        switch name.local {
        case "table": isInTable = false
        case "table-row": return endRow()
        default: break
        }
        return .goOn
    }

    private func endInCell(_ name: XMLName) throws {
        if aside > 0 {
            aside -= 1
        } else if name.namespace == .text {
            cell.endText(name.local)
        } else {
            try endCell()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if isInCell, aside == 0 { try cell.append(bytes) }
    }

    private static func times(_ word: XMLWord?) throws -> Int {
        guard let word else { return 1 }
        guard let times = word.number, times > 0 else { throw WorkbookFault.Problem.notReadable(word.text) }
        return times
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        rowTimes = try Self.times(attributes[.table, "number-rows-repeated"])
        let visibility = attributes[.table, "visibility"]
        let isHidden = visibility.map { $0.equals("collapse") || $0.equals("filter") } ?? false
        nextColumn = 0
        rowStyle = attributes[.table, "default-cell-style-name"]?.text
        builder.begin(unchecked: nextRow, isHidden: isHidden)
    }

    private func endRow() -> XMLStep {
        nextRow += rowTimes
        guard let row = builder.finished() else { return .goOn }
        finished = (row, rowTimes)
        notes.rows += rowTimes
        notes.hiddenRows += row.isHidden ? rowTimes : 0
        return .pause
    }

    private func startCell(_ attributes: XMLAttributes, isCovered: Bool) throws {
        place = CellReference(row: nextRow, column: nextColumn)
        isInCell = true
        try cell.begin(
            attributes,
            times: Self.times(attributes[.table, "number-columns-repeated"]),
            isCovered: isCovered,
            dateKind: { dateKind(attributes) }
        )
        if !isCovered { try noteMerge(attributes) }
    }

    private func endCell() throws {
        isInCell = false
        if cell.isFilled { try addCell() }
        nextColumn += cell.times
        place = nil
    }

    private func addCell() throws {
        let (cells, isTooMany) = cell.times.multipliedReportingOverflow(by: rowTimes)
        guard nextColumn + cell.times <= limits.columns else { throw WorkbookFault.Problem.tooManyColumns }
        guard nextRow + rowTimes - 1 <= limits.rows else { throw WorkbookFault.Problem.tooManyRows }
        try builder.charge(isTooMany ? .max : cells)
        try cell.add(to: &builder, column: nextColumn)
        builder.repeatLast(cell.times - 1)
    }

    private func noteMerge(_ attributes: XMLAttributes) throws {
        let columns = attributes[.table, "number-columns-spanned"]?.number ?? 1
        let rows = attributes[.table, "number-rows-spanned"]?.number ?? 1
        guard columns > 1 || rows > 1, columns > 0, rows > 0 else { return }
        guard notes.merges.count < limits.parts else { throw WorkbookFault.Problem.tooManyParts }
        notes.merges.append(
            CellRange(rows: nextRow...(nextRow + rows - 1), columns: nextColumn...(nextColumn + columns - 1))
        )
    }

    /// As what the cell shows a date: its own style goes before that of its row, and that before the column's.
    private func dateKind(_ attributes: XMLAttributes) -> SheetCell.Kind? {
        let own = attributes[.table, "style-name"]?.text ?? rowStyle
        let style = own ?? columnStyles.first { $0.columns.contains(nextColumn) }?.style
        return style.flatMap(dates.kind)
    }

    private func noteColumns(_ attributes: XMLAttributes) throws {
        let count = attributes[.table, "number-columns-repeated"]?.number ?? 1
        let start = columnStyles.last?.columns.upperBound ?? 0
        guard columnStyles.count < limits.columns else { throw WorkbookFault.Problem.tooManyColumns }
        let style = attributes[.table, "default-cell-style-name"]?.text ?? ""
        columnStyles.append((start..<start + count, style))
        guard let visibility = attributes[.table, "visibility"], !visibility.equals("visible") else { return }
        notes.hiddenColumns = min(limits.columns, notes.hiddenColumns + count)
    }

    /// A filter names its cells: `$Blad1.A1:D20`, with the sheet in quotes where it has blanks.
    private func noteFilter(_ attributes: XMLAttributes) {
        guard attributes[.table, "display-filter-buttons"]?.isTrue ?? false,
            let address = attributes[.table, "target-range-address"]?.text
        else { return }
        let sheet = address.drop { $0 == "$" }
        let quoted = "'\(name.replacing("'", with: "''"))'."
        if sheet.hasPrefix("\(name).") || sheet.hasPrefix(quoted) { notes.hasFilter = true }
    }
}

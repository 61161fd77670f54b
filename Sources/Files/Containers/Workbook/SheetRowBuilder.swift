internal import Feeds

/// Makes a row of cells as they arrive, within the limits of a workbook.
struct SheetRowBuilder {
    let limits: WorkbookLimits
    private(set) var row = SheetRow()
    private var cellsInAll = 0

    init(limits: WorkbookLimits) {
        self.limits = limits
    }

    /// Begins a row behind the last one.
    mutating func begin(number: Int, isHidden: Bool) throws {
        guard number > row.number else { throw WorkbookFault.Problem.outOfOrder }
        guard number <= limits.rows else { throw WorkbookFault.Problem.tooManyRows }
        row = SheetRow(number: number, isHidden: isHidden)
    }

    /// Begins a row whose number was counted; only rows that hold something have to be within the limits.
    mutating func begin(unchecked number: Int, isHidden: Bool) {
        row = SheetRow(number: number, isHidden: isHidden)
    }

    /// Counts cells before anything is kept of them.
    mutating func charge(_ count: Int) throws {
        let (sum, isTooMany) = cellsInAll.addingReportingOverflow(count)
        guard !isTooMany, sum <= limits.cells else { throw WorkbookFault.Problem.tooManyCells }
        cellsInAll = sum
    }

    /// Adds a cell whose text `write` puts behind the others.
    mutating func add(_ kind: SheetCell.Kind, column: Int, _ write: (inout [UInt8]) -> Void) throws {
        let start = row.bytes.count
        write(&row.bytes)
        guard row.bytes.count <= limits.rowBytes else { throw WorkbookFault.Problem.rowTooLong }
        row.cells.append(SheetCell(column: column, kind: kind, range: start..<row.bytes.count))
    }

    /// Adds the last cell again in the columns behind it.
    mutating func repeatLast(_ count: Int) {
        guard let last = row.cells.last, count > 0 else { return }
        for offset in 1...count {
            row.cells.append(SheetCell(column: last.column + offset, kind: last.kind, range: last.range))
        }
    }

    /// The row, where it holds something.
    func finished() -> SheetRow? { row.cells.isEmpty ? nil : row }
}

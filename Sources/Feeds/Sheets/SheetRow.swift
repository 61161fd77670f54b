internal import Indicators

/// One row of a sheet with the cells that hold something, in the order of their columns.
package struct SheetRow: Hashable, Sendable {
    /// From 1, as the spreadsheet counts.
    package var number: Int
    package var isHidden: Bool
    package var cells: [SheetCell]
    /// The texts of all cells as UTF-8; cells that say the same may share theirs.
    package var bytes: [UInt8]

    package init(number: Int = 0, isHidden: Bool = false, cells: [SheetCell] = [], bytes: [UInt8] = []) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
        self.bytes = bytes
    }

    /// The text of one of its cells.
    package func text(_ cell: SheetCell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

    /// The cell in a column, which counts from 0; `nil` where it is empty.
    package subscript(column: Int) -> SheetCell? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].column == column ? cells[low] : nil
    }

    /// The place of one of its cells.
    package func reference(_ cell: SheetCell) -> CellReference { CellReference(row: number, column: cell.column) }

    /// What is wrong with one of its cells; `nil` where its text can be relied on.
    ///
    /// - Parameters:
    ///   - cell: the cell.
    ///   - dates: from which day the workbook counts.
    /// - Returns: the fault, with the row as its line and the letters as its column.
    package func fault(_ cell: SheetCell, dates: SheetDates = .from1900) -> RowFault? {
        guard let reason = cell.kind.refusal else { return nil }
        let text = text(cell)
        let day = cell.kind == .yearOrDate ? Int(text).flatMap(dates.day) : nil
        return RowFault(
            reason,
            line: number,
            column: CellReference.letters(cell.column),
            cell: text,
            detail: day.map(FaultDetail.asDate)
        )
    }
}

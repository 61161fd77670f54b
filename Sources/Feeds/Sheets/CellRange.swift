/// Cells that a spreadsheet has merged into one; only the first of them holds something.
package struct CellRange: Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package let rows: ClosedRange<Int>
    /// From 0.
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// The first and the last cell: `B2:D2`.
    package var description: String {
        let first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
        return "\(first):\(CellReference(row: rows.upperBound, column: columns.upperBound))"
    }

    /// Whether the cell is one of them, the first among them.
    package func contains(_ cell: CellReference) -> Bool { rows.contains(cell.row) && columns.contains(cell.column) }

    /// Whether it joins cells of several rows behind a row.
    func isBelow(_ row: Int) -> Bool { rows.count > 1 && rows.upperBound > row }
}

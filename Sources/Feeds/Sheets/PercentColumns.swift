/// Sees to it that no column holds both percentages and plain numbers: 0.253 and 25.3 % may then be the same.
package struct PercentColumns: Sendable {
    private var seen: [Int: (kind: SheetCell.Kind, place: CellReference)] = [:]

    package init() {}

    /// Takes in one cell below the header.
    ///
    /// - Returns: the fault where an earlier cell of its column is of the other kind.
    package mutating func note(_ cell: SheetCell, of row: SheetRow) -> RowFault? {
        guard cell.kind == .number || cell.kind == .percentage else { return nil }
        guard let earlier = seen[cell.column] else {
            seen[cell.column] = (cell.kind, row.reference(cell))
            return nil
        }
        guard earlier.kind != cell.kind else { return nil }
        return RowFault(
            .percentMixed,
            line: row.number,
            column: CellReference.letters(cell.column),
            cell: row.text(cell),
            detail: .sheetCell(sheet: nil, cell: earlier.place.description)
        )
    }
}

/// What a sheet has beside its cells; whole only after its last row was read.
package struct SheetNotes: Hashable, Sendable {
    /// The rows that hold something.
    package var rows = 0
    /// The hidden rows among them; they are read as well.
    package var hiddenRows = 0
    /// The columns that are marked as hidden; what stands in them is read as well.
    package var hiddenColumns = 0
    /// Whether a filter is set, which may be why rows are hidden.
    package var hasFilter = false
    /// Workbooks name them behind the cells: who wants to know them in the header reads the sheet once before.
    package var merges: [CellRange] = []

    package init() {}
}

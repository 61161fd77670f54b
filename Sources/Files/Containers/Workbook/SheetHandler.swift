internal import Feeds

/// What makes rows of the XML of a sheet.
protocol SheetHandler: XMLHandler {
    /// The sheet's own facts, as far as they were read.
    var notes: SheetNotes { get }
    /// The cell that is being read; `nil` between cells.
    var place: CellReference? { get }
    /// Gives the row for which parsing paused, and how often it stands there.
    func takeRow() -> (row: SheetRow, times: Int)?
}

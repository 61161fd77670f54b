/// How much of a workbook is read, at most.
package struct WorkbookLimits: Hashable, Sendable {
    /// All cells of a sheet, the repeated ones counted each.
    package var cells = 5_000_000
    /// What spreadsheets have.
    package var columns = 16_384
    /// What spreadsheets have.
    package var rows = 1_048_576
    /// One cell, in UTF-16 units, as spreadsheets count.
    package var cellUnits = 32_767
    /// The texts of one row together, in bytes.
    package var rowBytes = 1 << 20
    /// The texts that cells share, with eight bytes for each, in bytes.
    package var sharedBytes = 64 << 20
    /// Sheets, formats and merged cells, of each so many.
    package var parts = 65_536
    /// A part that describes the workbook, unpacked, in bytes.
    package var partBytes = 16 << 20

    package init() {}
}

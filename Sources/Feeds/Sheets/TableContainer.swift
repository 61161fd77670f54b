/// What holds the table of a file.
package enum TableContainer: Hashable, Sendable {
    /// A text file.
    case text
    /// A sheet of a workbook.
    case sheet(SheetOrigin)
    /// A bundle of text files, as CBS packs OData 4.
    case bundle

    /// The sheet; `nil` of what is no workbook.
    package var sheet: SheetOrigin? {
        if case .sheet(let sheet) = self { sheet } else { nil }
    }
}

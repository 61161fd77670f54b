/// Where each column of a form stands in one file.
package struct ColumnLayout<Column: FormColumn>: Hashable, Sendable {
    /// The columns in the order of the file; `nil` for the empty ones that a spreadsheet adds at the end.
    package let columns: [Column?]
    /// The unit that the header of the values states.
    package let unit: String?
    /// Whether the first column only counts the rows, as programs write it.
    package let hasRowNumbers: Bool

    package init(columns: [Column?], unit: String? = nil, hasRowNumbers: Bool = false) {
        self.columns = columns
        self.unit = unit
        self.hasRowNumbers = hasRowNumbers
    }

    /// The places of the columns without a name, which stand at the end.
    var unnamed: Range<Int> {
        let named = columns.lastIndex { $0 != nil }.map { $0 + 1 } ?? columns.count
        return named..<columns.count
    }

    /// The place of the column in each row, from 0; `nil` where the file does not have it.
    package func index(of column: Column) -> Int? { columns.firstIndex(of: column) }
}

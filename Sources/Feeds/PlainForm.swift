/// The plain form of the contract (design, "Measurement CSV"): one value a row.
package enum PlainForm {
    /// Where each column stands.
    package struct Layout: Hashable, Sendable {
        /// The columns in the order of the file; `nil` for the empty ones that a spreadsheet adds at the end.
        package let columns: [PlainColumn?]

        package init(columns: [PlainColumn?]) {
            self.columns = columns
        }

        /// The place of the column in each row, from 0; `nil` where the file does not have it.
        package func index(of column: PlainColumn) -> Int? { columns.firstIndex(of: column) }
    }
}

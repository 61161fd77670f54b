/// Which sheet of a workbook a table stands in.
package struct SheetOrigin: Hashable, Sendable {
    /// The ending of such workbooks: `xlsx`, `xlsm` or `ods`.
    package let kind: String
    /// As the workbook calls it, not escaped.
    package let name: String
    /// The visible sheets beside it, which were not read.
    package let others: Int
    /// What it has beside its cells.
    package let notes: SheetNotes

    package init(kind: String, name: String, others: Int, notes: SheetNotes) {
        self.kind = kind
        self.name = name
        self.others = others
        self.notes = notes
    }
}

/// Where the columns of a form stand in each record of a file.
struct ColumnPlaces<Column: FormColumn> {
    private let places: [Int]
    private let count: Int
    /// Whether too many fields may come of numbers with a decimal comma.
    private let mayHaveSplitNumbers: Bool

    init(_ layout: ColumnLayout<Column>, separator: Separator) {
        places = Column.allCases.map { layout.index(of: $0) ?? -1 }
        count = layout.columns.count
        mayHaveSplitNumbers = separator == .comma && Column.form == .plain
    }

    /// The place of the column; negative where the file does not have it.
    func place(_ column: Column) -> Int { places[column.rawValue] }

    /// Sees to it that the record has the fields that the header has.
    func check(_ record: borrowing Record) throws(RowStop) {
        if record.fieldCount == count, record.byteCount > 0 { return }
        // A spreadsheet writes an empty row as separators only.
        if record.byteCount == 0 { throw .skip(.emptyRow) }
        let counts = FaultDetail.counts(expected: count, found: record.fieldCount)
        guard record.fieldCount > count else {
            throw .fault(RowFault(.tooFewFields, line: record.line, detail: counts))
        }
        let detail = mayHaveSplitNumbers ? FaultDetail.splitNumber : counts
        throw .fault(RowFault(.tooManyFields, line: record.line, detail: detail))
    }
}

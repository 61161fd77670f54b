/// The rows of a table in a sheet, whose faults name their cells.
struct SheetRows: RowReader {
    private var rows: any RowReader
    private let form: FileForm

    init(_ rows: any RowReader, form: FileForm) {
        self.rows = rows
        self.form = form
    }

    mutating func next() throws -> RowOutcome? {
        guard let outcome = try rows.next() else { return nil }
        guard case .fault(let fault) = outcome else { return outcome }
        return .fault(fault.inSheet(form))
    }
}

extension RowFault {
    /// The fault with the cell that it is in, as spreadsheets name it.
    func inSheet(_ form: FileForm?) -> RowFault {
        guard let line else { return self }
        let column = column.flatMap { form?.place(of: $0) }
        return at(column.map { .cell(CellReference(row: line, column: $0).description) } ?? .row)
    }
}

extension FileFault {
    /// The faults with the cells that they are in.
    func inSheet(_ form: FileForm?) -> FileFault { mapFaults { $0.inSheet(form) } }
}

extension FileForm {
    /// The place of the column that faults call so, from 0.
    fileprivate func place(of name: String) -> Int? {
        switch self {
        case .plain(let layout): PlainColumn(named: name).flatMap(layout.index)
        case .milestone(let layout): MilestoneColumn(named: name).flatMap(layout.index)
        case .table(let layout): layout.titles.firstIndex(of: name)
        }
    }
}

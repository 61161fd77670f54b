internal import Indicators

/// Makes an outcome of each record of one file, in one form.
protocol RowInterpreter {
    associatedtype Column: FormColumn

    /// Where the columns stand in each record.
    var columns: ColumnPlaces<Column> { get }

    /// What the names in the cells stand for.
    var names: KnownNames { get set }

    /// Reads the records of a file whose columns stand so, and is written so.
    init(layout: ColumnLayout<Column>, dialect: FileDialect, context: ReadingContext)

    /// Whether a file of this form may give something of the indicator.
    static func accepts(_ indicator: Indicator) -> Bool

    /// What one record with the right number of fields gives.
    mutating func row(_ record: borrowing Record) throws(RowStop) -> ObservedRow
}

extension RowInterpreter {
    mutating func outcome(of record: borrowing Record) -> RowOutcome {
        do {
            try columns.check(record)
            return .observed(try row(record))
        } catch {
            switch error {
            case .fault(let fault): return .fault(fault)
            case .skip(let reason): return .skipped(RowSkip(line: record.line, reason: reason))
            case .withdrawal(let row): return .withdrawn(row)
            }
        }
    }

    /// Where the cell of the column lies without the blanks around it; empty where the file does not have the column.
    func cell(_ record: borrowing Record, _ column: Column) -> Range<Int> {
        let place = columns.place(column)
        return place < 0 ? 0..<0 : Cell.trimmed(record.bytes.span, record.range(place))
    }

    func fault(
        _ reason: IntakeReason,
        _ record: borrowing Record,
        _ column: Column,
        _ detail: FaultDetail? = nil
    ) -> RowStop {
        let text = Cell.text(record.bytes.span, cell(record, column))
        return .fault(RowFault(reason, line: record.line, column: column.dutch, cell: text, detail: detail))
    }

    /// The name that the cell may have meant.
    mutating func nearest(
        _ record: borrowing Record,
        _ column: Column,
        in known: () -> [String]
    ) -> FaultDetail? {
        names.nearest(Cell.text(record.bytes.span, cell(record, column)), in: known)
    }

    /// The text of a cell; `nil` where it is empty.
    func text(_ record: borrowing Record, _ column: Column) throws(RowStop) -> String? {
        let cell = cell(record, column)
        if cell.isEmpty { return nil }
        let text = Cell.text(record.bytes.span, cell)
        guard cell.count <= longestText || text.unicodeScalars.count <= longestText else {
            throw fault(.textTooLong, record, column)
        }
        return text
    }

    private var longestText: Int { 1000 }

    /// The day that a cell writes; `nil` where it is empty.
    func date(_ record: borrowing Record, _ column: Column) throws(RowStop) -> CalendarDate? {
        let cell = cell(record, column)
        if cell.isEmpty { return nil }
        let text = Cell.text(record.bytes.span, cell)
        guard let date = WrittenDate.read(text) else {
            throw fault(.dateNotReadable, record, column, WrittenDate.readings(text).map(FaultDetail.readings))
        }
        return date
    }
}

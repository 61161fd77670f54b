internal import Indicators

/// Reads the rows of somebody else's table, second pass: each of its numbers as a row of the plain form.
struct TableRows: RowReader {
    private var records: RecordReader
    private var table: TableInterpreter
    /// What the last record gave and was not handed out yet, the first at the end.
    private var waiting: [RowOutcome] = []
    private var isAtEnd = false

    /// Begins at the header, on a source that starts at the first byte again.
    init(_ source: any ByteSource, dialect: FileDialect, layout: TableLayout, context: ReadingContext) {
        records = RecordReader(source, dialect: dialect)
        table = TableInterpreter(layout, dialect: dialect, context: context)
    }

    mutating func next() throws -> RowOutcome? {
        while waiting.isEmpty, !isAtEnd {
            switch try records.advance() {
            case .record: waiting = table.outcomes(of: records.record).reversed()
            case .broken(let fault):
                isAtEnd = true
                waiting = [.fault(RowFault(fault))]
            case .end:
                isAtEnd = true
                waiting = table.finish().reversed()
            }
        }
        return waiting.popLast()
    }
}

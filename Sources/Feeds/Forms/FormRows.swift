internal import Indicators

/// Reads the rows of a file in one form, second pass.
struct FormRows<Interpreter: RowInterpreter>: RowReader {
    private var records: RecordReader
    private var interpreter: Interpreter

    /// Begins at the header, on a source that starts at the first byte again.
    init(
        _ source: any ByteSource,
        dialect: FileDialect,
        layout: ColumnLayout<Interpreter.Column>,
        register: IndicatorRegister
    ) {
        records = RecordReader(source, dialect: dialect)
        interpreter = Interpreter(layout: layout, dialect: dialect, register: register)
    }

    mutating func next() throws -> RowOutcome? {
        switch try records.advance() {
        case .record: interpreter.outcome(of: records.record)
        case .broken(let fault): .fault(RowFault(fault))
        case .end: nil
        }
    }
}

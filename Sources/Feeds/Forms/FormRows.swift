/// Reads the rows of a file in one form, second pass.
struct FormRows<Interpreter: RowInterpreter>: RowReader {
    private var records: RecordReader
    private var interpreter: Interpreter
    private var others = OthersOnly()
    private var isAtEnd = false

    /// Begins at the header, on a source that starts at the first byte again.
    init(
        _ source: any ByteSource,
        dialect: FileDialect,
        layout: ColumnLayout<Interpreter.Column>,
        context: ReadingContext
    ) {
        records = RecordReader(source, dialect: dialect)
        interpreter = Interpreter(layout: layout, dialect: dialect, context: context)
    }

    mutating func next() throws -> RowOutcome? {
        switch try records.advance() {
        case .record:
            let outcome = interpreter.outcome(of: records.record)
            others.note(outcome) { interpreter.noWatchedArea(records.record) }
            return outcome
        case .broken(let fault): return .fault(RowFault(fault))
        case .end: return end()
        }
    }

    private mutating func end() -> RowOutcome? {
        guard !isAtEnd, let fault = others.fault else { return nil }
        isAtEnd = true
        return .fault(fault)
    }
}

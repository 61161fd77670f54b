/// Reads the rows of a file in one form, second pass.
struct FormRows<Interpreter: RowInterpreter>: RowReader {
    private var records: RecordReader
    private var interpreter: Interpreter
    /// The first row of an area that is not watched, for as long as no row is about anything else.
    private var onlyOthers: RowFault?
    private var hasOwn = false

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
            if !hasOwn { note(outcome) }
            return outcome
        case .broken(let fault): return .fault(RowFault(fault))
        case .end: return end()
        }
    }

    private mutating func note(_ outcome: RowOutcome) {
        switch outcome {
        case .skipped(let skip) where skip.reason == .areaNotWatched:
            onlyOthers = onlyOthers ?? interpreter.noWatchedArea(records.record)
        case .skipped(let skip) where skip.reason == .emptyRow: break
        case .observed, .withdrawn, .skipped, .fault: hasOwn = true
        }
    }

    /// A file about nothing but other areas most likely has a mistake in the own one: it is no file to pass over.
    private mutating func end() -> RowOutcome? {
        guard !hasOwn, let fault = onlyOthers else { return nil }
        onlyOthers = nil
        return .fault(fault)
    }
}

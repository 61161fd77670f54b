/// The rows of a file as the survey sees them: their structure and their numbers.
struct RowSurvey {
    let header: HeaderSurvey
    private(set) var evidence = DecimalEvidence()
    /// What the other numbers of somebody else's table show, where those that count show nothing.
    private(set) var others = DecimalEvidence()
    private var parser: CSVParser
    private var record = Record()
    private var recordsToSkip: Int
    private var hasRows = false
    /// The first cell that stands in a column without a name.
    private var nameless: FileFault?
    private let columnCount: Int
    private let unnamed: Range<Int>
    private let decimals: [(index: Int, title: String)]
    /// What the rows of a table show; `nil` in our own forms.
    private(set) var table: TableSurvey?

    init(_ header: HeaderSurvey) {
        self.header = header
        parser = CSVParser(separator: header.separator.byte)
        recordsToSkip = header.records
        decimals = header.form.decimals
        columnCount = header.form.columnCount
        unnamed = header.form.unnamed
        if case .table(let layout) = header.form { table = TableSurvey(layout) }
    }

    /// The form, with what the rows showed of it.
    func form() throws(FileFault) -> FileForm {
        guard let table else { return header.form }
        return .table(try table.settled())
    }

    /// Whether the form has columns whose numbers may have decimals.
    var hasDecimals: Bool { !decimals.isEmpty }

    /// The line at which the next chunk begins.
    var line: Int { parser.line }

    mutating func read(_ chunk: [UInt8]) throws(FileFault) {
        do {
            var position = 0
            while try parser.read(chunk, from: &position, into: &record) { note() }
        } catch {
            throw FileFault(error)
        }
        if let nameless { throw nameless }
    }

    mutating func finish() throws(FileFault) {
        do {
            if try parser.finish(into: &record) { note() }
        } catch {
            throw FileFault(error)
        }
        if let nameless { throw nameless }
        if !hasRows { throw FileFault(.noRows) }
    }

    private mutating func note() {
        guard recordsToSkip == 0 else {
            recordsToSkip -= 1
            return
        }
        if record.isEmptyLine { return }
        hasRows = true
        guard record.fieldCount == columnCount || table != nil && record.fieldCount > columnCount else { return }
        for (index, title) in decimals {
            evidence.note(record, field: index, column: title)
        }
        if table != nil {
            for field in 0..<columnCount { others.note(record, field: field, column: "") }
        }
        table?.note(record)
        if nameless == nil, !unnamed.isEmpty { nameless = cellWithoutColumn }
    }

    /// What stands under no name would be lost without a word.
    private var cellWithoutColumn: FileFault? {
        for column in unnamed where !Cell.trimmed(record.bytes.span, record.range(column)).isEmpty {
            return FileFault(
                .cellWithoutColumn,
                line: record.line,
                cell: header.encoding.text(record.bytes[record.range(column)]),
                detail: isRestOfNumber(column) ? .splitNumber : nil
            )
        }
        return nil
    }

    /// Whether it may be what stands behind a decimal comma, in a file that has commas between its fields.
    private func isRestOfNumber(_ column: Int) -> Bool {
        header.separator == .comma && decimals.contains { $0.index == column - 1 }
            && SplitNumber.isRest(record.bytes.span, record.range(column))
    }
}

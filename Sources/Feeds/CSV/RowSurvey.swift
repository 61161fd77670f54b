/// The rows of a file as the survey sees them: their structure and their numbers.
struct RowSurvey {
    let header: HeaderSurvey
    private(set) var evidence = DecimalEvidence()
    /// What the other numbers of somebody else's table show, where those that count show nothing.
    private(set) var others = DecimalEvidence()
    /// Looks at some of the rows, as the head of the file was looked at as a whole.
    private(set) var personal = PersonalDataSurvey()
    private var records = 0
    private var parser: CSVParser
    private var record = Record()
    private var recordsToSkip: Int
    private var hasRows = false
    /// The first cell that stands in a column without a name.
    private var nameless: FileFault?
    private let columnCount: Int
    private let unnamed: Range<Int>
    private var rowNumbers: RowNumbers?
    private let decimals: [(index: Int, title: String)]
    private(set) var days: DaySurvey
    /// What the rows of a table show; `nil` in our own forms.
    private(set) var table: TableSurvey?

    init(_ header: HeaderSurvey) {
        self.header = header
        parser = CSVParser(separator: header.separator.byte)
        recordsToSkip = header.records
        decimals = header.form.decimals
        columnCount = header.form.columnCount
        unnamed = header.form.unnamed
        days = DaySurvey(header.form, line: header.line)
        rowNumbers = header.form.hasRowNumbers ? RowNumbers() : nil
        if case .table(let layout) = header.form { table = TableSurvey(layout) }
    }

    /// The form, with what the rows showed of it.
    func form(with codes: Codebook) throws(FileFault) -> FileForm {
        guard let table else { return header.form }
        var layout = try table.settled()
        layout.codes = codes
        return .table(layout)
    }

    private static let wholeSample = 64

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
        records &+= 1
        if records & 127 == 0 || records <= Self.wholeSample { personal.note(record) }
        guard recordsToSkip == 0 else {
            recordsToSkip -= 1
            return
        }
        if record.isEmptyLine { return }
        hasRows = true
        if header.isSheet { record.pad(to: columnCount) }
        guard record.fieldCount == columnCount || table != nil && record.fieldCount > columnCount else { return }
        for (index, title) in decimals where isEvidence(index) {
            evidence.note(record, field: index, column: title)
        }
        if table != nil {
            for field in 0..<columnCount where isEvidence(field) { others.note(record, field: field, column: "") }
        }
        table?.note(record)
        days.note(record)
        if nameless == nil, !unnamed.isEmpty { nameless = cellWithoutColumn }
        if nameless == nil, rowNumbers != nil { nameless = otherThanRowNumber() }
    }

    /// Whether a cell can show which decimal sign its writer uses: the numbers of a sheet are numbers, and only its texts can.
    private func isEvidence(_ field: Int) -> Bool { !header.isSheet || field >= 128 || record.isQuoted(field) }

    private mutating func otherThanRowNumber() -> FileFault? {
        var numbers = rowNumbers ?? RowNumbers()
        let follows = numbers.follows(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(0)))
        rowNumbers = numbers
        if follows { return nil }
        return FileFault(
            .cellWithoutColumn,
            line: record.line,
            cell: header.encoding.text(record.bytes[record.range(0)])
        )
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

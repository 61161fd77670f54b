/// A record of the plain form in the making.
struct PlainDraft {
    private(set) var record: Record

    init() {
        var limits = CSVLimits()
        // A row of a table is in it at most once, beside what the profile says.
        limits.recordBytes *= 2
        limits.columns = PlainColumn.allCases.count
        record = Record(limits: limits)
    }

    /// The columns of the drafts: all of them, in their order.
    static let layout = ColumnLayout<PlainColumn>(columns: PlainColumn.allCases)

    /// Writes the cells in the order of the columns, for a value of the record on this line.
    mutating func write(line: Int, _ cells: [[UInt8]]) {
        record.begin(line: line)
        for cell in cells { add(cell) }
    }

    private mutating func add(_ bytes: [UInt8]) {
        _ = record.append(bytes.span, bytes.indices)
        _ = record.endField()
    }
}

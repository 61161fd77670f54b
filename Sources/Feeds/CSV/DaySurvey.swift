internal import Indicators

/// Finds the days among the periods of a file, as its rows go by.
struct DaySurvey {
    private(set) var days = DayPeriods()
    private let column: Int?
    /// The cells that were looked at before: the same few come back in nearly every row.
    private var known = ByteCache<Bool>()

    /// So few bytes are no day.
    private static let shortest = 6

    /// Begins at the header on this line, in whose titles periods may stand as well.
    init(_ form: FileForm, line: Int) {
        column = form.period
        guard case .table(let layout) = form else { return }
        for title in layout.measures.compactMap(\.period) { note(title, line: line) }
    }

    mutating func note(_ record: borrowing Record) {
        guard let column else { return }
        let bytes = record.bytes.span
        let cell = Cell.trimmed(bytes, record.range(column))
        guard cell.count >= Self.shortest, known.value(for: bytes, cell) == nil else { return }
        known.remember(true, for: bytes, cell)
        note(Cell.text(bytes, cell), line: record.line)
    }

    private mutating func note(_ text: String, line: Int) {
        guard case .period(let period) = PeriodCell(text).reading, period.kind == .day else { return }
        days.note(period.start, line: line)
    }
}

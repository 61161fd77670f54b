internal import Indicators

/// Makes reports of the records of one file in the milestone form.
struct MilestoneInterpreter: RowInterpreter {
    let columns: ColumnPlaces<MilestoneColumn>
    var names: KnownNames
    private let today: CalendarDate
    /// So many years before its beginning a programme has nothing to report.
    private static let yearsBefore = 9

    init(layout: ColumnLayout<MilestoneColumn>, dialect: FileDialect, context: ReadingContext) {
        columns = ColumnPlaces(layout, separator: dialect.separator)
        names = KnownNames(context)
        today = context.today
    }

    static func accepts(_ indicator: Indicator) -> Bool { indicator.isMilestone }

    mutating func row(_ record: borrowing Record) throws(RowStop) -> ObservedRow {
        let named = try namedArea(record)
        let subject = try subject(record)
        let series = SeriesKey(indicator: subject.id, area: try area(named, record, subject))
        let day = try day(record)
        // What stands is taken back whatever its day.
        if isWithdrawal(record, .status), let period = Period(.day, containing: day) {
            throw .withdrawal(try withdrawal(record, of: series, period, note: .note))
        }
        if let year = subject.beginning, day.year < year - Self.yearsBefore {
            throw fault(.dateLongBefore, record, .referenceDate, .beginning(year))
        }
        let report = MilestoneReport(status: try status(record), expected: try expected(record))
        if let expected = report.expected, contradicts(record, report.status, on: day, subject) {
            throw fault(.reportContradicts, record, .expected, .reported(report.status, on: day, expected: expected))
        }
        let (source, note) = (try source(record), try text(record, .note))
        guard let observation = Observation.milestone(report, on: day, source: source, note: note) else {
            throw fault(.dateNotReadable, record, .referenceDate)
        }
        return ObservedRow(
            line: record.line,
            series: series,
            observation: observation,
            terms: subject.terms(of: series, isConfirmed: false)
        )
    }

    /// Whether what is reported cannot be so together with the day on which it is expected.
    private func contradicts(
        _ record: borrowing Record,
        _ status: MilestoneStatus,
        on day: CalendarDate,
        _ subject: Subject
    ) -> Bool {
        let text = Cell.text(record.bytes.span, cell(record, .expected))
        guard let expected = WrittenDate.readEnd(text) else { return false }
        // Of a period its last day is meant, and what is done in it was done in time.
        let first = WrittenDate.read(text) ?? Period(text)?.start ?? expected
        return switch status {
        // Of one that recurs the next turn may be meant.
        case .done: !subject.indicator.recurs && first > day
        case .onSchedule: expected < day
        case .delayed, .postponed, .stopped, .notStarted, .unknown: false
        }
    }

    /// The day that the report is about, within the years that periods know.
    private func day(_ record: borrowing Record) throws(RowStop) -> CalendarDate {
        guard let day = try date(record, .referenceDate), Period(.day, containing: day) != nil else {
            throw fault(.dateNotReadable, record, .referenceDate)
        }
        guard day <= today else { throw fault(.dateAhead, record, .referenceDate, .today(today)) }
        return day
    }

    private mutating func status(_ record: borrowing Record) throws(RowStop) -> MilestoneStatus {
        guard let status = MilestoneStatus(word: Cell.text(record.bytes.span, cell(record, .status))) else {
            let hint = nearest(record, .status) { MilestoneStatus.allCases.flatMap { [$0.rawValue, $0.english] } }
            throw fault(.milestoneStatusNotKnown, record, .status, hint)
        }
        return status
    }

    /// The day on which the milestone is expected; `nil` where the record names none.
    private func expected(_ record: borrowing Record) throws(RowStop) -> CalendarDate? {
        let bytes = record.bytes.span
        let cell = cell(record, .expected)
        if cell.isEmpty || SpecialValue.missing(bytes, cell) != nil { return nil }
        // A year far off, by which some systems say "never", would keep the milestone from ever being past its date.
        guard let date = WrittenDate.readEnd(Cell.text(bytes, cell)) else {
            throw fault(.dateNotReadable, record, .expected)
        }
        return date
    }
}

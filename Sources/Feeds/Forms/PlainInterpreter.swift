internal import Indicators

/// Makes values of the records of one file in the plain form.
///
/// The same few breakdowns and periods come back in nearly every row, so what was made of their cells is remembered.
struct PlainInterpreter: RowInterpreter {
    let columns: ColumnPlaces<PlainColumn>
    var names: KnownNames
    let sign: DecimalSign?
    private var breakdowns = ByteCache<Breakdown>()
    private var periods = ByteCache<WrittenPeriod>()

    init(layout: ColumnLayout<PlainColumn>, dialect: FileDialect, register: IndicatorRegister) {
        columns = ColumnPlaces(layout, separator: dialect.separator)
        names = KnownNames(register)
        sign = dialect.decimalSign
    }

    static func accepts(_ indicator: Indicator) -> Bool { true }

    mutating func row(_ record: borrowing CSVRecord) throws(RowStop) -> ObservedRow {
        let subject = try subject(record)
        let series = SeriesKey(
            indicator: subject.id,
            area: try area(record, subject),
            breakdown: try breakdown(record)
        )
        let period = try period(record, subject)
        if isWithdrawal(record, .status) { throw .withdrawal(try withdrawal(record, of: series, period.period)) }
        try checkUnit(record, subject)
        let number = try value(record, subject)
        let observation = Observation(
            period: period.period,
            value: number.value,
            status: try status(record, isStarred: period.isStarred || number.isStarred),
            interval: try interval(record, around: number.value),
            sampleSize: try sampleSize(record),
            source: try source(record),
            referenceDate: try date(record, .referenceDate),
            note: try text(record, .note)
        )
        return ObservedRow(line: record.line, series: series, observation: observation)
    }

    private mutating func breakdown(_ record: borrowing CSVRecord) throws(RowStop) -> Breakdown {
        let bytes = record.bytes.span
        let cell = cell(record, .breakdown)
        if cell.isEmpty { return .total }
        if let known = breakdowns.value(for: bytes, cell) { return known }
        let text = try text(record, .breakdown) ?? ""
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            let breakdown = Breakdown(text)
        else { throw fault(.breakdownNotReadable, record, .breakdown) }
        breakdowns.remember(breakdown, for: bytes, cell)
        return breakdown
    }

    private mutating func period(_ record: borrowing CSVRecord, _ subject: Subject) throws(RowStop) -> WrittenPeriod {
        let bytes = record.bytes.span
        let cell = cell(record, .period)
        let written: WrittenPeriod
        if let known = periods.value(for: bytes, cell) {
            written = known
        } else {
            var bare = cell
            let isStarred = NumberReader.dropStars(bytes, &bare)
            guard let period = Period(Cell.text(bytes, bare)) else { throw fault(.periodNotReadable, record, .period) }
            written = WrittenPeriod(period: period, isStarred: isStarred)
            periods.remember(written, for: bytes, cell)
        }
        let kind = subject.indicator.cadence.kind
        guard written.period.kind == kind else {
            throw fault(.periodOfOtherKind, record, .period, .periodKind(expected: kind, found: written.period.kind))
        }
        return written
    }
}

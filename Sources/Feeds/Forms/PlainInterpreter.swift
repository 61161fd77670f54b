internal import Indicators

/// Makes values of the records of one file in the plain form.
///
/// The same few breakdowns and periods come back in nearly every row, so what was made of their cells is remembered.
struct PlainInterpreter: RowInterpreter {
    let columns: ColumnPlaces<PlainColumn>
    var names: KnownNames
    let sign: DecimalSign?
    /// Whether the feed profile says what the sign is, so that there is nothing to find out.
    let isSignDeclared: Bool
    let splitNumbers: SplitNumberCheck?
    /// The unit that stands behind the name of the column of values.
    let headerUnit: HeaderUnit?
    private let today: CalendarDate
    private let days: DayPeriods
    private var breakdowns = ByteCache<Breakdown>()
    private var periods = ByteCache<WrittenPeriod>()

    init(layout: ColumnLayout<PlainColumn>, dialect: FileDialect, context: ReadingContext) {
        columns = ColumnPlaces(layout, separator: dialect.separator)
        names = KnownNames(context)
        sign = dialect.decimalSign
        isSignDeclared = dialect.isDecimalSignDeclared
        splitNumbers = SplitNumberCheck(layout, dialect)
        headerUnit = layout.unit.map(HeaderUnit.init)
        today = context.today
        days = dialect.days
    }

    static func accepts(_ indicator: Indicator) -> Bool { true }

    mutating func row(_ record: borrowing Record) throws(RowStop) -> ObservedRow {
        let (named, subject) = try namesBehindCommas(record)
        do {
            return try row(record, of: subject, in: named)
        } catch {
            throw error.about(subject.indicator)
        }
    }

    private mutating func row(
        _ record: borrowing Record,
        of subject: Subject,
        in named: AreaCode?
    ) throws(RowStop) -> ObservedRow {
        let series = SeriesKey(
            indicator: subject.id,
            area: try area(named, record, subject),
            breakdown: try breakdown(record)
        )
        let period = try period(record, subject)
        if isWithdrawal(record, .status) {
            throw .withdrawal(try withdrawal(record, of: series, period.period, subject))
        }
        let factor = try factor(record, subject)
        let number = try value(record, subject, times: factor)
        let status = try status(record, isStarred: period.isStarred || number.isStarred)
        let isUnfinished = period.standing == .unfinished && !subject.isMilestone
        let observation = Observation(
            period: period.period,
            value: number.value,
            status: isUnfinished ? .provisional : status.status,
            interval: try interval(record, around: number.value, subject, times: factor),
            sampleSize: try sampleSize(record),
            source: try source(record),
            referenceDate: try referenceDate(record),
            note: try text(record, .note)
        )
        return ObservedRow(
            line: record.line,
            series: series,
            observation: observation,
            terms: subject.terms(of: series, isConfirmed: status.isConfirmed),
            isUnfinished: isUnfinished,
            day: period.day
        )
    }

    /// What the record is about, unless a decimal comma may have split a number in it.
    ///
    /// A count has no decimals to split off.
    private mutating func namesBehindCommas(
        _ record: borrowing Record
    ) throws(RowStop) -> (area: AreaCode?, subject: Subject) {
        guard let split = splitNumbers?.fault(record) else { return (try namedArea(record), try subject(record)) }
        let named: AreaCode?
        do {
            named = try namedArea(record)
        } catch {
            // Digits that are the number of another municipality are more likely the decimals.
            if case .fault = error { throw .fault(split) }
            throw Int(digits: Cell.text(record.bytes.span, cell(record, .area))) == nil ? error : .fault(split)
        }
        let subject = try subject(record)
        guard subject.mostDecimals == 0 || subject.isMilestone else { throw .fault(split) }
        return (named, subject)
    }

    /// The day on which the figures were as they are, which is not still to come.
    private func referenceDate(_ record: borrowing Record) throws(RowStop) -> CalendarDate? {
        guard let date = try date(record, .referenceDate) else { return nil }
        guard date <= today else { throw fault(.dateAhead, record, .referenceDate, .today(today)) }
        return date
    }

    private mutating func breakdown(_ record: borrowing Record) throws(RowStop) -> Breakdown {
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

    private mutating func period(_ record: borrowing Record, _ subject: Subject) throws(RowStop) -> WrittenPeriod {
        let bytes = record.bytes.span
        let cell = cell(record, .period)
        let written: WrittenPeriod
        if let known = periods.value(for: bytes, cell) {
            written = known
        } else {
            let read = PeriodCell(Cell.text(bytes, cell))
            let period = try period(read.reading, record)
            written = WrittenPeriod(period: period, isStarred: read.isProvisional, standing: .init(period, on: today))
            periods.remember(written, for: bytes, cell)
        }
        let kind = subject.periodKind
        let own = try written.period.kind == kind ? written : period(of: written, kind, record)
        // What was taken in by a clock that ran ahead can still be taken back.
        guard own.standing != .ahead || isWithdrawal(record, .status) else {
            throw fault(.periodAhead, record, .period, .today(today))
        }
        return own
    }

    /// The period of the indicator's kind that a day stands for in this file.
    private func period(
        of written: WrittenPeriod,
        _ kind: PeriodKind,
        _ record: borrowing Record
    ) throws(RowStop) -> WrittenPeriod {
        let day = written.period.start
        guard written.period.kind == .day else {
            throw fault(.periodOfOtherKind, record, .period, .periodKind(expected: kind, found: written.period.kind))
        }
        guard let period = days.period(of: day, kind) else {
            throw fault(.periodOfOtherKind, record, .period, days.objection(to: day, kind))
        }
        return WrittenPeriod(
            period: period,
            isStarred: written.isStarred,
            standing: .init(period, on: today),
            day: day
        )
    }

    private func period(_ reading: PeriodReading, _ record: borrowing Record) throws(RowStop) -> Period {
        switch reading {
        case .period(let period): return period
        case .unwatched(let kind): throw fault(.periodNotWatched, record, .period, .unwatchedPeriod(kind))
        case .unclear(let readings): throw fault(.periodUnclear, record, .period, .readings(readings))
        case .unreadable: throw fault(.periodNotReadable, record, .period)
        }
    }
}

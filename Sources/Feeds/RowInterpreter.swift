internal import Indicators

/// Makes values of the records of one file in the plain form.
///
/// The same few indicators, areas and periods come back in nearly every row, so what was made of their cells is remembered.
struct RowInterpreter {
    private let places: [Int]
    private let columnCount: Int
    private let isCommaBetweenFields: Bool
    let sign: DecimalSign?
    private let register: IndicatorRegister
    private var subjects = ByteCache<Subject>()
    private var areas = ByteCache<AreaCode>()
    private var breakdowns = ByteCache<Breakdown>()
    private var periods = ByteCache<WrittenPeriod>()
    private var sources = ByteCache<String>()
    /// Looking for the nearest name is slow, and of use for the faults that the receipt shows only.
    private var hintsLeft = 100

    init(layout: PlainForm.Layout, dialect: FileDialect, register: IndicatorRegister) {
        places = PlainColumn.allCases.map { layout.index(of: $0) ?? -1 }
        columnCount = layout.columns.count
        isCommaBetweenFields = dialect.separator == .comma
        sign = dialect.decimalSign
        self.register = register
    }

    mutating func outcome(of record: borrowing CSVRecord) -> RowOutcome {
        do {
            return .observed(try row(record))
        } catch {
            switch error {
            case .fault(let fault): return .fault(fault)
            case .skip(let reason): return .skipped(RowSkip(line: record.line, reason: reason))
            }
        }
    }

    private mutating func row(_ record: borrowing CSVRecord) throws(RowStop) -> ObservedRow {
        try checkFields(record)
        let subject = try subject(record)
        let series = SeriesKey(
            indicator: subject.id,
            area: try area(record, subject),
            breakdown: try breakdown(record)
        )
        let period = try period(record, subject)
        try checkUnit(record, subject)
        let number = try value(record, subject)
        let observation = Observation(
            period: period.period,
            value: number.value,
            status: try status(record, isStarred: period.isStarred || number.isStarred),
            interval: try interval(record, around: number.value),
            sampleSize: try sampleSize(record),
            source: try source(record),
            referenceDate: try referenceDate(record),
            note: try text(record, .note)
        )
        return ObservedRow(line: record.line, series: series, observation: observation)
    }

    private func checkFields(_ record: borrowing CSVRecord) throws(RowStop) {
        if record.fieldCount == columnCount, record.byteCount > 0 { return }
        // A spreadsheet writes an empty row as separators only.
        if record.byteCount == 0 { throw .skip(.emptyRow) }
        let counts = FaultDetail.counts(expected: columnCount, found: record.fieldCount)
        guard record.fieldCount > columnCount else {
            throw .fault(RowFault(.tooFewFields, line: record.line, detail: counts))
        }
        let detail = isCommaBetweenFields ? FaultDetail.splitNumber : counts
        throw .fault(RowFault(.tooManyFields, line: record.line, detail: detail))
    }
}

/// Why a row gives no value.
enum RowStop: Error {
    case fault(RowFault)
    case skip(IntakeReason)
}

/// What a row needs to know of its indicator.
final class Subject: Sendable {
    let id: IndicatorID
    let indicator: Indicator
    let unit: [UInt8]
    let area: AreaCode?

    init(_ indicator: Indicator, area: AreaCode?) {
        id = indicator.id
        self.indicator = indicator
        unit = indicator.unit.symbol.utf8.map(ASCII.lowercased)
        self.area = area
    }

    var isMilestone: Bool { indicator.unit == .milestone }
}

/// A period as a cell writes it.
struct WrittenPeriod {
    let period: Period
    /// Whether it ends in `*` or `**`: provisional.
    let isStarred: Bool
}

extension RowInterpreter {
    /// Where the cell of the column lies without the blanks around it; empty where the file does not have the column.
    func cell(_ record: borrowing CSVRecord, _ column: PlainColumn) -> Range<Int> {
        let place = places[column.rawValue]
        return place < 0 ? 0..<0 : Cell.trimmed(record.bytes.span, record.range(place))
    }

    func fault(
        _ reason: IntakeReason,
        _ record: borrowing CSVRecord,
        _ column: PlainColumn,
        _ detail: FaultDetail? = nil
    ) -> RowStop {
        let text = Cell.text(record.bytes.span, cell(record, column))
        return .fault(RowFault(reason, line: record.line, column: column.dutch, cell: text, detail: detail))
    }

    private mutating func nearest(
        _ record: borrowing CSVRecord,
        _ column: PlainColumn,
        in names: [String]
    ) -> FaultDetail? {
        guard hintsLeft > 0 else { return nil }
        hintsLeft -= 1
        return NearestName.find(Cell.text(record.bytes.span, cell(record, column)), in: names).map(FaultDetail.nearest)
    }

    private mutating func subject(_ record: borrowing CSVRecord) throws(RowStop) -> Subject {
        let bytes = record.bytes.span
        let cell = cell(record, .indicator)
        if let known = subjects.value(for: bytes, cell) { return known }
        guard let indicator = register.indicators[IndicatorID(Cell.text(bytes, cell))] else {
            let names = register.indicators.keys.map(\.description)
            throw fault(.unknownIndicator, record, .indicator, nearest(record, .indicator, in: names))
        }
        if let derivation = indicator.derivation {
            throw fault(.derivedIndicator, record, .indicator, .inputs(derivation.inputs))
        }
        let subject = Subject(indicator, area: register.expectedSeries(of: indicator)?.area)
        subjects.remember(subject, for: bytes, cell)
        return subject
    }

    private mutating func area(_ record: borrowing CSVRecord, _ subject: Subject) throws(RowStop) -> AreaCode {
        let bytes = record.bytes.span
        let cell = cell(record, .area)
        if cell.isEmpty, let own = subject.area { return own }
        if let known = areas.value(for: bytes, cell) { return known }
        guard !cell.isEmpty, let area = register.area(named: Cell.text(bytes, cell)) else {
            let names = register.areaNames.flatMap { [$0.key.description, $0.value] }
            throw fault(.unknownArea, record, .area, nearest(record, .area, in: names))
        }
        areas.remember(area, for: bytes, cell)
        return area
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

    private mutating func source(_ record: borrowing CSVRecord) throws(RowStop) -> String? {
        let bytes = record.bytes.span
        let cell = cell(record, .source)
        if let known = sources.value(for: bytes, cell) { return known }
        guard let source = try text(record, .source) else { return nil }
        sources.remember(source, for: bytes, cell)
        return source
    }
}

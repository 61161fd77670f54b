internal import Indicators

/// Makes values of the records of one table: each cell with a number becomes a row of the plain form, which is read as
/// every such row is.
struct TableInterpreter {
    let layout: TableLayout
    let sign: DecimalSign?
    private let register: IndicatorRegister
    private var plain: PlainInterpreter
    private var draft = PlainDraft()
    private var margins = MarginAssembler()
    private var members = MemberCheck()
    private var others = OthersOnly()
    private var kinds = OtherKinds()
    private var heading = SectionHeading()
    /// What rows gave beside a value that waits for the end of the file: a row is told of in one place.
    private var besides: [RowOutcome] = []

    init(_ layout: TableLayout, dialect: FileDialect, context: ReadingContext) {
        self.layout = layout
        sign = dialect.decimalSign
        register = context.register
        plain = PlainInterpreter(layout: PlainDraft.layout, dialect: dialect.ofDrafts, context: context)
    }

    /// What one record gives: as many outcomes as it has cells with values, or one that says why there are none.
    mutating func outcomes(of record: borrowing Record) -> [RowOutcome] {
        do {
            let row = try TableRow(record, layout)
            var outcomes: [RowOutcome] = []
            var isCounted = false
            var isWaiting = false
            var ofOtherArea: RowOutcome?
            for column in layout.measures where TableRow.counts(record, for: column) {
                isCounted = true
                let indicator = (row.measure ?? column.measure).indicator ?? column.measure.indicator
                let found = heading.checked(outcome(of: record, row, column), line: record.line)
                let isOfOwnArea =
                    OtherKinds.isOfOtherKind(found)
                    && indicator.map {
                        register.isOwnArea(column.area ?? String(decoding: row.area, as: UTF8.self), of: $0)
                    } == true
                let outcome = kinds.noted(found, of: indicator, line: record.line, isOfOwnArea: isOfOwnArea)
                others.note(outcome) { plain.noWatchedArea(draft.record) }
                // What holds for the whole row is said once; but one indicator may be compared with an area and another
                // not.
                if column.area == nil, outcome.isOfOtherArea {
                    if register.references.isEmpty { return [outcome] }
                    ofOtherArea = ofOtherArea ?? outcome
                    continue
                }
                if let kept = keep(outcome, record, row) { outcomes.append(kept) } else { isWaiting = true }
            }
            if isWaiting {
                besides += outcomes
                return []
            }
            if outcomes.isEmpty, let ofOtherArea { return [ofOtherArea] }
            return isCounted ? outcomes : [.skipped(RowSkip(line: record.line, reason: .otherMember))]
        } catch {
            if error.isHeading { heading.note(record) }
            let outcome = error.outcome(line: record.line)
            others.note(outcome) { RowFault(.noWatchedArea) }
            return [outcome]
        }
    }

    /// What waited for the end of the file.
    mutating func finish() -> [RowOutcome] {
        if let fault = others.fault { return [.fault(fault)] }
        let waiting = (margins.finish() + besides).enumerated()
            .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
        return waiting.map(\.element) + kinds.faults.map(RowOutcome.fault)
    }

    private mutating func outcome(
        of record: borrowing Record,
        _ row: TableRow,
        _ column: TableLayout.MeasureColumn
    ) -> RowOutcome {
        let measure = row.measure ?? column.measure
        let cell = Cell.trimmed(record.bytes.span, record.range(column.index))
        if isForecast(row, column) { return .skipped(RowSkip(line: record.line, reason: .forecast)) }
        let value = isMissing(record, cell) ? [] : scaled(record, cell, by: measure.scale + power(record))
        let flags = flags(record)
        draft.write(
            line: record.line,
            PlainColumn.allCases.map { cells(of: record, row, column, measure, value, flags, $0) }
        )
        let outcome = plain.outcome(of: draft.record)
        // Before what is wrong with it: a row that nobody asked for says nothing to anybody here.
        if isUnwanted(outcome, row, column) {
            return .skipped(RowSkip(line: record.line, reason: .areaNotWatched))
        }
        let indicator = (measure.indicator ?? column.measure.indicator)
        return flagged(outcome, flags, record).named(by: layout, column).asForecast
            .ofNamedPeriod(layout, column, indicator)
    }

    /// Whether the profile asks for areas, and not for the one that this is about, with which nothing is compared either.
    private func isUnwanted(_ outcome: RowOutcome, _ row: TableRow, _ column: TableLayout.MeasureColumn) -> Bool {
        guard !layout.wantedAreas.isEmpty else { return false }
        if case .observed(let row) = outcome {
            return !layout.wantedAreas.contains(row.series.area) && !register.isReference(row.series)
        }
        guard !outcome.isOfOtherArea, let area = area(row, column) else { return false }
        let indicator = (row.measure ?? column.measure).indicator ?? column.measure.indicator
        let isCompared = indicator.map { register.references[$0]?.contains(area) ?? false } ?? false
        return !layout.wantedAreas.contains(area) && !isCompared
    }

    /// The watched area that the row, or its column, names.
    private func area(_ row: TableRow, _ column: TableLayout.MeasureColumn) -> AreaCode? {
        register.area(named: column.area ?? String(decoding: row.area, as: UTF8.self))
    }

    /// Whether the profile says that values of the period are no outcomes.
    private func isForecast(_ row: TableRow, _ column: TableLayout.MeasureColumn) -> Bool {
        guard let last = layout.outcomesUntil else { return false }
        let text = column.period ?? String(decoding: row.period, as: UTF8.self)
        guard case .period(let period) = PeriodCell(text).reading else { return false }
        return period.end > last.end
    }

    /// What stands in one column of the draft.
    private func cells(
        of record: borrowing Record,
        _ row: TableRow,
        _ column: TableLayout.MeasureColumn,
        _ measure: Measure,
        _ value: [UInt8],
        _ flags: FlagCell?,
        _ place: PlainColumn
    ) -> [UInt8] {
        switch place {
        case .indicator: Array((measure.indicator ?? column.measure.indicator)?.description.utf8 ?? "".utf8)
        case .value: takesAway(record) ? [] : value
        case .period: period(row, column)
        case .area: column.area.map { Array($0.utf8) } ?? row.area
        case .breakdown: Array(row.breakdown(with: measure.breakdown).utf8)
        case .unit: Array(unit(measure, row, column, writtenUnit(record)).utf8)
        case .status: takesAway(record) ? Array("ingetrokken".utf8) : status(record, row, flags)
        case .lower: row.cell(record, layout.places[.lower])
        case .upper: row.cell(record, layout.places[.upper])
        case .sampleSize: row.cell(record, layout.places[.sampleSize])
        case .source: row.cell(record, layout.places[.source])
        case .note: takesAway(record) ? Array("ACTION D".utf8) : note(record, row, flags)
        case .referenceDate: []
        }
    }

    /// The period of a number, with a star where the codes of the delivery say that its figures are provisional.
    private func period(_ row: TableRow, _ column: TableLayout.MeasureColumn) -> [UInt8] {
        if let period = column.period { return Array(period.utf8) }
        let isProvisional = layout.codes.provisionalPeriods.contains(String(decoding: row.period, as: UTF8.self))
        return isProvisional ? row.period + [ASCII.star] : row.period
    }

    /// The unit of the numbers: as the profile says, or else as the title does; where the profile multiplies them, that is
    /// all there is to it.
    private func unit(
        _ measure: Measure,
        _ row: TableRow,
        _ column: TableLayout.MeasureColumn,
        _ ofRow: String?
    ) -> String {
        if let unit = measure.unit { return unit }
        guard measure.scale == 0 else { return "" }
        if let unit = ofRow { return unit }
        if let unit = row.unit { return ColumnTitle.writtenUnit(unit) ?? "" }
        return ColumnTitle.unitOfNumbers(of: layout.titles[column.index]) ?? ""
    }

    private func isMissing(_ record: borrowing Record, _ cell: Range<Int>) -> Bool {
        guard !layout.missingValues.isEmpty else { return false }
        return layout.missingValues.contains(Cell.text(record.bytes.span, cell).lowercased())
    }

    /// The number in the indicator's own scale; what is no number stays as it is, to be refused as such.
    private func scaled(_ record: borrowing Record, _ cell: Range<Int>, by power: Int) -> [UInt8] {
        let bytes = record.bytes.span
        let raw = Array(record.bytes[cell])
        guard power != 0, let number = NumberReader.read(bytes, cell, sign: sign),
            SpecialValue.sentinel(number.value) == nil, let value = number.value.timesTen(toThe: power)
        else { return raw }
        let written = value.written(decimalSign: sign == .point ? "." : ",")
        return Array((written + (number.hasPercent ? "%" : "") + (number.isStarred ? "*" : "")).utf8)
    }

    /// What is told now; `nil` where the value waits for the other rows that belong to it.
    private mutating func keep(_ outcome: RowOutcome, _ record: borrowing Record, _ row: TableRow) -> RowOutcome? {
        guard case .observed(let observed) = outcome else { return outcome }
        guard let margin = row.margin else { return members.checked(observed, record, layout) }
        return margins.take(observed, as: margin)
    }
}

extension RowOutcome {
    /// Whether the row is of an area that is not watched.
    fileprivate var isOfOtherArea: Bool {
        guard case .skipped(let skip) = self else { return false }
        return skip.reason == .areaNotWatched || skip.reason == .areaMerged
    }

    /// The fault of a period that is the same for all values, which no row is to blame for: it tells where it was read.
    fileprivate func ofNamedPeriod(
        _ layout: TableLayout,
        _ column: TableLayout.MeasureColumn,
        _ indicator: IndicatorID?
    ) -> RowOutcome {
        guard case .fault(let fault) = self, fault.reason == .periodOfOtherKind, column.period == nil,
            layout.places[.periodPart] == nil, let period = layout.period, let place = layout.periodPlace,
            let indicator,
            let kinds = fault.detail?.periodKinds
        else { return self }
        let detail = FaultDetail.namedPeriod(place, indicator: indicator, expected: kinds.expected, found: kinds.found)
        return .fault(RowFault(.periodOfOtherKind, cell: period, detail: detail))
    }

    /// A value of a period that has not begun is a forecast, and in a table of somebody else there is more of them.
    fileprivate var asForecast: RowOutcome {
        guard case .fault(let fault) = self, fault.reason == .periodAhead else { return self }
        return .fault(
            RowFault(
                .forecastNotPinned,
                line: fault.line,
                column: fault.column,
                cell: fault.cell,
                detail: fault.detail
            )
        )
    }
}

extension IndicatorRegister {
    /// Whether a row that names this area, or none, is about the area of the indicator's programme.
    fileprivate func isOwnArea(_ name: String, of indicator: IndicatorID) -> Bool {
        guard let own = indicators[indicator].flatMap({ expectedSeries(of: $0)?.area }) else { return false }
        return name.isEmpty || area(named: name) == own
    }
}

extension FaultDetail {
    /// The kind of period of the indicator, and the one of the cell.
    fileprivate var periodKinds: (expected: PeriodKind, found: PeriodKind)? {
        if case .periodKind(let expected, let found) = self { return (expected, found) }
        if case .dayForPeriod(let meant, _, _) = self { return (meant.kind, .day) }
        return nil
    }
}

extension FileDialect {
    /// As the drafts of the plain form are written: no separator stands in them, and the sign is settled.
    fileprivate var ofDrafts: FileDialect {
        FileDialect(
            encoding: .utf8,
            separator: .semicolon,
            decimalSign: decimalSign,
            isDecimalSignDeclared: isDecimalSignDeclared,
            form: .plain(PlainDraft.layout),
            days: days
        )
    }
}

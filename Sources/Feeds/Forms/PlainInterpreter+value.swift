internal import Indicators

/// The cells of a row that belong to its value.
extension PlainInterpreter {
    /// What the numbers of the row have to be multiplied by, as its unit says: `x 1 000` for an indicator that counts.
    func factor(_ record: borrowing Record, _ subject: Subject) throws(RowStop) -> ExactDecimal? {
        let bytes = record.bytes.span
        let cell = cell(record, .unit)
        let header = try headerFactor(record, subject)
        if cell.isEmpty { return header }
        let own = try cellFactor(bytes, cell, record, subject)
        // The header and the row have to say the same.
        guard headerUnit == nil || own == header else {
            throw fault(.unitDiffers, record, .unit, .unit(subject.indicator.unit))
        }
        return own
    }

    private func cellFactor(
        _ bytes: Span<UInt8>,
        _ cell: Range<Int>,
        _ record: borrowing Record,
        _ subject: Subject
    ) throws(RowStop) -> ExactDecimal? {
        if Cell.equals(bytes, cell, subject.unit) { return nil }
        // Other ways to write a unit are rare enough to make text of.
        guard let factor = WrittenUnit(Cell.text(bytes, cell)).factor(to: subject.written) else {
            throw fault(.unitDiffers, record, .unit, .unit(subject.indicator.unit))
        }
        return factor == ExactDecimal(1) ? nil : factor
    }

    /// The same, as the header of the values says: `waarde (%)`.
    private func headerFactor(_ record: borrowing Record, _ subject: Subject) throws(RowStop) -> ExactDecimal? {
        guard let headerUnit else { return nil }
        guard let factor = headerUnit.written.factor(to: subject.written) else {
            throw .fault(
                RowFault(
                    .unitDiffers,
                    line: record.line,
                    column: PlainColumn.value.dutch,
                    cell: headerUnit.text,
                    detail: .unit(subject.indicator.unit)
                )
            )
        }
        return factor == ExactDecimal(1) ? nil : factor
    }

    func value(
        _ record: borrowing Record,
        _ subject: Subject,
        times factor: ExactDecimal?
    ) throws(RowStop) -> NumberCell {
        let bytes = record.bytes.span
        let cell = cell(record, .value)
        guard var number = NumberReader.read(bytes, cell, sign: sign) else {
            return try word(record, subject)
        }
        if let mark = number.mark, !subject.measures(mark, times: factor) {
            throw fault(.unitDiffers, record, .value, .unit(subject.indicator.unit))
        }
        if let reason = SpecialValue.sentinel(number.value) { throw .skip(reason) }
        if let factor { number = number.with(try product(number.value, factor, record, .value)) }
        guard subject.range.contains(number.value), !subject.isMilestone || isZeroOrOne(number.value) else {
            throw fault(.valueOutOfRange, record, .value, .range(subject.indicator.range, subject.indicator.unit))
        }
        try checkThousands(number.value, record, .value, subject)
        if let most = subject.mostDecimals, number.value.withoutTrailingZeros.scale > most {
            throw fault(.tooManyDecimals, record, .value, .decimals(most))
        }
        return number
    }

    private func product(
        _ value: ExactDecimal,
        _ factor: ExactDecimal,
        _ record: borrowing Record,
        _ column: PlainColumn
    ) throws(RowStop) -> ExactDecimal {
        guard let product = value.multiplied(by: factor) else {
            throw fault(.valueNotANumber, record, column, .looksLike(.tooManyDigits))
        }
        return product
    }

    /// Refuses `1.384` where the rest of the file has a decimal point and a thousand makes sense as well.
    private func checkThousands(
        _ value: ExactDecimal,
        _ record: borrowing Record,
        _ column: PlainColumn,
        _ subject: Subject
    ) throws(RowStop) {
        guard value.scale == 3, !isSignDeclared, subject.mostDecimals ?? 0 < 3,
            DecimalEvidence.shown(by: record.bytes.span, cell(record, column)) == .either,
            let thousands = ExactDecimal(coefficient: value.coefficient, scale: 0),
            subject.indicator.range.contains(thousands)
        else { return }
        throw fault(.thousandsOrDecimals, record, column, .thousands(thousands))
    }

    private func isZeroOrOne(_ value: ExactDecimal) -> Bool { value == .zero || value == ExactDecimal(1) }

    private func word(_ record: borrowing Record, _ subject: Subject) throws(RowStop) -> NumberCell {
        let bytes = record.bytes.span
        var bare = cell(record, .value)
        let isStarred = NumberReader.dropStars(bytes, &bare)
        if let reason = SpecialValue.missing(bytes, bare) { throw .skip(reason) }
        if subject.isMilestone, let reached = SpecialValue.milestone(bytes, bare) {
            return NumberCell(value: ExactDecimal(reached), isStarred: isStarred)
        }
        throw notANumber(.valueNotANumber, record, .value)
    }

    private func notANumber(_ reason: IntakeReason, _ record: borrowing Record, _ column: PlainColumn) -> RowStop {
        let text = Cell.text(record.bytes.span, cell(record, column))
        return fault(reason, record, column, NumberReader.look(text, sign: sign).map(FaultDetail.looksLike))
    }

    func status(_ record: borrowing Record, isStarred: Bool) throws(RowStop) -> WrittenStatus {
        let cell = cell(record, .status)
        guard let status = SpecialValue.status(record.bytes.span, cell) else {
            throw fault(.statusNotKnown, record, .status)
        }
        return isStarred ? WrittenStatus(status: .provisional, isConfirmed: status.isConfirmed) : status
    }

    func interval(
        _ record: borrowing Record,
        around value: ExactDecimal,
        _ subject: Subject,
        times factor: ExactDecimal?
    ) throws(RowStop) -> ValueRange? {
        let lower = try bound(record, .lower, subject, times: factor)
        let upper = try bound(record, .upper, subject, times: factor)
        guard lower != nil || upper != nil else { return nil }
        let interval = ValueRange(minimum: lower, maximum: upper)
        guard interval.contains(value) else {
            let column = lower.map { value < $0 } ?? false ? PlainColumn.lower : .upper
            throw fault(.intervalNotAroundValue, record, column)
        }
        return interval
    }

    private func bound(
        _ record: borrowing Record,
        _ column: PlainColumn,
        _ subject: Subject,
        times factor: ExactDecimal?
    ) throws(RowStop) -> ExactDecimal? {
        let bytes = record.bytes.span
        let cell = cell(record, column)
        if cell.isEmpty || SpecialValue.missing(bytes, cell) != nil { return nil }
        guard let number = NumberReader.read(bytes, cell, sign: sign) else {
            throw notANumber(.valueNotANumber, record, column)
        }
        guard SpecialValue.sentinel(number.value) == nil else { return nil }
        if let mark = number.mark, !subject.measures(mark, times: factor) {
            throw fault(.unitDiffers, record, column, .unit(subject.indicator.unit))
        }
        if let factor { return try product(number.value, factor, record, column) }
        try checkThousands(number.value, record, column, subject)
        return number.value
    }

    func sampleSize(_ record: borrowing Record) throws(RowStop) -> Int? {
        let bytes = record.bytes.span
        let cell = cell(record, .sampleSize)
        if cell.isEmpty || SpecialValue.missing(bytes, cell) != nil { return nil }
        guard let number = NumberReader.read(bytes, cell, sign: sign), number.mark == nil, number.value.scale == 0
        else {
            throw fault(.countNotWhole, record, .sampleSize)
        }
        if SpecialValue.sentinel(number.value) != nil { return nil }
        guard number.value >= .zero else { throw fault(.countNotWhole, record, .sampleSize) }
        return Int(number.value.coefficient)
    }
}

internal import Indicators

/// Rows that take a value back: their status says so, and their note says why.
extension RowInterpreter {
    /// Whether the status of the record is that its value is taken back.
    func isWithdrawal(_ record: borrowing Record, _ status: Column) -> Bool {
        SpecialValue.isWithdrawn(record.bytes.span, cell(record, status))
    }

    /// What the record takes back.
    func withdrawal(
        _ record: borrowing Record,
        of series: SeriesKey,
        _ period: Period,
        value: ExactDecimal? = nil,
        note: Column,
        persons: IndicatorID? = nil
    ) throws(RowStop) -> WithdrawnRow {
        guard let why = try text(record, note) else { throw fault(.withdrawalWithoutReason, record, note) }
        return WithdrawnRow(
            line: record.line,
            series: series,
            period: period,
            value: value,
            why: why,
            persons: persons
        )
    }
}

extension PlainInterpreter {
    /// What the record takes back; it may name the value, or leave it out.
    func withdrawal(
        _ record: borrowing Record,
        of series: SeriesKey,
        _ period: Period,
        _ subject: Subject
    ) throws(RowStop) -> WithdrawnRow {
        let bytes = record.bytes.span
        let cell = cell(record, .value)
        var value: ExactDecimal?
        if SpecialValue.missing(bytes, cell) == nil {
            guard let number = NumberReader.read(bytes, cell, sign: sign) else {
                throw fault(.valueNotANumber, record, .value)
            }
            value = number.value
        }
        return try withdrawal(record, of: series, period, value: value, note: .note, persons: subject.persons)
    }
}

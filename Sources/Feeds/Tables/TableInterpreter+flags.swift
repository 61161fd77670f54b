internal import Indicators

/// What SDMX says of a value in the cells behind it.
extension TableInterpreter {
    /// The cell with the flags of a row.
    struct FlagCell {
        let text: String
        /// `nil` where one of them is not known.
        let flags: WrittenFlags?
    }

    /// The flags of the row; `nil` in a table that has none.
    func flags(_ record: borrowing Record) -> FlagCell? {
        guard let index = layout.flags else { return nil }
        let text = Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index)))
        return FlagCell(text: text, flags: layout.form == .odata4 ? WrittenFlags(attribute: text) : WrittenFlags(text))
    }

    /// The power of ten that the row says its number has to be multiplied by; 0 where it says none.
    func power(_ record: borrowing Record) -> Int {
        guard let index = layout.power else { return 0 }
        let text = Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index)))
        return Int(digits: text).flatMap { $0 <= 12 ? $0 : nil } ?? 0
    }

    /// The unit that a column of the row says; `nil` where none does.
    func writtenUnit(_ record: borrowing Record) -> String? {
        guard let index = layout.units else { return nil }
        let text = Cell.text(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index)))
        return text.isEmpty ? nil : ColumnTitle.writtenUnit(text)
    }

    /// Whether the row takes a value away instead of giving one.
    func takesAway(_ record: borrowing Record) -> Bool {
        guard let index = layout.action else { return false }
        return Cell.equals(record.bytes.span, Cell.trimmed(record.bytes.span, record.range(index)), [UInt8(ascii: "d")])
    }

    /// The status of the draft: as the flags say, where there are any.
    func status(_ record: borrowing Record, _ row: TableRow, _ cell: FlagCell?) -> [UInt8] {
        if cell?.flags?.isProvisional == true { return Array("p".utf8) }
        let place = layout.places[.status]
        return place == layout.flags ? [] : row.cell(record, place)
    }

    /// The note of the draft, with the flags that say something of the value beside its status.
    func note(_ record: borrowing Record, _ row: TableRow, _ cell: FlagCell?) -> [UInt8] {
        let own = row.cell(record, layout.places[.note])
        guard let cell, cell.flags?.isRemark == true, let index = layout.flags else { return own }
        let flag = Array("\(layout.title(index)) \(cell.text)".utf8)
        return own.isEmpty ? flag : own + Array("; ".utf8) + flag
    }

    /// What becomes of a row with flags: a flag that says that there is no value goes before what stands in its cell, for
    /// a 0 may be no more than what a program wrote there.
    func flagged(_ outcome: RowOutcome, _ cell: FlagCell?, _ record: borrowing Record) -> RowOutcome {
        guard let cell, let index = layout.flags else { return outcome }
        switch outcome {
        case .observed:
            guard let flags = cell.flags else {
                let column = layout.title(index)
                return .fault(RowFault(.flagNotKnown, line: record.line, column: column, cell: cell.text))
            }
            return skip(flags, record) ?? outcome
        case .skipped(let skipped):
            guard skipped.reason.isMissingValue, let flags = cell.flags else { return outcome }
            return skip(flags, record) ?? outcome
        case .fault(let fault):
            guard fault.reason == .periodAhead, let flags = cell.flags else { return outcome }
            return skip(flags, record) ?? outcome
        case .withdrawn: return outcome
        }
    }

    private func skip(_ flags: WrittenFlags, _ record: borrowing Record) -> RowOutcome? {
        let reason = flags.missing ?? (flags.isForecast ? .forecast : nil)
        return reason.map { .skipped(RowSkip(line: record.line, reason: $0)) }
    }
}

internal import Indicators

/// Finds numbers with a decimal comma that the commas between the fields have split, where the fields still fit: `25,3`
/// under `waarde,n`.
///
/// Where a number in the file shows its decimal sign, numbers are written in a way that the commas do not split.
struct SplitNumberCheck {
    private let pairs: [Pair]

    /// A column of numbers, and the one behind it.
    private struct Pair {
        let column: PlainColumn
        let index: Int
        let next: PlainColumn
        /// The place of the other bound, where the next column is a bound: together they are an interval.
        let otherBound: Int?
    }

    /// The check of a file; `nil` where nothing can be split.
    init?(_ layout: ColumnLayout<PlainColumn>, _ dialect: FileDialect) {
        guard dialect.separator == .comma, dialect.decimalSign == nil else { return nil }
        pairs = PlainColumn.decimals.compactMap { column in
            guard let index = layout.index(of: column), index + 1 < layout.columns.count,
                let next = layout.columns[index + 1]
            else { return nil }
            return Pair(column: column, index: index, next: next, otherBound: Self.otherBound(next, layout))
        }
        if pairs.isEmpty { return nil }
    }

    private static func otherBound(_ column: PlainColumn, _ layout: ColumnLayout<PlainColumn>) -> Int? {
        switch column {
        case .lower: layout.index(of: .upper)
        case .upper: layout.index(of: .lower)
        case .indicator, .period, .value, .area, .breakdown, .unit, .status, .sampleSize, .source, .referenceDate,
            .note:
            nil
        }
    }

    /// The fault of a row in which two cells may be one number.
    func fault(_ record: borrowing Record) -> RowFault? {
        for pair in pairs where isSplit(pair, record) {
            let cells = "\(record.text(pair.index).trimmed),\(record.text(pair.index + 1).trimmed)"
            return RowFault(
                .decimalCommaUnquoted,
                line: record.line,
                column: pair.column.dutch,
                cell: cells,
                detail: .splitNumber
            )
        }
        return nil
    }

    private func isSplit(_ pair: Pair, _ record: borrowing Record) -> Bool {
        let bytes = record.bytes.span
        guard SplitNumber.isStart(bytes, Cell.trimmed(bytes, record.range(pair.index))),
            SplitNumber.isRest(bytes, Cell.trimmed(bytes, record.range(pair.index + 1))),
            !record.isQuoted(pair.index), !record.isQuoted(pair.index + 1)
        else { return false }
        guard let other = pair.otherBound else { return true }
        return Cell.trimmed(bytes, record.range(other)).isEmpty
    }
}

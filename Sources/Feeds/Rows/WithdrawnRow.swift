package import Indicators

/// A row of a file that takes a value back.
package struct WithdrawnRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let series: SeriesKey
    package let period: Period
    /// The value that is meant; `nil` where the row only names the period.
    package let value: ExactDecimal?
    package let why: String
    /// The indicator, where its values count persons.
    package let persons: IndicatorID?

    package init(
        line: Int,
        series: SeriesKey,
        period: Period,
        value: ExactDecimal? = nil,
        why: String,
        persons: IndicatorID? = nil
    ) {
        self.persons = persons
        self.line = line
        self.series = series
        self.period = period
        self.value = value
        self.why = why
    }

    /// The row as one for which no value holds.
    package var nothingThere: RowSkip { RowSkip(line: line, reason: .nothingToWithdraw) }

    /// What stands in the way of taking back what holds; `nil` where nothing does.
    ///
    /// - Parameters:
    ///   - current: what holds; `nil` where nothing does.
    ///   - line: the line of this file that gave it; `nil` where an earlier file did.
    /// - Returns: why nothing is taken back.
    package func obstacle(_ current: Observation?, givenOnLine line: Int?) -> Obstacle? {
        guard let current else { return .skip(nothingThere) }
        let written = current.value.written(decimalSign: ",")
        if let line {
            return .fault(
                RowFault(
                    .conflictingRows,
                    line: self.line,
                    column: PlainColumn.status.dutch,
                    cell: "ingetrokken",
                    detail: .otherRow(line: line, text: written)
                )
                .about(persons: persons)
            )
        }
        guard let value, value != current.value else { return nil }
        let cell = value.written(decimalSign: ",")
        return .fault(
            RowFault(
                .otherValueHolds,
                line: self.line,
                column: PlainColumn.value.dutch,
                cell: cell,
                detail: .holds(written)
            )
            .about(persons: persons)
        )
    }

    /// Why nothing is taken back.
    package enum Obstacle: Hashable, Sendable {
        case skip(RowSkip)
        case fault(RowFault)
    }
}

package import Indicators

/// One value that a row of a file gives.
package struct ObservedRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let series: SeriesKey
    package let observation: Observation

    package init(line: Int, series: SeriesKey, observation: Observation) {
        self.line = line
        self.series = series
        self.observation = observation
    }
}

/// A row that rightly gives no value.
package struct RowSkip: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let reason: IntakeReason

    package init(line: Int, reason: IntakeReason) {
        self.line = line
        self.reason = reason
    }

    /// A row that repeats what an earlier row of the file says.
    package static func duplicate(_ row: ObservedRow) -> RowSkip { RowSkip(line: row.line, reason: .duplicateInFile) }
}

/// What became of one row.
package enum RowOutcome: Hashable, Sendable {
    case observed(ObservedRow)
    case skipped(RowSkip)
    case fault(RowFault)
}

/// Gives the rows of a file one by one, whatever its form.
package protocol RowReader {
    /// The outcome of the next row; `nil` after the last. Throws what the source of the bytes throws.
    mutating func next() throws -> RowOutcome?
}

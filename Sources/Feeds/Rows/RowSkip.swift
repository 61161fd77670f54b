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

package import Indicators

/// One thing that is wrong: in a row, in the header or, without a line, in the file as a whole.
package struct RowFault: Hashable, Sendable, Codable {
    /// The line on which the record begins, from 1.
    package let line: Int?
    /// The name of the column.
    package private(set) var column: String?
    package let reason: IntakeReason
    /// The text of the cell, as supplied.
    package private(set) var cell: String?
    /// What else the sentence in the receipt needs.
    package private(set) var detail: FaultDetail?
    /// Where in a sheet it is; `nil` of a file of lines.
    package private(set) var sheet: SheetPlace?
    /// The indicator of the row, where its values count persons; what a cell says of them may have to be hidden.
    package private(set) var persons: IndicatorID?
    /// Whether its row counts as passed over, and it speaks for all rows like that; absent where it does not.
    private var isOfCountedRow: Bool?

    /// Whether there is a row that counts as faulty by it.
    package var hasOwnRow: Bool { line != nil && isOfCountedRow != true }

    package init(
        _ reason: IntakeReason,
        line: Int? = nil,
        column: String? = nil,
        cell: String? = nil,
        detail: FaultDetail? = nil
    ) {
        self.line = line
        self.column = column
        self.reason = reason
        self.cell = cell.map { $0.shortened(to: Self.longestCell) }
        self.detail = detail
    }

    /// The fault as one of a place in a sheet.
    func at(_ place: SheetPlace) -> RowFault {
        var fault = self
        fault.sheet = place
        return fault
    }

    /// The fault as one of a row that was counted before.
    var ofCountedRow: RowFault {
        var fault = self
        fault.isOfCountedRow = true
        return fault
    }

    /// The fault as one in the column of another name.
    func inColumn(_ name: String?) -> RowFault {
        var fault = self
        fault.column = name
        return fault
    }

    /// The fault as one of a row about the indicator.
    func about(_ indicator: Indicator) -> RowFault {
        guard indicator.counts.contains(.persons) else { return self }
        return about(persons: indicator.id)
    }

    /// The fault as one of a row that counts persons, where an indicator is named.
    func about(persons indicator: IndicatorID?) -> RowFault {
        guard let indicator else { return self }
        var fault = self
        fault.persons = indicator
        return fault
    }

    /// The fault where its cell, and what is said of numbers beside it, may not be told.
    var withoutNumbers: RowFault {
        var fault = self
        if cell != nil { fault.cell = "…" }
        if detail?.tellsNumbers == true { fault.detail = nil }
        return fault
    }

    private static let longestCell = 200

    /// A row that says something else than an earlier row of the same file for the same series and period.
    package static func conflict(_ row: ObservedRow, with earlier: Observation, onLine line: Int) -> RowFault {
        let (column, cell, other) = difference(row.observation, earlier)
        return RowFault(
            .conflictingRows,
            line: row.line,
            column: column,
            cell: cell,
            detail: .otherRow(line: line, text: other)
        )
        .about(persons: row.persons)
    }

    /// The column in which two observations of one period differ, and what each says in it.
    private static func difference(_ one: Observation, _ other: Observation) -> (String, String, String) {
        guard let report = one.milestone, let earlier = other.milestone else {
            return (PlainColumn.value.dutch, one.value.written(decimalSign: ","), other.value.written(decimalSign: ","))
        }
        guard report.status == earlier.status else {
            return (MilestoneColumn.status.dutch, report.status.rawValue, earlier.status.rawValue)
        }
        let days = [report, earlier].map { $0.expected?.description ?? "" }
        return (MilestoneColumn.expected.dutch, days[0], days[1])
    }
}

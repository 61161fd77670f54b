package import Indicators

/// One thing that is wrong: in a row, in the header or, without a line, in the file as a whole.
package struct RowFault: Hashable, Sendable {
    /// The line on which the record begins, from 1.
    package let line: Int?
    /// The name of the column.
    package let column: String?
    package let reason: IntakeReason
    /// The text of the cell, as supplied.
    package let cell: String?
    /// What else the sentence in the receipt needs.
    package let detail: FaultDetail?

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

/// The facts that a fault's sentence names beside the cell.
package enum FaultDetail: Hashable, Sendable {
    /// The known name that looks most like the cell.
    case nearest(String)
    /// The unit of the indicator.
    case unit(MeasureUnit)
    /// The values that make sense for the indicator.
    case range(ValueRange, MeasureUnit)
    /// The kind of period of the indicator, and the one of the cell.
    case periodKind(expected: PeriodKind, found: PeriodKind)
    /// The indicators of which a derived one is made.
    case inputs([IndicatorID])
    /// Another row that has to do with it.
    case otherRow(line: Int, text: String)
    /// The columns that a file of the form has to have.
    case requiredColumns(FormName)
    /// How many were expected and how many were found.
    case counts(expected: Int, found: Int)
    /// A decimal comma in a file with commas between its fields.
    case splitNumber
    /// The cell looks like something that is known not to be a number.
    case looksLike(ValueLook)
}

/// What a cell looks like that is not a number.
package enum ValueLook: String, Hashable, Sendable, CaseIterable {
    case spreadsheetError = "spreadsheet-error"
    case lessThan = "less-than"
    case exponent
    case date
    case otherDecimalSign = "other-decimal-sign"
    case tooManyDigits = "too-many-digits"
}

/// Why a whole file is refused.
package struct FileFault: Error, Hashable, Sendable {
    /// What is wrong, at least one thing.
    package let faults: [RowFault]

    package init(_ first: RowFault, _ others: [RowFault] = []) {
        faults = [first] + others
    }

    package init(
        _ reason: IntakeReason,
        line: Int? = nil,
        column: String? = nil,
        cell: String? = nil,
        detail: FaultDetail? = nil
    ) {
        self.init(RowFault(reason, line: line, column: column, cell: cell, detail: detail))
    }

    /// The reason that counts for the file as a whole.
    package var reason: IntakeReason { faults.first?.reason ?? .cannotRead }
}

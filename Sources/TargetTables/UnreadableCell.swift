internal import Catalogue
package import Indicators

/// A cell of a target table that is left out of the programme file.
package struct UnreadableCell: Hashable, Sendable, CustomStringConvertible {
    /// Why a cell is left out.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// None of the notations of a target.
        case notation = "not-a-target"
        /// More than a bare value in a column of what was measured.
        case notMeasured = "not-a-measured-value"
        /// Another unit than the row's.
        case otherUnit = "unit-differs"
        /// A value that the row's unit cannot have.
        case outOfRange = "value-out-of-range"
        /// `gereed` among values, or a value among `gereed`.
        case otherKind = "milestone-among-values"
        /// A change from a period of another kind than the columns'.
        case otherPeriod = "period-of-other-kind"
    }

    /// The label of the row.
    package let label: String
    /// The name of the column as the table writes it.
    package let column: String
    /// The period that the column is about.
    package let period: Period
    /// The line of the text, from 1.
    package let line: Int
    /// The cell as the table writes it.
    package let text: String
    /// Why it is left out.
    package let reason: Reason
    /// The unit of the row.
    package let unit: MeasureUnit

    /// One sentence for people, in which nothing of the table stands raw.
    package var description: String {
        "line \(line): \(quoted(text)) of \(quoted(label)) in the column \(quoted(column)) \(words)"
    }

    /// The cell as the programme file keeps it, behind a `#`.
    var comment: String { "\(period): \(quoted(text)) \(words)" }

    private var words: String {
        switch reason {
        case .notation: "could not be read"
        case .notMeasured: "could not be read: what was measured is a bare value, 'Nb' or '-'"
        case .otherUnit: "could not be read: the unit of the row is \(quoted(unit.symbol))"
        case .outOfRange:
            "could not be read: the unit of the row is \(quoted(unit.symbol)), which cannot have that value"
        case .otherKind: "could not be read: 'gereed' and values do not go together in one row"
        case .otherPeriod: "could not be read: it names another kind of period than the columns"
        }
    }
}

/// One cell that holds something; its text lies in the row.
package struct SheetCell: Hashable, Sendable {
    /// What the workbook says that the cell is, in its own words and formats: nothing is inferred from the text.
    package enum Kind: UInt8, Hashable, Sendable {
        /// Plain decimal text with a point: `-0.3`.
        case number
        /// The same, and shown with `%`: 0.253 in a percent format is `25.3`.
        case percentage
        /// `2023-01-31`.
        case date
        /// A day that is shown without its day, as `jan-23`: `2023-01`.
        case month
        /// A day that is shown as a year alone: `2023`.
        case year
        /// `2023-01-31T13:30:00`.
        case dateAndTime
        /// `13:30:00`; of a duration more than 24 hours.
        case time
        case text
        /// `true` or `false`.
        case boolean
        /// What the spreadsheet shows for what it could not calculate: `#N/A`.
        case error
        /// A formula whose value is not in the file, or was put there by a program that did not calculate it.
        case formulaWithoutValue
        /// A whole number from 1900 through 2100 that is shown as a date: the year `2023`, or the day 15 July 1905.
        case yearOrDate
        /// A number that is shown as a date, but is none of the calendar.
        case noDate
    }

    /// From 0.
    package let column: Int
    package let kind: Kind
    /// Where its text lies among the bytes of the row.
    package let range: Range<Int>

    package init(column: Int, kind: Kind, range: Range<Int>) {
        self.column = column
        self.kind = kind
        self.range = range
    }
}

extension SheetCell.Kind {
    /// Why a cell of this kind says nothing that can be relied on; `nil` where it does.
    package var refusal: IntakeReason? {
        switch self {
        case .number, .percentage, .date, .month, .year, .dateAndTime, .time, .text, .boolean: nil
        case .error: .cellError
        case .formulaWithoutValue: .formulaNotComputed
        case .yearOrDate: .yearOrDate
        case .noDate: .dateNotInCalendar
        }
    }
}

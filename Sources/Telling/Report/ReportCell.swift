package import Assessment
package import Indicators

/// What stands in one cell of a table of the report, typed, so that each form can write it in its own way.
package enum ReportCell: Hashable, Sendable {
    case empty
    /// Words: the document's, ours, or somebody else's.
    case text(String)
    /// Several sentences, each with a label where it has one.
    case lines([Line])
    /// A number with its unit; the note says of which part of the year it is, or that it is provisional.
    case number(ExactDecimal, MeasureUnit, note: String? = nil)
    /// What a document writes in a cell, with the number where it is nothing else.
    case written(String, ExactDecimal?, MeasureUnit, note: String? = nil)
    case date(CalendarDate)
    case light(Light)

    /// A sentence of a cell.
    package struct Line: Hashable, Sendable {
        /// `Oorzaak`; `nil` where the sentence stands by itself.
        package let label: String?
        package let text: String
        /// Whether it says that somebody still has to write something.
        package var isMissing = false
    }
}

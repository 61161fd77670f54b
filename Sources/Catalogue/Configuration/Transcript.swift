package import Indicators

/// What a programme file keeps of its document that no rule needs.
package struct Transcript: Hashable, Sendable {
    /// One measured cell of a document's table.
    package struct Cell: Hashable, Sendable {
        package let period: Period
        /// The cell as written: `2,3%`, `Nb`, `-`.
        package let text: String
        /// The value; `nil` for `Nb` and `-`.
        package let value: ExactDecimal?
    }

    /// What a document reports of a milestone.
    package struct Report: Hashable, Sendable {
        /// The day that the report is about.
        package let date: CalendarDate
        package let report: MilestoneReport
        /// The document's own words.
        package let note: String?
        /// The document, where it is another one than the programme's.
        package let document: String?
        /// The passage of that document.
        package let heading: String?
    }

    /// The measured cells of every indicator that has any, ordered by period.
    package let documented: [IndicatorID: [Cell]]
    /// The reports of every milestone that has any, ordered by date.
    package let reported: [IndicatorID: [Report]]
}

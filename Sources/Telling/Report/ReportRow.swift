package import Assessment
package import Indicators

/// One line of the report: what is known of one indicator, activity or line of the budget.
package struct ReportRow: Hashable, Sendable {
    /// What kind of line it is.
    package enum Matter: Hashable, Sendable {
        case indicator
        case activity(ReportedActivity)
        /// `nil` where nothing is known of the year.
        case budget(ReportedBudget?)
    }

    package let id: IndicatorID
    package let package: String
    /// The row as the document writes it.
    package let title: String
    /// Short, for where it is named once more.
    package let name: String
    /// The numbers of the goals that it is held against.
    package let goals: [String]
    package let unit: MeasureUnit
    package let source: String?
    package let owner: String?
    package let light: Light
    /// By year.
    package let realised: [Int: ReportedValue]
    /// By year.
    package let targets: [Int: ReportedTarget]
    /// What is the matter, and what the supplier says, a sentence each.
    package let remarks: [String]
    /// What the document says below the table that the row stands in.
    package let footnotes: [String]
    package let explanation: ReportedExplanation
    package let matter: Matter
}

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

/// How a promise of the programme stands.
package struct ReportedActivity: Hashable, Sendable {
    /// The number of its goal; `nil` where the document gives it none.
    package let number: String?
    /// As reported last; `nil` where nothing was.
    package let status: MilestoneStatus?
    /// The day of that report.
    package let reportedOn: CalendarDate?
    /// The day by which it has to be done, as planned or as reported; `nil` where no date is known.
    package let due: CalendarDate?
}

/// How a line of the budget stands in one year, with the signs of the books.
package struct ReportedBudget: Hashable, Sendable {
    package let year: Int
    package let budget: ExactDecimal
    /// All of the year through ``through``.
    package let realised: ExactDecimal?
    package let through: Period?
    /// What the year is expected to come to, or has come to.
    package let forecast: ExactDecimal?
    /// The forecast less the budget.
    package let deviation: ExactDecimal?
    /// `nil` where there is no difference, or none is known.
    package let isAdvantage: Bool?
}

/// A goal as the document says it.
package struct ReportedGoal: Hashable, Sendable {
    package let id: String
    package let text: String
    /// Why nothing measures it yet; `nil` where something does.
    package let unmeasured: String?
}

/// What the document has under one heading.
package struct ReportBlock: Hashable, Sendable {
    package let heading: String?
    package let goals: [ReportedGoal]
    package let rows: [ReportRow]
}

/// A package of the programme.
package struct ReportSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let blocks: [ReportBlock]
    package let activities: [ReportRow]
    package let budget: [ReportRow]

    /// Every line, in the order of the page.
    package var rows: [ReportRow] { blocks.flatMap(\.rows) + activities + budget }
}

package import Indicators

/// What is remarkable about a report of a milestone that was taken in.
package struct ReportRemark: Hashable, Sendable, Codable {
    /// What is remarkable.
    package enum Kind: String, Hashable, Sendable, Codable {
        /// The milestone was reported done before, and is not any more.
        case undone
        /// A later report was known already, and goes on to hold.
        case overtaken
    }

    package let kind: Kind
    package let series: SeriesKey
    /// The day of the report.
    package let period: Period
    /// `nil` where it only says that the milestone is not done.
    package let status: MilestoneStatus?
    /// The day of the other report.
    package let other: Period
    package let otherStatus: MilestoneStatus?
}

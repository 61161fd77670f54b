package import Indicators

/// A value, or a report of a milestone, that took the place of an older one.
package struct RevisedValue: Hashable, Sendable {
    package let series: SeriesKey
    package let period: Period
    package let old: ExactDecimal
    package let new: ExactDecimal
    /// What was reported of a milestone; `nil` for a measured value.
    package let oldReport: MilestoneReport?
    /// What is reported of a milestone now; `nil` for a measured value.
    package let newReport: MilestoneReport?

    package init(
        series: SeriesKey,
        period: Period,
        old: ExactDecimal,
        new: ExactDecimal,
        oldReport: MilestoneReport? = nil,
        newReport: MilestoneReport? = nil
    ) {
        self.series = series
        self.period = period
        self.old = old
        self.new = new
        self.oldReport = oldReport
        self.newReport = newReport
    }

    /// Whether it is a milestone that was reported in words.
    var isReport: Bool { oldReport != nil || newReport != nil }
}

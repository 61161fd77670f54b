package import Indicators

/// A value, or a report of a milestone, that took the place of an older one.
package struct RevisedValue: Hashable, Sendable, Codable {
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

    /// The change from one observation of a period to another; `nil` where neither value nor report is another one.
    package init?(of series: SeriesKey, from old: Observation, to new: Observation) {
        guard old.value != new.value || old.milestone != new.milestone else { return nil }
        self.init(
            series: series,
            period: new.period,
            old: old.value,
            new: new.value,
            oldReport: old.milestone,
            newReport: new.milestone
        )
    }

    /// Whether it is a milestone that was reported in words.
    var isReport: Bool { oldReport != nil || newReport != nil }
}

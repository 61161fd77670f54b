package import Indicators

/// A value, or a report of a milestone, that took the place of an older one.
package struct RevisedValue: Hashable, Sendable, Codable {
    package let series: SeriesKey
    package let period: Period
    package private(set) var old: ExactDecimal
    package private(set) var new: ExactDecimal
    /// What was reported of a milestone; `nil` for a measured value.
    package let oldReport: MilestoneReport?
    /// What is reported of a milestone now; `nil` for a measured value.
    package let newReport: MilestoneReport?
    /// Which of the two may not be told; then no number stands there.
    package private(set) var hidden: Hidden?

    /// What may not be told of it.
    package enum Hidden: String, Hashable, Sendable, Codable {
        case old
        case new
        case both
    }

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

    /// The revision as it may be told.
    func told(by disclosure: Disclosure) -> RevisedValue {
        var told = self
        switch (disclosure.hides(old, in: period, series), disclosure.hides(new, in: period, series)) {
        case (true, true): (told.old, told.new, told.hidden) = (.zero, .zero, .both)
        case (true, false): (told.old, told.hidden) = (.zero, .old)
        case (false, true): (told.new, told.hidden) = (.zero, .new)
        case (false, false): break
        }
        return told
    }

    /// Whether it is a milestone that was reported in words.
    var isReport: Bool { oldReport != nil || newReport != nil }
}

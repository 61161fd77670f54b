package import Indicators

/// One turn of a milestone that recurs: it has to be done once in this stretch of its cadence.
package struct MilestoneOccasion: Hashable, Sendable, Codable {
    /// The first period of the stretch; the same as the last, but where it is done once in several periods.
    package let first: Period
    /// The last period, by whose end it has to be done.
    package let last: Period

    package init(first: Period, last: Period) {
        self.first = first
        self.last = last
    }

    /// The turn that ends with a period of the cadence.
    init(_ period: Period, _ cadence: Cadence) {
        self.init(first: Period(period.kind, containing: cadence.windowStart(of: period)) ?? period, last: period)
    }

    /// `2026`, or of several periods the first and the last.
    func written(_ through: String, _ words: (Period) -> String) -> String {
        first == last ? words(last) : "\(words(first)) \(through) \(words(last))"
    }
}

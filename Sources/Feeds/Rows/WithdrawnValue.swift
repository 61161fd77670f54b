package import Indicators

/// A value, or a report of a milestone, that was taken back, and what holds since.
package struct WithdrawnValue: Hashable, Sendable, Codable {
    /// What a period says.
    package struct Said: Hashable, Sendable, Codable {
        package let value: ExactDecimal
        /// What was reported of a milestone; `nil` for a measured value.
        package let report: MilestoneReport?

        package init(_ observation: Observation) {
            value = observation.value
            report = observation.milestone
        }
    }

    package let series: SeriesKey
    package let period: Period
    package let old: Said
    /// The older one that holds again; `nil` where there is none.
    package let holds: Said?

    package init(series: SeriesKey, period: Period, old: Observation, holds: Observation?) {
        self.series = series
        self.period = period
        self.old = Said(old)
        self.holds = holds.map(Said.init)
    }
}

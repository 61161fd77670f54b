package import Indicators

/// A value that an earlier delivery of the same feed brought, that a later one of the same periods has not, and that stays
/// in force.
package struct VanishedRow: Hashable, Sendable, Codable {
    package let series: SeriesKey
    package let period: Period
    /// What holds still.
    package let said: WithdrawnValue.Said

    package init(series: SeriesKey, holding observation: Observation) {
        self.series = series
        period = observation.period
        said = WithdrawnValue.Said(observation)
    }
}

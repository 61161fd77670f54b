package import Indicators

/// A value that an earlier delivery of the same feed brought, that a later one of the same periods has not, and that stays
/// in force.
package struct VanishedRow: Hashable, Sendable, Codable {
    package let series: SeriesKey
    package let period: Period
    /// What holds still.
    package private(set) var said: WithdrawnValue.Said

    /// The row as it may be told.
    func told(by disclosure: Disclosure) -> VanishedRow {
        var told = self
        told.said = said.told(of: series, period, by: disclosure)
        return told
    }

    package init(series: SeriesKey, holding observation: Observation) {
        self.series = series
        period = observation.period
        said = WithdrawnValue.Said(observation)
    }
}

package import Indicators

/// One value that a row of a file gives.
package struct ObservedRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package let line: Int
    package let series: SeriesKey
    package let observation: Observation

    package init(line: Int, series: SeriesKey, observation: Observation) {
        self.line = line
        self.series = series
        self.observation = observation
    }
}

package import Indicators

/// The series of which something was recorded at one moment: a value, a revision, or that one was taken back.
package struct Recordings: Hashable, Sendable {
    package let at: Instant
    /// Each once, in order.
    package let series: [SeriesKey]

    package init(at: Instant, series: [SeriesKey]) {
        self.at = at
        self.series = series
    }
}

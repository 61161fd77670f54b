package import Indicators

/// A series that the configuration expects.
package struct ExpectedSeries: Hashable, Sendable {
    package let key: SeriesKey
    /// A hash over everything in the configuration that its judgement depends on.
    package let fingerprint: String

    package init(key: SeriesKey, fingerprint: String) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

package import Assessment
package import Indicators

/// A series that the configuration expects.
package struct ExpectedSeries: Hashable, Sendable {
    package let key: SeriesKey
    /// A hash over everything in the configuration that its judgement depends on.
    package let fingerprint: String
    /// What of that can be told when it is edited; `nil` where nothing is to be told.
    package let terms: JudgementTerms?

    package init(key: SeriesKey, fingerprint: String, terms: JudgementTerms? = nil) {
        self.terms = terms
        self.key = key
        self.fingerprint = fingerprint
    }
}

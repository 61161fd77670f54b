package import Assessment
package import Indicators

/// How a series stood when it was judged last.
package struct SeriesStanding: Hashable, Sendable {
    package let key: SeriesKey
    /// `nil` where it has not been judged yet.
    package let light: Light?
    package let judgedAt: Instant?

    package init(key: SeriesKey, light: Light?, judgedAt: Instant?) {
        self.key = key
        self.light = light
        self.judgedAt = judgedAt
    }
}

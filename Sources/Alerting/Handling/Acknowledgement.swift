package import Indicators

/// Somebody has seen an open episode and deals with it: until that is over it is no news.
package struct Acknowledgement: Hashable, Sendable {
    /// When it ends of itself.
    package enum End: Hashable, Sendable {
        /// When the episode ends.
        case resolved
        /// At the beginning of that day, in the configured zone.
        case date(CalendarDate)
        /// When a value of a later period than the one that is told now has been taken in.
        case nextMeasurement
    }

    /// The name of who did it, as given.
    package let by: String
    /// The reason, as given.
    package let why: String?
    package let at: Instant
    package let until: End

    package init(by: String, why: String?, at: Instant, until: End) {
        self.by = by
        self.why = why
        self.at = at
        self.until = until
    }
}

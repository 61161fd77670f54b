package import Indicators

/// When a subscription was first told of an episode.
package struct FirstTold: Hashable, Sendable {
    /// `nil` while its first notice waits.
    package let at: Instant?
    /// The period that was told then.
    package let period: Period?

    package init(at: Instant?, period: Period?) {
        self.at = at
        self.period = period
    }
}

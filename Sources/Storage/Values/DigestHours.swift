package import Alerting

/// The hours that a subscription was last seen with.
package struct DigestHours: Hashable, Sendable {
    package let subscription: String
    /// The latest slot that was dealt with, or that lay behind.
    package let lastSlot: DigestSlot
    /// The hours as ``DigestTimes/description`` writes them, empty for none; `nil` where a store of an earlier version does
    /// not tell.
    package let hours: String?

    package init(subscription: String, lastSlot: DigestSlot, hours: String?) {
        self.subscription = subscription
        self.lastSlot = lastSlot
        self.hours = hours
    }
}

package import Indicators

/// What one recipient is told in one mail; how it looks is decided in `Mailing`.
package struct Digest: Hashable, Sendable {
    /// Why this mail exists.
    package enum Occasion: Hashable, Sendable {
        /// A fixed hour.
        case scheduled(DigestSlot)
        /// Something urgent.
        case atOnce
        /// Asked for on the command line; nothing is sent.
        case preview
    }

    /// The heading that an item stands under.
    package enum Section: String, Hashable, Sendable, CaseIterable {
        case new
        case worsened
        /// It stands otherwise, and what is measured did not become worse or better with it.
        case changed
        case eased
        case corrected
        case resolved
        case stillOpen = "still-open"
    }

    /// One alert.
    package struct Item: Hashable, Sendable {
        package let section: Section
        package let episode: Episode
        /// The open alerts that are part of this one, and are not told apart.
        package let parts: [Episode]
        /// What else is told of the same series, and stands with it.
        package let beside: [Item]

        package init(section: Section, episode: Episode, parts: [Episode] = [], beside: [Item] = []) {
            self.section = section
            self.episode = episode
            self.parts = parts
            self.beside = beside
        }
    }

    /// A mail that could not be delivered.
    package struct DeliveryFailure: Hashable, Sendable {
        package let address: String
        package let subject: String
        package let at: Instant
        /// What the relay answered, or what went wrong.
        package let reason: String

        package init(address: String, subject: String, at: Instant, reason: String) {
            self.address = address
            self.subject = subject
            self.at = at
            self.reason = reason
        }
    }

    package let subscription: Subscription
    package let occasion: Occasion
    package let composedAt: Instant
    /// In the order of the sections, the most serious first.
    package let items: [Item]
    package let failures: [DeliveryFailure]

    package init(
        subscription: Subscription,
        occasion: Occasion,
        composedAt: Instant,
        items: [Item],
        failures: [DeliveryFailure] = []
    ) {
        self.subscription = subscription
        self.occasion = occasion
        self.composedAt = composedAt
        self.items = items
        self.failures = failures
    }

    /// The items of one section.
    package func items(in section: Section) -> [Item] { items.filter { $0.section == section } }

    /// The items that the mail exists for: all but what was told before and is still open.
    package var news: [Item] { items.filter { $0.section != .stillOpen } }
}

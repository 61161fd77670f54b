package import Assessment
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
        /// Told again, since nobody deals with it, or since what held it back is over.
        case reminded
        case eased
        case corrected
        case resolved
        /// What an edit of the configuration changed: no news of any value.
        case edited
        case stillOpen = "still-open"
    }

    /// Why several alerts are told as one.
    package enum Fold: Hashable, Sendable {
        /// The alert is of the whole, the others are of its parts.
        case whole
        /// Values that one supplier has not sent: all alike.
        case missing
        /// Parts of areas or of the population, of one programme and by one rule; the gravest stands for all.
        case parts
    }

    /// One alert, or several that are told as one.
    package struct Item: Hashable, Sendable {
        package let section: Section
        package let episode: Episode
        /// The alerts that are told with this one, and not apart.
        package let parts: [Episode]
        /// What else is told of the same series, and stands with it.
        package let beside: [Item]
        /// Why they are.
        package let fold: Fold
        /// What is told with them as a number only.
        package let rest: FoldedRest
        /// The edit of the configuration that has to be told with it.
        package let edit: JudgementEdit?
        /// Why it is told again, where that is so.
        package let reminder: HandlingNote?
        /// When its reader was told what is taken back now; `nil` where nothing is, or that is not known.
        package var toldAt: Instant?

        package init(
            section: Section,
            episode: Episode,
            parts: [Episode] = [],
            beside: [Item] = [],
            fold: Fold = .whole,
            rest: FoldedRest = .none,
            edit: JudgementEdit? = nil,
            reminder: HandlingNote? = nil
        ) {
            self.rest = rest
            self.reminder = reminder
            self.section = section
            self.episode = episode
            self.parts = parts
            self.beside = beside
            self.fold = fold
            self.edit = edit
        }

        /// All that it tells of.
        package var episodes: [Episode] { [episode] + parts }

        /// The alerts that it counts as: all that it stands for, and a whole without the parts that it speaks for.
        package var counted: [Episode] {
            switch fold {
            case .whole: [episode]
            case .missing, .parts: episodes
            }
        }

        /// How many alerts it counts as.
        package var weight: Int { counted.count + rest.count }
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
    /// What is said beside the alerts.
    package var context: DigestContext
    /// What it makes of its notices.
    package let retelling: Retelling

    package init(
        subscription: Subscription,
        occasion: Occasion,
        composedAt: Instant,
        items: [Item],
        failures: [DeliveryFailure] = [],
        context: DigestContext = .none,
        retelling: Retelling = .none
    ) {
        self.context = context
        self.retelling = retelling
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

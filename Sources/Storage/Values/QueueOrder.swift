package import Indicators

/// What an administrator decides on a mail that waits or failed.
package struct QueueOrder: Hashable, Sendable {
    package enum Verb: String, Hashable, Sendable, CaseIterable {
        /// Tried again at once, and for as long as a new one.
        case retry
        /// Given up for good.
        case drop
    }

    package let verb: Verb
    /// The id of the message.
    package let message: Int
    /// The system user.
    package let by: String
    package let why: String
    package let at: Instant

    package init(verb: Verb, message: Int, by: String, why: String, at: Instant) {
        self.verb = verb
        self.message = message
        self.by = by
        self.why = why
        self.at = at
    }

    /// What became of an order.
    package enum Outcome: Hashable, Sendable {
        /// It is kept, and the mail is as ordered.
        case done(LedgerEntry)
        case noSuchMessage
        /// The relay has accepted the mail; nothing is kept.
        case sentAlready
    }
}

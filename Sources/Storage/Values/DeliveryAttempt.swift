package import Indicators

/// The outcome of one attempt to deliver.
package struct DeliveryAttempt: Hashable, Sendable {
    /// What follows from it.
    package enum Result: Hashable, Sendable {
        case accepted
        /// Tried again at the moment.
        case retry(at: Instant)
        case failed
    }

    package let message: Int
    package let at: Instant
    package let result: Result
    /// A label of a closed list, such as `accepted` or `recipient-refused`.
    package let reason: String
    /// What the relay answered, or what went wrong.
    package let reply: String
    /// The relay's own reply, where it refused or deferred the message.
    package let said: String?

    /// The label of a mail that was accepted, and that a report of a later mail server said cannot be delivered.
    package static let bounced = "bounced"

    /// Whether it is such a report, and no attempt of ours.
    package var isBounce: Bool { reason == Self.bounced }

    package init(message: Int, at: Instant, result: Result, reason: String, reply: String, said: String? = nil) {
        self.message = message
        self.at = at
        self.result = result
        self.reason = reason
        self.reply = reply
        self.said = said
    }
}

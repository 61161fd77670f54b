package import Indicators

/// A mail that will not be delivered.
package struct FailedMessage: Hashable, Sendable {
    package let id: Int
    package let recipient: String
    package let subject: String
    package let at: Instant
    /// The label of the last outcome.
    package let reason: String
    /// What the relay answered, or what went wrong, in English.
    package let reply: String
    /// The relay's own reply, if it gave one.
    package let said: String?

    package init(
        id: Int,
        recipient: String,
        subject: String,
        at: Instant,
        reason: String,
        reply: String,
        said: String? = nil
    ) {
        self.id = id
        self.recipient = recipient
        self.subject = subject
        self.at = at
        self.reason = reason
        self.reply = reply
        self.said = said
    }

    /// The same with another subject.
    package func with(subject: String) -> FailedMessage {
        FailedMessage(
            id: id,
            recipient: recipient,
            subject: subject,
            at: at,
            reason: reason,
            reply: reply,
            said: said
        )
    }
}

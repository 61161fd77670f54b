package import Indicators

/// A mail that will not be delivered.
package struct FailedMessage: Hashable, Sendable {
    package let id: Int
    package let recipient: String
    package let subject: String
    package let at: Instant
    package let reason: String
    package let reply: String

    package init(id: Int, recipient: String, subject: String, at: Instant, reason: String, reply: String) {
        self.id = id
        self.recipient = recipient
        self.subject = subject
        self.at = at
        self.reason = reason
        self.reply = reply
    }
}

package import Indicators

/// Who was told what.
package struct LedgerEntry: Hashable, Sendable {
    package let message: MessageState
    package let recipient: String
    package let subject: String
    package let attempts: Int
    package let lastAttemptAt: Instant?
    package let nextAttemptAt: Instant?
    /// The last outcome's label.
    package let reason: String?
    package let reply: String?

    package init(
        message: MessageState,
        recipient: String,
        subject: String,
        attempts: Int,
        lastAttemptAt: Instant?,
        nextAttemptAt: Instant?,
        reason: String?,
        reply: String?
    ) {
        self.message = message
        self.recipient = recipient
        self.subject = subject
        self.attempts = attempts
        self.lastAttemptAt = lastAttemptAt
        self.nextAttemptAt = nextAttemptAt
        self.reason = reason
        self.reply = reply
    }
}

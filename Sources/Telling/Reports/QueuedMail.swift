package import Indicators

/// A mail that waits or failed.
package struct QueuedMail: Hashable, Sendable {
    package let id: Int
    /// Where it lies below the outbox.
    package let file: String
    package let isFailed: Bool
    package let recipient: String
    package let subject: String
    package let createdAt: Instant
    package let attempts: Int
    package let lastAttemptAt: Instant?
    package let nextAttemptAt: Instant?
    /// The label of the last outcome.
    package let reason: String?
    /// What the relay answered, or what went wrong.
    package let reply: String?

    package init(
        id: Int,
        file: String,
        isFailed: Bool,
        recipient: String,
        subject: String,
        createdAt: Instant,
        attempts: Int,
        lastAttemptAt: Instant?,
        nextAttemptAt: Instant?,
        reason: String?,
        reply: String?
    ) {
        self.id = id
        self.file = file
        self.isFailed = isFailed
        self.recipient = recipient
        self.subject = subject
        self.createdAt = createdAt
        self.attempts = attempts
        self.lastAttemptAt = lastAttemptAt
        self.nextAttemptAt = nextAttemptAt
        self.reason = reason
        self.reply = reply
    }
}

package import Indicators

/// A mail to one recipient, complete.
package struct NewMessage: Hashable, Sendable {
    /// What makes it one and the same message: a second one with this key is not kept.
    package let key: String
    package let subscription: String
    package let recipient: String
    package let sender: String
    package let subject: String
    /// The Message-ID, the same for every attempt.
    package let messageID: String
    /// The RFC 5322 message.
    package let bytes: [UInt8]
    package let createdAt: Instant
    /// The id of the mail that it follows up.
    package let parent: Int?

    package init(
        key: String,
        subscription: String,
        recipient: String,
        sender: String,
        subject: String,
        messageID: String,
        bytes: [UInt8],
        createdAt: Instant,
        parent: Int? = nil
    ) {
        self.parent = parent
        self.key = key
        self.subscription = subscription
        self.recipient = recipient
        self.sender = sender
        self.subject = subject
        self.messageID = messageID
        self.bytes = bytes
        self.createdAt = createdAt
    }
}

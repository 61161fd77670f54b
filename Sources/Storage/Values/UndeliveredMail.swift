package import Indicators

/// A mail that waits or failed, whole.
package struct UndeliveredMail: Hashable, Sendable {
    package let id: Int
    package let key: String
    package let subscription: String
    package let recipient: String
    package let subject: String
    package let bytes: [UInt8]
    package let createdAt: Instant

    package init(
        id: Int,
        key: String,
        subscription: String,
        recipient: String,
        subject: String,
        bytes: [UInt8],
        createdAt: Instant
    ) {
        self.id = id
        self.key = key
        self.subscription = subscription
        self.recipient = recipient
        self.subject = subject
        self.bytes = bytes
        self.createdAt = createdAt
    }
}

package import Indicators

/// A message to deliver now.
package struct ClaimedMessage: Hashable, Sendable {
    package let id: Int
    package let recipient: String
    package let sender: String
    package let subject: String
    /// With its angle brackets.
    package let messageID: String
    package let bytes: [UInt8]
    /// From when its lifetime counts: when it was made, or put in the queue again.
    package let createdAt: Instant
    /// 1 for the first attempt.
    package let attempt: Int

    /// In seconds: nobody plans an attempt further ahead than this.
    package static let longestDelay = 14_400

    package init(
        id: Int,
        recipient: String,
        sender: String,
        subject: String,
        messageID: String,
        bytes: [UInt8],
        createdAt: Instant,
        attempt: Int
    ) {
        self.id = id
        self.recipient = recipient
        self.sender = sender
        self.subject = subject
        self.messageID = messageID
        self.bytes = bytes
        self.createdAt = createdAt
        self.attempt = attempt
    }
}

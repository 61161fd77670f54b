package import Alerting
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

    package init(
        key: String,
        subscription: String,
        recipient: String,
        sender: String,
        subject: String,
        messageID: String,
        bytes: [UInt8],
        createdAt: Instant
    ) {
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

/// The end of one digest slot.
package struct DigestCommit: Sendable {
    package let subscription: String
    package let slot: DigestSlot
    package let message: NewMessage?
    /// The notices that the digest tells, as read.
    package let notices: [Notice]
    /// The failures that the digest tells, as read.
    package let failures: [FailedMessage]

    package init(
        subscription: String,
        slot: DigestSlot,
        message: NewMessage?,
        notices: [Notice],
        failures: [FailedMessage]
    ) {
        self.subscription = subscription
        self.slot = slot
        self.message = message
        self.notices = notices
        self.failures = failures
    }
}

/// A mail that is sent at once, with the notices that it tells.
package struct UrgentCommit: Sendable {
    package let subscription: String
    package let message: NewMessage
    /// The notices, as read.
    package let notices: [Notice]

    package init(subscription: String, message: NewMessage, notices: [Notice]) {
        self.subscription = subscription
        self.message = message
        self.notices = notices
    }
}

/// Where the file of a message lies, below the outbox.
package enum OutboxFolder: String, Sendable, CaseIterable, Hashable {
    case new
    case sent
    case failed
}

/// The state of a message.
package struct MessageState: Hashable, Sendable {
    package let id: Int
    package let key: String
    package let createdAt: Instant
    /// Where its file belongs.
    package let folder: OutboxFolder
    /// Whether an administrator gave it up: its file may be removed.
    package let isDropped: Bool

    package init(id: Int, key: String, createdAt: Instant, folder: OutboxFolder, isDropped: Bool = false) {
        self.id = id
        self.key = key
        self.createdAt = createdAt
        self.folder = folder
        self.isDropped = isDropped
    }
}

/// A message whose file is not where it belongs.
package struct MessageToPlace: Hashable, Sendable {
    package let state: MessageState
    /// Where the file lies as far as is known; `nil` where it has not been written.
    package let lies: OutboxFolder?
    package let bytes: [UInt8]

    package init(state: MessageState, lies: OutboxFolder?, bytes: [UInt8]) {
        self.state = state
        self.lies = lies
        self.bytes = bytes
    }
}

/// A message to deliver now.
package struct ClaimedMessage: Hashable, Sendable {
    package let id: Int
    package let recipient: String
    package let sender: String
    package let subject: String
    package let bytes: [UInt8]
    /// From when its lifetime counts: when it was made, or put in the queue again.
    package let createdAt: Instant
    /// 1 for the first attempt.
    package let attempt: Int

    package init(
        id: Int,
        recipient: String,
        sender: String,
        subject: String,
        bytes: [UInt8],
        createdAt: Instant,
        attempt: Int
    ) {
        self.id = id
        self.recipient = recipient
        self.sender = sender
        self.subject = subject
        self.bytes = bytes
        self.createdAt = createdAt
        self.attempt = attempt
    }
}

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

    package init(message: Int, at: Instant, result: Result, reason: String, reply: String, said: String? = nil) {
        self.message = message
        self.at = at
        self.result = result
        self.reason = reason
        self.reply = reply
        self.said = said
    }
}

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
}

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

/// The size of the outbox.
package struct OutboxCounts: Hashable, Sendable {
    package let waiting: Int
    /// Those that nobody has dropped.
    package let failed: Int
    /// When the oldest waiting message was made.
    package let oldestWaiting: Instant?

    package init(waiting: Int, failed: Int, oldestWaiting: Instant?) {
        self.waiting = waiting
        self.failed = failed
        self.oldestWaiting = oldestWaiting
    }
}

package import Alerting
package import Feeds
package import Indicators

/// A fault of the store.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process has the store open for writing.
    case inUse(path: String)
    /// The file is no store, or one of a later version.
    case notAStore(path: String, why: String)
    /// What was read has changed since; read and decide again.
    case stale
    /// The disk is full, or reading or writing failed. The process must end and start again from what is committed.
    case inputOutput(String)
    /// Anything else that the database answered.
    case failed(String)
}

/// One file on its way in.
package struct ImportHeader: Hashable, Sendable {
    /// The name for people; two files may share it.
    package let fileName: String
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let byteCount: Int
    package let at: Instant
    /// The name of the feed profile.
    package let profile: String?
    /// Whether rows with faults are set aside instead of refusing the file.
    package let setsFaultyRowsAside: Bool
    package let isDryRun: Bool

    package init(
        fileName: String,
        hash: String,
        byteCount: Int,
        at: Instant,
        profile: String? = nil,
        setsFaultyRowsAside: Bool = false,
        isDryRun: Bool = false
    ) {
        self.fileName = fileName
        self.hash = hash
        self.byteCount = byteCount
        self.at = at
        self.profile = profile
        self.setsFaultyRowsAside = setsFaultyRowsAside
        self.isDryRun = isDryRun
    }
}

/// An import that was taken in before.
package struct AcceptedImport: Hashable, Sendable {
    package let fileName: String
    package let at: Instant

    package init(fileName: String, at: Instant) {
        self.fileName = fileName
        self.at = at
    }
}

/// What became of the rows of one file.
package struct ImportResult: Hashable, Sendable {
    /// A value that replaced another one.
    package struct Revision: Hashable, Sendable {
        package let series: SeriesKey
        package let period: Period
        package let before: ExactDecimal
        package let after: ExactDecimal

        package init(series: SeriesKey, period: Period, before: ExactDecimal, after: ExactDecimal) {
            self.series = series
            self.period = period
            self.before = before
            self.after = after
        }
    }

    /// Whether anything was kept (or would have been, for a dry run).
    package var isAccepted = true
    /// The import that took in the same content before. Then no row was read, and nothing is kept.
    package var earlier: AcceptedImport?
    package var rows = 0
    package var taken = 0
    /// Periods whose value or particulars changed.
    package var revised = 0
    package var unchanged = 0
    /// The first hundred periods whose value changed.
    package var revisions: [Revision] = []
    /// How many rows were skipped, by reason, and the first lines.
    package var skipped: [IntakeReason: SkippedRows] = [:]
    /// The first hundred faults.
    package var faults: [RowFault] = []
    package var faultCount = 0

    package init() {}

    /// The result for content that was taken in before.
    package init(repeating earlier: AcceptedImport) {
        isAccepted = false
        self.earlier = earlier
    }

    /// Rows that were skipped for one reason.
    package struct SkippedRows: Hashable, Sendable {
        package var count = 0
        /// The first ten lines.
        package var lines: [Int] = []

        package init() {}
    }
}

/// A series that the configuration expects.
package struct ExpectedSeries: Hashable, Sendable {
    package let key: SeriesKey
    /// A hash over everything in the configuration that its judgement depends on.
    package let fingerprint: String

    package init(key: SeriesKey, fingerprint: String) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// A series to judge, with the mark that was on it when it was read.
package struct SeriesToJudge: Hashable, Sendable {
    package let key: SeriesKey
    package let mark: Int

    package init(key: SeriesKey, mark: Int) {
        self.key = key
        self.mark = mark
    }
}

/// The episodes of some series.
package struct EpisodeState: Hashable, Sendable {
    /// At most one for each alert.
    package var open: [AlertKey: Episode]
    /// How many episodes each alert has had.
    package var counts: [AlertKey: Int]

    package init(open: [AlertKey: Episode] = [:], counts: [AlertKey: Int] = [:]) {
        self.open = open
        self.counts = counts
    }
}

/// What one round of judging decided.
package struct Decisions: Sendable {
    /// A series as judged.
    package struct Judged: Hashable, Sendable {
        package let series: SeriesToJudge
        package let nextReview: Instant?

        package init(series: SeriesToJudge, nextReview: Instant?) {
            self.series = series
            self.nextReview = nextReview
        }
    }

    package var judged: [Judged] = []
    /// In the order in which they get their numbers.
    package var transitions: [Transition] = []
    /// Open episodes whose facts are newer, without a change to tell.
    package var refreshed: [Episode] = []
    package var notices: [Notice] = []
    /// Urgent messages; their notices count as told by them.
    package var messages: [NewMessage] = []

    package init() {}
}

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

    package init(id: Int, key: String, createdAt: Instant, folder: OutboxFolder) {
        self.id = id
        self.key = key
        self.createdAt = createdAt
        self.folder = folder
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
    /// A closed label: `accepted`, `recipient-refused`, `connection-refused` …
    package let reason: String
    /// What the relay answered, or what went wrong.
    package let reply: String

    package init(message: Int, at: Instant, result: Result, reason: String, reply: String) {
        self.message = message
        self.at = at
        self.result = result
        self.reason = reason
        self.reply = reply
    }
}

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
    package let failed: Int
    /// When the oldest waiting message was made.
    package let oldestWaiting: Instant?

    package init(waiting: Int, failed: Int, oldestWaiting: Instant?) {
        self.waiting = waiting
        self.failed = failed
        self.oldestWaiting = oldestWaiting
    }
}

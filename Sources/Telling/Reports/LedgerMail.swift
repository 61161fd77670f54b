package import Alerting
internal import Assessment
package import Indicators

/// A mail with all that is known of it.
package struct LedgerMail: Sendable {
    /// What had become of it; the words are those of `ledger --json`.
    package enum Standing: String, Sendable {
        case waiting
        case accepted
        case failed
        case dropped
    }

    /// One attempt to hand it over, or a report that it could not be delivered after all.
    package struct Attempt: Sendable {
        /// What followed.
        package enum Result: String, Sendable {
            case accepted
            case retried
            case failed
            case bounced
        }

        package let at: Instant
        package let result: Result
        /// The label of the outcome.
        package let reason: String
        /// What the relay answered, or what went wrong.
        package let reply: String
        /// When it was to be tried again.
        package let nextAt: Instant?

        package init(at: Instant, result: Result, reason: String, reply: String, nextAt: Instant?) {
            self.at = at
            self.result = result
            self.reason = reason
            self.reply = reply
            self.nextAt = nextAt
        }
    }

    /// What somebody decided about it.
    package struct Order: Sendable {
        package let at: Instant
        package let verb: String
        package let by: String
        package let why: String

        package init(at: Instant, verb: String, by: String, why: String) {
            self.at = at
            self.verb = verb
            self.by = by
            self.why = why
        }
    }

    package let id: Int
    package let messageID: String
    /// Where its file lies below the outbox.
    package let file: String
    package let subscription: String
    package let recipient: String
    package let subject: String
    package let createdAt: Instant
    package let standing: Standing
    package let attempts: [Attempt]
    package let orders: [Order]
    /// The changes that it told, with the facts as they were then.
    package let told: [AlertEvent]
    /// How many there are of them: more than stand here where it told very many.
    package let toldCount: Int
    /// The mail whose place it took.
    package let replaces: Int?

    package init(
        id: Int,
        messageID: String,
        file: String,
        subscription: String,
        recipient: String,
        subject: String,
        createdAt: Instant,
        standing: Standing,
        attempts: [Attempt],
        orders: [Order],
        told: [AlertEvent],
        toldCount: Int? = nil,
        replaces: Int?
    ) {
        self.toldCount = toldCount ?? told.count
        self.id = id
        self.messageID = messageID
        self.file = file
        self.subscription = subscription
        self.recipient = recipient
        self.subject = subject
        self.createdAt = createdAt
        self.standing = standing
        self.attempts = attempts
        self.orders = orders
        self.told = told
        self.replaces = replaces
    }

    /// What may be told of a subject.
    ///
    /// It says what might be told then: where something of that may not be told now, it is left out.
    ///
    /// - Parameters:
    ///   - subject: the subject as it was sent.
    ///   - told: all that the mail told, whatever is asked for.
    ///   - disclosure: what may be told.
    /// - Returns: the subject, or nothing.
    package static func subject(_ subject: String, telling told: [AlertEvent], by disclosure: Disclosure) -> String {
        told.contains { $0.told(by: disclosure).facts.isHidden } ? "" : subject
    }

    /// How many changes it told beside those that stand here.
    var untold: Int { max(0, toldCount - told.count) }

    /// The mail as it may be told.
    func told(by disclosure: Disclosure) -> LedgerMail {
        LedgerMail(
            id: id,
            messageID: messageID,
            file: file,
            subscription: subscription,
            recipient: recipient,
            subject: Self.subject(subject, telling: told, by: disclosure),
            createdAt: createdAt,
            standing: standing,
            attempts: attempts,
            orders: orders,
            told: told.map { $0.told(by: disclosure) },
            toldCount: toldCount,
            replaces: replaces
        )
    }
}

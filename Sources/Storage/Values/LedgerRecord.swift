package import Alerting
package import Indicators

/// One mail with all that is known of it: what it told, every attempt to deliver it, and what was ordered.
package struct LedgerRecord: Hashable, Sendable {
    /// What had become of a mail.
    package enum Standing: String, Hashable, Sendable {
        case waiting
        case accepted
        case failed
        case dropped
    }

    package let message: MessageState
    /// With its angle brackets.
    package let messageID: String
    package let subscription: String
    package let recipient: String
    package let subject: String
    /// In the order in which they were noted.
    package private(set) var attempts: [DeliveryAttempt]
    /// In the order in which they were given.
    package private(set) var orders: [QueueOrder]
    /// The changes that it told, with the facts as they were then, in the order of the alert log; the first of them where
    /// they are more than were asked for.
    package let told: [AlertEvent]
    /// How many there are of them.
    package let toldCount: Int
    /// The indicators of all that it told, where that is more than stands here; else none.
    package let toldIndicators: Set<IndicatorID>
    /// The mail whose place it took, since the address was mended.
    package let replaces: Int?
    package let standing: Standing

    package init(
        message: MessageState,
        messageID: String,
        subscription: String,
        recipient: String,
        subject: String,
        attempts: [DeliveryAttempt],
        orders: [QueueOrder],
        told: [AlertEvent],
        toldCount: Int? = nil,
        toldIndicators: Set<IndicatorID> = [],
        replaces: Int? = nil
    ) {
        self.toldCount = toldCount ?? told.count
        self.toldIndicators = toldIndicators
        self.message = message
        self.messageID = messageID
        self.subscription = subscription
        self.recipient = recipient
        self.subject = subject
        self.attempts = attempts
        self.orders = orders
        self.told = told
        self.replaces = replaces
        standing =
            switch message.folder {
            case .new: .waiting
            case .sent: .accepted
            case .failed: message.isDropped ? .dropped : .failed
            }
    }

    private init(_ record: LedgerRecord, asOf moment: Instant) {
        message = record.message
        messageID = record.messageID
        subscription = record.subscription
        recipient = record.recipient
        subject = record.subject
        told = record.told
        toldCount = record.toldCount
        toldIndicators = record.toldIndicators
        replaces = record.replaces
        attempts = record.attempts.filter { $0.at <= moment }
        orders = record.orders.filter { $0.at <= moment }
        standing = Self.standing(attempts, orders)
    }

    /// The record as it stood at a moment; `nil` where the mail had not been made.
    package func asOf(_ moment: Instant) -> LedgerRecord? {
        message.createdAt > moment ? nil : LedgerRecord(self, asOf: moment)
    }

    private enum Step {
        case attempt(DeliveryAttempt)
        case order(QueueOrder)

        var at: Instant {
            switch self {
            case .attempt(let attempt): attempt.at
            case .order(let order): order.at
            }
        }
    }

    /// What follows from attempts and orders, as the store draws it while they come.
    private static func standing(_ attempts: [DeliveryAttempt], _ orders: [QueueOrder]) -> Standing {
        let steps = attempts.map(Step.attempt) + orders.map(Step.order)
        let inOrder = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return inOrder.reduce(.waiting) { standing, step in
            switch step.element {
            case .attempt(let attempt): after(attempt, standing)
            case .order(let order): standing == .accepted ? .accepted : order.verb == .retry ? .waiting : .dropped
            }
        }
    }

    private static func after(_ attempt: DeliveryAttempt, _ standing: Standing) -> Standing {
        if attempt.isBounce { return standing == .dropped ? .dropped : .failed }
        return switch attempt.result {
        case .accepted: .accepted
        case .retry: standing
        case .failed: standing == .waiting ? .failed : standing
        }
    }
}

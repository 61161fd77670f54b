internal import Alerting
internal import Assessment
internal import Feeds
internal import Indicators
internal import Storage

/// What a store in memory keeps.
struct Memory: Sendable {
    /// A file that was taken in, or refused for a reason.
    struct Import: Sendable {
        let header: ImportHeader
        let refusal: IntakeReason?
        /// The place of the import of the same content before.
        var repeats: Int?
        var tally = IntakeTally()
        var undoneBy: Withdrawal?
        var effects: ImportEffects?
    }

    /// One revision of the value of a period.
    struct Value: Sendable {
        let observation: Observation
        let revision: Int
        /// The place of its import among all.
        let imported: Int
        let line: Int
        /// The order by which it stands here.
        var withdrawal: Withdrawal?
        /// The older revision that holds again.
        var restores: Int?
        /// The orders that took it back.
        var takenBack: [TakenBack] = []

        var holds: Bool { withdrawal == nil || restores != nil }
        var origin: Int? { withdrawal == nil ? revision : restores }
    }

    struct TakenBack: Sendable {
        let order: Withdrawal
        /// The place of the import that gave the order.
        let imported: Int?
    }

    struct Series: Sendable {
        /// From 0, in the order in which the series were met.
        let number: Int
        var mark = 0
        var judgedMark = 0
        /// The import that marked it last.
        var markedBy: Int?
        var nextReview: Instant?
        /// As of which moment it was judged.
        var judgedAt: Instant?
        var light: Light?
        /// Whether its definition was edited, and whether values waited then that had not been judged.
        var isEdited = false
        var hadNews = false
        /// The revisions of each period, oldest first.
        var values: [Period: [Value]] = [:]
    }

    /// A numbered change, with the episode as it was after it.
    struct Event: Sendable {
        let seq: Int
        let transition: Transition
    }

    /// Newer facts of an open episode, behind the last event by then.
    struct Refresh: Sendable {
        let at: Instant
        let lastEvent: Int
        let episode: Episode
    }

    struct Notification: Sendable {
        let event: Int
        let subscription: String
        let isUrgent: Bool
        var isTold: Bool
        /// The id of the mail that told it.
        var message: Int?
        /// When the mail that told it was made.
        var toldAt: Instant?
        /// What that mail said, where it is not what the change says itself.
        var facts: FindingFacts?
    }

    struct Message: Sendable {
        let id: Int
        var content: NewMessage
        var folder = OutboxFolder.new
        var lies: OutboxFolder?
        var attempts = 0
        /// The attempt that led to where it is, with its number among those of all messages.
        var lastAttempt: (number: Int, attempt: DeliveryAttempt)?
        var nextAttemptAt: Instant?
        var leaseUntil: Instant?
        var isDropped = false
        var requeuedAt: Instant?
        /// The id of the mail whose place it took.
        var replaces: Int?
        /// Whether its bytes are kept no longer.
        var isForgotten = false

        /// Whether it was delivered, and lies where it should.
        var isDelivered: Bool { folder == .sent && lies == .sent }
    }

    struct Subscription: Sendable {
        var lastSlot: DigestSlot
        /// The number of attempts that had been made when it began.
        let sinceAttempt: Int
        var toldFailures: Set<Int> = []
        var hours: String?
    }

    /// What the configuration said of an indicator last.
    struct Definition: Sendable {
        /// The fingerprints of all expected series of the indicator.
        var fingerprint: String
        var terms: JudgementTerms?
        var isOpening = true
        var isAway = false
        /// The edit that has not been dealt with.
        var edit: JudgementEdit.Cause?
        var termsBefore: JudgementTerms?
    }

    /// A series and a period.
    struct Place: Hashable, Sendable {
        let series: SeriesKey
        let period: Period
    }

    /// A row as the deliveries of its feed have it.
    struct FeedRow: Sendable {
        var scope: Int
        var imported: Int
    }

    /// A row that was missing in a delivery.
    struct Vanished: Sendable {
        let place: Place
        let imported: Int
        let at: Instant
        var clearedAt: Instant?
    }

    var feedRows: [String: [Place: FeedRow]] = [:]
    var disclosures: [DisclosureNote] = []
    var silences: [Silence] = []
    var vanished: [Vanished] = []
    var imports: [Import] = []
    /// When each order to take something back was given.
    var orderMoments: [Instant] = []
    var series: [SeriesKey: Series] = [:]
    /// The fingerprints of the expected series.
    var expectations: [SeriesKey: String] = [:]
    var definitions: [IndicatorID: Definition] = [:]
    /// In the order in which they were opened.
    var episodes: [Episode] = []
    /// The places of the open ones.
    var open: [AlertKey: Int] = [:]
    var events: [Event] = []
    var refreshes: [Refresh] = []
    var notifications: [Notification] = []
    /// The message with id 1 first.
    var messages: [Message] = []
    var orders: [QueueOrder] = []
    /// Every attempt of every message, in the order in which they were noted.
    var attempts: [DeliveryAttempt] = []
    var troubles: [String: RelayTrouble] = [:]
    var recoveries: [String: Instant] = [:]
    var subscriptions: [String: Subscription] = [:]
    var followed = FollowedIndicators()
    var attemptCount = 0
    /// How often anything was changed.
    var changes: Int64 = 0

    /// Clears what has vanished and is there again or taken back; gives how many that were.
    @discardableResult
    mutating func clear(at moment: Instant, _ isMeant: (Vanished) -> Bool) -> Int {
        let places = vanished.indices.filter { vanished[$0].clearedAt == nil && isMeant(vanished[$0]) }
        for place in places { vanished[place].clearedAt = moment }
        return places.count
    }

    /// Makes the series exist, and changes it.
    mutating func change(_ key: SeriesKey, _ body: (inout Series) -> Void) {
        let number = series.count
        body(&series[key, default: Series(number: number)])
    }
}

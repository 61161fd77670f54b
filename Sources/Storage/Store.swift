package import Alerting
package import Feeds
package import Indicators

/// What Peilwacht remembers.
///
/// Each method is one whole transaction, named for what it keeps true; when it returns, the change is on disk. Several
/// daemons may one day work on one store: nothing above may assume that it is the only one.
///
/// Every method throws ``StoreError``, and `CancellationError` where its task is cancelled; then nothing is kept.
package protocol Store: Sendable {
    // MARK: Taking in

    /// The import in which the same content was taken in before; `nil` for new content. Refused files do not count.
    func acceptedImport(hash: String) async throws -> AcceptedImport?

    /// Takes in one file: all of it or nothing.
    ///
    /// Pulls the rows one by one within the transaction. A row for a period that has the same value changes nothing; one
    /// with another value becomes a revision and the older one stays readable. So does one with the same value but another
    /// status, interval, sample size, source, reference date or note; where the row is silent about one of the latter
    /// five, what was known of it stays. Another report of a milestone, of its status or the day on which it is expected,
    /// counts as another value. Every series with a new value or a revision is marked to be judged, and so is every
    /// series derived from it, directly or through others.
    ///
    /// Nothing is kept of a dry run, of a file with the same content as an accepted one, or where there are faults and
    /// the profile does not set faulty rows aside. Two rows that give one series and period different values or reports
    /// are a fault (`conflicting-rows`), equal ones are skipped (`duplicate-in-file`). Where faulty rows are set aside,
    /// that is the later of the two.
    ///
    /// - Parameters:
    ///   - header: the file.
    ///   - rows: gives the next outcome of reading the file; `nil` at its end. What it throws is thrown on, and nothing
    ///     is kept.
    ///   - dependants: the derived series to judge when this one changes.
    /// - Returns: what became of the rows, also where nothing is kept.
    /// - Throws: ``StoreError``, or what `rows` throws.
    func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> ImportResult

    /// Keeps that a file was refused, for the ledger.
    func record(refusal header: ImportHeader, reason: IntakeReason) async throws

    // MARK: Judging

    /// Makes the series of the configuration exist, and marks those whose definition has changed to be judged.
    ///
    /// Series that the configuration no longer expects stay, and are marked once, so that their episodes can end. The
    /// same configuration again writes nothing.
    ///
    /// - Parameters:
    ///   - expected: every series that the configuration expects, and the fingerprint of its definition. Series of the
    ///     same indicators for other areas and breakdowns follow the fingerprint of their indicator.
    ///   - now: when the configuration came into force.
    /// - Throws: ``StoreError``.
    func adopt(expected: [ExpectedSeries], at now: Instant) async throws

    /// The series that must be judged: marked ones and those whose time of review has come. The cost follows their
    /// number, not the number of series.
    func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge]

    /// Every series, for showing.
    func allSeries() async throws -> [SeriesKey]

    /// The current observations of the series, in the order asked; an unknown series has an empty history.
    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory]

    /// Every revision of one period of one series, oldest first.
    func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation]

    /// The open episodes of these series, and for each alert how many episodes there have been.
    func episodes(of series: [SeriesKey]) async throws -> EpisodeState

    /// All open episodes, ordered by alert.
    func openEpisodes() async throws -> [Episode]

    /// The open episodes of every series of one indicator, ordered by alert.
    func openEpisodes(of indicator: IndicatorID) async throws -> [Episode]

    /// Open and closed episodes, the latest opened first.
    func allEpisodes(limit: Int) async throws -> [Episode]

    /// The subscriptions that have a notice of the episodes, told or waiting, by episode id.
    func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>]

    /// The commit point: transitions with their places in the alert log, refreshed facts, notices, and the series as
    /// judged, in one transaction.
    ///
    /// A series that was marked again since it was read stays marked. Throws ``StoreError/stale`` where an episode is no
    /// longer as it was when the decision was taken (opened while one is open or with another number than the next,
    /// changed or refreshed while it is not open); then nothing is kept and the caller decides again. Each notice tells
    /// of one of the transitions.
    func commit(decisions: Decisions) async throws

    // MARK: Digests

    /// The latest slot that was dealt with; `nil` for a subscription that has not been seen.
    func lastSlot(of subscription: String) async throws -> DigestSlot?

    /// Notes the slot from which a new subscription is owed digests. Keeps what is there.
    func begin(subscription: String, after slot: DigestSlot) async throws

    /// The notices that wait for the digest of the subscription, in the order in which they happened.
    func waitingNotices(of subscription: String) async throws -> [Notice]

    /// The mails that were permanently refused or given up since the subscription began, and have not been told of to it.
    func untoldFailures(for subscription: String) async throws -> [FailedMessage]

    /// The notices that have to be told at once and have not been, of every subscription, in the order in which they
    /// happened. The cost follows their number.
    func waitingUrgentNotices() async throws -> [Notice]

    /// Keeps the mail of some urgent notices, which then count as told by it. Notices that were told meanwhile stay told by
    /// the mail that told them; where all were, no mail is made.
    func commit(urgent: UrgentCommit) async throws

    /// Closes a slot: the digest's message (`nil` where there was nothing to tell), its notices told, its failures told.
    /// Does nothing where the slot or a later one is closed already.
    func commit(digest: DigestCommit) async throws

    // MARK: Alert log and outbox

    /// The number of the last event; 0 without one.
    func lastEventNumber() async throws -> Int

    /// The events after a number, in order.
    func events(after seq: Int, limit: Int) async throws -> [AlertEvent]

    /// The messages whose file is not yet where their state says, oldest first.
    func messagesToPlace(limit: Int) async throws -> [MessageToPlace]

    /// Every message, without its bytes, for making the outbox whole again after a start; pages by id.
    func messages(after id: Int, limit: Int) async throws -> [MessageState]

    /// The bytes of one message; `nil` where there is no such message.
    func bytes(ofMessage id: Int) async throws -> [UInt8]?

    /// Notes that the file of a message lies where its state says.
    func placed(message id: Int, in folder: OutboxFolder) async throws

    /// Takes the messages whose next attempt is due, oldest attempt first, and keeps them from other claimants until the
    /// lease ends.
    func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage]

    /// Notes the outcome of an attempt.
    ///
    /// What was accepted stays sent, whatever a claimant notes that comes after the end of its lease.
    func record(attempt: DeliveryAttempt) async throws

    /// Who was told what and when, and what the relay answered, newest first.
    func ledger(limit: Int) async throws -> [LedgerEntry]

    /// How many messages wait, and how many failed for good.
    func outboxCounts() async throws -> OutboxCounts
}

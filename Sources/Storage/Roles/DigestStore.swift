package import Alerting
package import Indicators

/// The store as digests need it: who has still to be told of what.
package protocol DigestStore: Sendable {
    /// The latest slot that was dealt with; `nil` for a subscription that has not been seen.
    func lastSlot(of subscription: String) async throws -> DigestSlot?

    /// Notes the slot from which a new subscription is owed digests. Keeps what is there.
    func begin(subscription: String, after slot: DigestSlot) async throws

    /// Notes that no slot later than this one was dealt with: a clock that ran ahead had closed one.
    func setBack(subscription: String, to slot: DigestSlot) async throws

    /// The hours that every subscription was last seen with; those that were never seen are left out.
    func digestHours() async throws -> [DigestHours]

    /// Notes the hours of subscriptions, and from which slot on each is owed digests.
    func note(hours: [DigestHours]) async throws

    /// The notices that wait for the digest of the subscription, in the order in which they happened, each with the
    /// number of its event. Progress is called now and then, since many can wait.
    func waitingNotices(of subscription: String, progress: @escaping @Sendable () -> Void) async throws -> [Notice]

    /// The same notices, by what they are about; the cost follows their number, and not what they tell.
    func waitingNames(of subscription: String) async throws -> [WaitingNotice]

    /// How the alerts of these notices stood.
    func outlines(of notices: [WaitingNotice]) async throws -> [Int: AlertOutline]

    /// Some of the notices that wait for a subscription, in full, in the order in which they happened.
    func waitingNotices(of subscription: String, events: Set<Int>) async throws -> [Notice]

    /// Whether an episode of these indicators may be open of which nothing waits for any of the subscriptions.
    func mayHaveOpenEpisodes(
        of indicators: Set<IndicatorID>,
        notWaitingFor subscriptions: [String]
    ) async throws
        -> Bool

    /// The mails that were permanently refused or given up since the subscription began, are not dropped, and have not been
    /// told of to it.
    func untoldFailures(for subscription: String) async throws -> [FailedMessage]

    /// What a mail told, with the facts as they were then; nothing where it told of no alert, or there is no such mail.
    func told(inMail id: Int) async throws -> [AlertEvent]

    /// The alerts as the last mail of the subscription that told a change of them says they stand; an alert that no mail told
    /// of is left out.
    func lastTold(of alerts: [AlertKey], to subscription: String) async throws -> [AlertKey: ToldBefore.Alert]

    /// The notices that have to be told at once and have not been, of every subscription, in the order in which they
    /// happened. The cost follows their number.
    func waitingUrgentNotices(progress: @escaping @Sendable () -> Void) async throws -> [Notice]

    /// Keeps the mail of some notices, which then count as told by it. Notices that were told meanwhile stay told by the mail
    /// that told them; where all were, no mail is made.
    func commit(urgent: UrgentCommit) async throws

    /// Who knows of which indicators that they are watched.
    func followedIndicators() async throws -> FollowedIndicators

    /// Notes that recipients, by address, knew of these indicators before this version met the store.
    func adopt(followed: [String: Set<IndicatorID>]) async throws

    /// Keeps the mail about an opening state: its notices and what else it tells count as told by it, and the recipient
    /// follows the indicators from then on. Where it did already, and nothing was left to tell, no mail is made.
    func commit(opening: OpeningCommit) async throws

    /// The thread of the last mails to a recipient that told of these episodes; `nil` where one of them was not told, or
    /// they are of several threads. Mails that failed are left out.
    func thread(of episodes: [String], to recipient: String) async throws -> MailThread?

    /// The thread of the last digest of a subscription to a recipient that did not fail.
    func thread(ofDigestsOf subscription: String, to recipient: String) async throws -> MailThread?

    /// Closes a slot: the digest's message (`nil` where there was nothing to tell), its notices told, its failures told.
    /// Does nothing where the slot or a later one is closed already.
    func commit(digest: DigestCommit) async throws
}

extension DigestStore {
    /// The notices that wait for the digest of the subscription.
    package func waitingNotices(of subscription: String) async throws -> [Notice] {
        try await waitingNotices(of: subscription, progress: {})
    }

    // What a store can do no better than by its notices.

    package func waitingNames(of subscription: String) async throws -> [WaitingNotice] {
        try await waitingNotices(of: subscription).compactMap(WaitingNotice.init)
    }

    package func outlines(of notices: [WaitingNotice]) async throws -> [Int: AlertOutline] {
        var found: [Int: AlertOutline] = [:]
        for (subscription, own) in Dictionary(grouping: notices, by: \.subscription) {
            for notice in try await waitingNotices(of: subscription, events: Set(own.map(\.event))) {
                guard let event = notice.event else { continue }
                found[event] = AlertOutline(notice.episode.facts, isClosed: notice.episode.closedAt != nil)
            }
        }
        return found
    }

    package func waitingNotices(of subscription: String, events: Set<Int>) async throws -> [Notice] {
        try await waitingNotices(of: subscription).filter { $0.event.map(events.contains) ?? false }
    }

    package func mayHaveOpenEpisodes(
        of indicators: Set<IndicatorID>,
        notWaitingFor subscriptions: [String]
    ) async throws -> Bool { !indicators.isEmpty }

    /// The notices that have to be told at once and have not been.
    package func waitingUrgentNotices() async throws -> [Notice] { try await waitingUrgentNotices(progress: {}) }
}

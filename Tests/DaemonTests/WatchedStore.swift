import Alerting
import Indicators
import Storage
import StoreSupport
import Synchronization

/// A store in memory that shows what is asked of it, and can be made to fail.
final class WatchedStore: JudgingStore, DigestStore, HandlingStore {
    struct State: Sendable {
        /// The largest number of series that is given at once.
        var batch = Int.max
        /// So many of the next decisions are refused as stale.
        var staleCommits = 0
        /// What happens before the next decision is kept.
        var beforeCommit: (@Sendable () async throws -> Void)?
        /// Whether the next mails are not kept.
        var losesMails = false
        /// The series of which episodes were asked.
        var episodesAsked: [SeriesKey] = []
        /// The series of which values were asked.
        var historiesAsked: [SeriesKey] = []
        /// How many episodes were given.
        var episodesGiven = 0
        var commits = 0
        /// The mails as composed, kept or not.
        var urgent: [NewMessage] = []
    }

    let memory = InMemoryStore()
    let state = Mutex(State())

    func adopt(expected: [ExpectedSeries], at now: Instant) async throws {
        try await memory.adopt(expected: expected, at: now)
    }

    func openingIndicators() async throws -> Set<IndicatorID> { try await memory.openingIndicators() }

    func endOpening(of indicators: Set<IndicatorID>) async throws { try await memory.endOpening(of: indicators) }

    func editedSeries(limit: Int) async throws -> [EditedSeries] { try await memory.editedSeries(limit: limit) }

    func definitionEdits() async throws -> [IndicatorID: EpisodeChanges.DefinitionEdit] {
        try await memory.definitionEdits()
    }

    func endEdits() async throws { try await memory.endEdits() }

    func restingEpisodes(of series: [SeriesKey]) async throws -> [AlertKey: Episode] {
        try await memory.restingEpisodes(of: series)
    }

    func episodes(asOf moment: Instant) async throws -> [Episode] { try await memory.episodes(asOf: moment) }

    func hasDecided(after moment: Instant) async throws -> Bool { try await memory.hasDecided(after: moment) }

    func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge] {
        try await memory.seriesToJudge(at: now, limit: min(limit, state.withLock { $0.batch }))
    }

    func allSeries() async throws -> [SeriesKey] { try await memory.allSeries() }
    func series(of part: SeriesPart, after mark: SeriesKey?, limit: Int) async throws -> [SeriesKey] {
        try await memory.series(of: part, after: mark, limit: limit)
    }

    func silences(isAll: Bool) async throws -> [Silence] { try await memory.silences(isAll: isAll) }

    func resumeSilences(endedAhead now: Instant) async throws -> Int {
        try await memory.resumeSilences(endedAhead: now)
    }

    func handledEpisodes() async throws -> [Episode] { try await memory.handledEpisodes() }

    func firstTold(of episodes: [String]) async throws -> [String: [String: FirstTold]] {
        try await memory.firstTold(of: episodes)
    }

    func series(ofFeeds feeds: Set<String>) async throws -> Set<SeriesKey> { try await memory.series(ofFeeds: feeds) }

    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] {
        state.withLock { $0.historiesAsked += series }
        return try await memory.histories(of: series)
    }

    func histories(of series: [SeriesKey], recordedBy moment: Instant) async throws -> [SeriesHistory] {
        state.withLock { $0.historiesAsked += series }
        return try await memory.histories(of: series, recordedBy: moment)
    }

    func recordings(after start: Instant, through end: Instant) async throws -> [Recordings] {
        try await memory.recordings(after: start, through: end)
    }

    func vanished(at moment: Instant?) async throws -> [SeriesKey: [Period]] { try await memory.vanished(at: moment) }

    func recorded(after moment: Instant) async throws -> RecordedSince { try await memory.recorded(after: moment) }

    func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation] {
        try await memory.revisions(of: series, period: period)
    }

    func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        state.withLock { $0.episodesAsked += series }
        let episodes = try await memory.episodes(of: series)
        state.withLock { $0.episodesGiven += episodes.open.count }
        return episodes
    }

    func endedEpisodes(of series: [SeriesKey]) async throws -> [EndedEpisode] {
        try await memory.endedEpisodes(of: series)
    }

    func openEpisodes(progress: @escaping @Sendable () -> Void) async throws -> [Episode] {
        let episodes = try await memory.openEpisodes(progress: progress)
        state.withLock { $0.episodesGiven += episodes.count }
        return episodes
    }

    func openParts(of wholes: [AlertKey]) async throws -> [Episode] {
        let parts = try await memory.openParts(of: wholes)
        state.withLock { $0.episodesGiven += parts.count }
        return parts
    }

    func episodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        try await memory.episodes(after: mark, limit: limit)
    }

    func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>] {
        try await memory.toldSubscriptions(of: episodes)
    }

    @discardableResult
    func commit(decisions: Decisions) async throws -> [Notice] {
        let hook = state.withLock { state in
            let hook = state.beforeCommit
            state.beforeCommit = nil
            return hook
        }
        try await hook?()
        let isStale = state.withLock { state in
            state.commits += 1
            guard state.staleCommits > 0 else { return false }
            state.staleCommits -= 1
            return true
        }
        if isStale { throw StoreError.stale }
        return try await memory.commit(decisions: decisions)
    }
}

// MARK: As the rounds of mail need it
extension WatchedStore {
    func setBack(subscription: String, to slot: DigestSlot) async throws {
        try await memory.setBack(subscription: subscription, to: slot)
    }

    func lastSlot(of subscription: String) async throws -> DigestSlot? {
        try await memory.lastSlot(of: subscription)
    }

    func begin(subscription: String, after slot: DigestSlot) async throws {
        try await memory.begin(subscription: subscription, after: slot)
    }

    func digestHours() async throws -> [DigestHours] { try await memory.digestHours() }

    func note(hours: [DigestHours]) async throws { try await memory.note(hours: hours) }

    func waitingNotices(
        of subscription: String,
        progress: @escaping @Sendable () -> Void
    ) async throws -> [Notice] {
        try await memory.waitingNotices(of: subscription, progress: progress)
    }

    func untoldFailures(for subscription: String) async throws -> [FailedMessage] {
        try await memory.untoldFailures(for: subscription)
    }

    func lastTold(of alerts: [AlertKey], to subscription: String) async throws -> [AlertKey: ToldBefore.Alert] {
        try await memory.lastTold(of: alerts, to: subscription)
    }

    func told(inMail id: Int) async throws -> [AlertEvent] { try await memory.told(inMail: id) }

    func waitingUrgentNotices(progress: @escaping @Sendable () -> Void) async throws -> [Notice] {
        try await memory.waitingUrgentNotices(progress: progress)
    }

    func commit(urgent: UrgentCommit) async throws {
        let isLost = state.withLock { state in
            if let message = urgent.message { state.urgent.append(message) }
            return state.losesMails
        }
        if isLost { throw StoreError.inputOutput("the disk is gone") }
        try await memory.commit(urgent: urgent)
    }

    func followedIndicators() async throws -> FollowedIndicators { try await memory.followedIndicators() }

    func adopt(followed: [String: Set<IndicatorID>]) async throws { try await memory.adopt(followed: followed) }

    func commit(opening: OpeningCommit) async throws { try await memory.commit(opening: opening) }

    func commit(digest: DigestCommit) async throws { try await memory.commit(digest: digest) }

    func thread(of episodes: [String], to recipient: String) async throws -> MailThread? {
        try await memory.thread(of: episodes, to: recipient)
    }

    func thread(ofDigestsOf subscription: String, to recipient: String) async throws -> MailThread? {
        try await memory.thread(ofDigestsOf: subscription, to: recipient)
    }
}

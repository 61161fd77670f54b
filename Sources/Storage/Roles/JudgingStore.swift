package import Alerting
package import Indicators

/// The store as judging needs it: what has to be judged, what is known of it, and what was decided.
package protocol JudgingStore: HistoryStore {
    /// Makes the series of the configuration exist, and marks those whose definition has changed to be judged.
    ///
    /// Series that the configuration no longer expects stay, and are marked once, so that their episodes can rest. The
    /// same configuration again writes nothing. An indicator that was never there comes under watch: its opening lasts
    /// until ``endOpening(of:)``. Of one that was there before it is kept what the edit changed, until ``endEdits()``.
    ///
    /// - Parameters:
    ///   - expected: every series that the configuration expects, and the fingerprint of its definition. Series of the
    ///     same indicators for other areas and breakdowns follow the fingerprint of their indicator.
    ///   - now: when the configuration came into force.
    /// - Throws: ``StoreError``.
    func adopt(expected: [ExpectedSeries], at now: Instant) async throws

    /// The indicators that come under watch: what deviates there is their opening state.
    func openingIndicators() async throws -> Set<IndicatorID>

    /// Notes that the indicators are under watch from now on: what deviates there later is news.
    func endOpening(of indicators: Set<IndicatorID>) async throws

    /// The series whose definition was edited, and of which it has not been decided what that changes.
    func editedSeries(limit: Int) async throws -> [EditedSeries]

    /// What the edits that have not been dealt with changed, by indicator.
    func definitionEdits() async throws -> [IndicatorID: EpisodeChanges.DefinitionEdit]

    /// Notes that the edits have been dealt with; those of which series are left are kept.
    func endEdits() async throws

    /// The last episode of each alert on these series, where an edit of the configuration had ended it.
    func restingEpisodes(of series: [SeriesKey]) async throws -> [AlertKey: Episode]

    /// The series that must be judged: marked ones, those whose time of review has come, and those that were judged as of
    /// a later moment, by a clock that ran ahead. The cost follows their number, not the number of series.
    func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge]

    /// Every series, for showing.
    func allSeries() async throws -> [SeriesKey]

    /// The series of a part, in the order of their keys, after one of them: the cost follows their number, whatever else
    /// there is.
    func series(of part: SeriesPart, after mark: SeriesKey?, limit: Int) async throws -> [SeriesKey]

    /// The series of which deliveries of these feeds brought rows.
    func series(ofFeeds feeds: Set<String>) async throws -> Set<SeriesKey>

    /// The current observations of the series, in the order asked; an unknown series has an empty history.
    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory]

    /// The periods of each series that have vanished from the deliveries of their feed, as it stands or stood at a moment.
    func vanished(at moment: Instant?) async throws -> [SeriesKey: [Period]]

    /// What was recorded after a moment, and whether anything had been by then.
    func recorded(after moment: Instant) async throws -> RecordedSince

    /// Every revision of one period of one series, oldest first.
    func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation]

    /// The open episodes of these series, and for each alert how many episodes there have been.
    func episodes(of series: [SeriesKey]) async throws -> EpisodeState

    /// The episodes of these series that have ended and do not rest, but for those that were put right last.
    func endedEpisodes(of series: [SeriesKey]) async throws -> [EndedEpisode]

    /// All open episodes, ordered by alert. Progress is called now and then, since there can be many.
    func openEpisodes(progress: @escaping @Sendable () -> Void) async throws -> [Episode]

    /// The open episodes of the same rules whose series are part of the series of these alerts, ordered by alert. The cost
    /// follows the number of series that are.
    func openParts(of wholes: [AlertKey]) async throws -> [Episode]

    /// Open and closed episodes, the latest opened first; pages by the mark of the page before.
    func episodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage

    /// The episodes that had been opened by a moment, as they stood then, ordered by alert and number.
    func episodes(asOf moment: Instant) async throws -> [Episode]

    /// Those of these series.
    func episodes(of series: [SeriesKey], asOf moment: Instant) async throws -> [Episode]

    /// Whether anything was decided after a moment: of an episode, or that a mail be sent.
    func hasDecided(after moment: Instant) async throws -> Bool

    /// The subscriptions that have a notice of the episodes, told or waiting, by episode id.
    func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>]

    /// The commit point: transitions with their places in the alert log, refreshed facts, notices, and
    /// the series as judged, in one transaction.
    ///
    /// A series that was marked again since it was read stays marked. Throws ``StoreError/stale`` where an episode is no
    /// longer as it was when the decision was taken (opened while one is open or with another number than the next,
    /// changed or refreshed while it is not open, opened again while it is not the last); then nothing is kept and the caller decides again. Each notice tells
    /// of one of the transitions.
    ///
    /// - Returns: the notices as committed, each with the number of its event.
    @discardableResult
    func commit(decisions: Decisions) async throws -> [Notice]
}

extension JudgingStore {
    /// Those of these series, where a store has no shorter way to them.
    package func episodes(of series: [SeriesKey], asOf moment: Instant) async throws -> [Episode] {
        let wanted = Set(series)
        return try await episodes(asOf: moment).filter { wanted.contains($0.alert.series) }
    }

    /// All open episodes, ordered by alert.
    package func openEpisodes() async throws -> [Episode] { try await openEpisodes(progress: {}) }
}

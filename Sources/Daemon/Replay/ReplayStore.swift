internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// The store of a replay: values come from the past, as they stood at the moment of the replay; what is decided is kept
/// for as long as the replay lasts, and nowhere else.
actor ReplayStore: JudgingStore {
    private let past: any HistoryStore
    /// The moment that the replay has come to.
    private var now: Instant
    private var opening: Set<IndicatorID>
    /// What has to be judged, and the order in which it is.
    private var unjudged: Set<SeriesKey>
    private var inLine: ArraySlice<SeriesKey> = []
    private var reviews = ReviewCalendar()
    private var episodes: [AlertKey: [Episode]] = [:]
    private var alerts: [SeriesKey: Set<AlertKey>] = [:]
    private var openParts: [SeriesKey: Set<AlertKey>] = [:]
    private var told: [String: Set<String>] = [:]
    private(set) var transitions: [Transition] = []

    /// A replay that begins.
    ///
    /// - Parameters:
    ///   - past: the history.
    ///   - start: the moment at which the watch begins.
    ///   - indicators: those that come under watch then.
    ///   - series: what has to be judged then.
    init(past: any HistoryStore, start: Instant, indicators: Set<IndicatorID>, series: Set<SeriesKey>) {
        self.past = past
        now = start
        opening = indicators
        unjudged = series
    }

    /// Goes on to a later moment, at which there is news of these series.
    func advance(to moment: Instant, news: some Sequence<SeriesKey>) {
        now = moment
        unjudged.formUnion(news)
    }

    /// When the next series has to be looked at again, whatever comes in; `nil` where none has.
    var nextReview: Instant? { reviews.first }

    // MARK: What has to be judged

    func openingIndicators() -> Set<IndicatorID> { opening }

    func endOpening(of indicators: Set<IndicatorID>) { opening.subtract(indicators) }

    func seriesToJudge(at now: Instant, limit: Int) -> [SeriesToJudge] {
        unjudged.formUnion(reviews.take(until: now))
        // Put in order once for all batches of a moment.
        inLine = inLine.drop { !unjudged.contains($0) }
        if inLine.isEmpty { inLine = unjudged.sorted()[...] }
        return inLine.prefix(limit).map { SeriesToJudge(key: $0, mark: 0) }
    }

    func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] {
        try await past.histories(of: series, recordedBy: now)
    }

    func histories(of series: [SeriesKey], recordedBy moment: Instant) async throws -> [SeriesHistory] {
        try await past.histories(of: series, recordedBy: min(moment, now))
    }

    func recordings(after start: Instant, through end: Instant) async throws -> [Recordings] {
        try await past.recordings(after: start, through: min(end, now))
    }

    // MARK: What was decided

    func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        let own = series.flatMap { alerts[$0] ?? [] }.map { ($0, episodes[$0] ?? []) }
        let open = own.compactMap { alert, all in all.last.flatMap { $0.closedAt == nil ? (alert, $0) : nil } }
        return EpisodeState(
            open: Dictionary(open) { first, _ in first },
            counts: Dictionary(own.map { ($0, $1.count) }) { first, _ in first },
            untrue: try await untrue(of: own.flatMap(\.1).filter { $0.closedAt != nil })
        )
    }

    func endedEpisodes(of series: [SeriesKey]) -> [EndedEpisode] {
        let keys: [AlertKey] = series.flatMap { alerts[$0] ?? [] }.sorted()
        let all: [Episode] = keys.flatMap { episodes[$0] ?? [] }
        let ended = all.filter { $0.closedAt != nil && !$0.facts.rests }
        return ended.map { EndedEpisode(episode: $0, told: $0.facts.stated.map { [$0] } ?? []) }
    }

    /// The episodes that have ended and that told a value which was taken back since.
    private func untrue(of ended: [Episode]) async throws -> [Episode] {
        guard !ended.isEmpty else { return [] }
        let histories = try await histories(of: Set(ended.map(\.alert.series)).sorted())
        let byKey = Dictionary(histories.map { ($0.key, $0) }) { first, _ in first }
        return ended.compactMap { episode in
            guard !episode.facts.rests, let stated = episode.facts.stated, let value = stated.value,
                let period = stated.period, let back = byKey[episode.alert.series]?.withdrawn[period],
                value.revision < back.revision, back.holds?.value != value.amount
            else { return nil }
            var untrue = episode
            untrue.facts = stated
            return untrue
        }
    }

    func openParts(of wholes: [AlertKey]) -> [Episode] {
        let keys = wholes.reduce(into: Set<AlertKey>()) { $0.formUnion(openParts[$1.series] ?? []) }
        let wholes = Set(wholes)
        return keys.filter { $0.isPart(of: wholes) }.sorted().compactMap { episodes[$0]?.last }
    }

    func toldSubscriptions(of episodes: [String]) -> [String: Set<String>] {
        Dictionary(episodes.compactMap { id in told[id].map { (id, $0) } }) { first, _ in first }
    }

    func commit(decisions: Decisions) -> [Notice] {
        for transition in decisions.transitions { keep(transition.episode) }
        for episode in decisions.refreshed { keep(episode) }
        for notice in decisions.notices { told[notice.episode.id, default: []].insert(notice.subscription) }
        for judged in decisions.judged {
            unjudged.remove(judged.series.key)
            reviews.set(judged.nextReview, of: judged.series.key)
        }
        transitions += decisions.transitions
        return decisions.notices
    }

    private func keep(_ episode: Episode) {
        let alert = episode.alert
        if let place = episodes[alert]?.firstIndex(where: { $0.number == episode.number }) {
            episodes[alert]?[place] = episode
        } else {
            episodes[alert, default: []].append(episode)
            alerts[alert.series, default: []].insert(alert)
        }
        for whole in alert.wholes.map(\.series) {
            if episode.closedAt == nil {
                openParts[whole, default: []].insert(alert)
            } else {
                openParts[whole]?.remove(alert)
            }
        }
    }

    // MARK: What a replay has not: edits, pages, revisions to show

    func adopt(expected: [ExpectedSeries], at now: Instant) {}
    func editedSeries(limit: Int) -> [EditedSeries] { [] }
    func definitionEdits() -> [IndicatorID: EpisodeChanges.DefinitionEdit] { [:] }
    func endEdits() {}
    func restingEpisodes(of series: [SeriesKey]) -> [AlertKey: Episode] { [:] }
    func allSeries() -> [SeriesKey] { [] }
    func series(of part: SeriesPart, after mark: SeriesKey?, limit: Int) -> [SeriesKey] { [] }
    func series(ofFeeds feeds: Set<String>) -> Set<SeriesKey> { [] }
    func vanished(at moment: Instant?) -> [SeriesKey: [Period]] { [:] }
    func recorded(after moment: Instant) -> RecordedSince {
        RecordedSince(values: 0, withdrawals: 0, hadBegun: true)
    }
    func revisions(of series: SeriesKey, period: Period) -> [RecordedObservation] { [] }

    func openEpisodes(progress: @escaping @Sendable () -> Void) -> [Episode] {
        episodes.values.compactMap(\.last).filter { $0.closedAt == nil }.sorted { $0.alert < $1.alert }
    }

    func episodes(after mark: EpisodeMark?, limit: Int) -> EpisodePage { EpisodePage(episodes: [], end: nil) }

    func episodes(asOf moment: Instant) -> [Episode] {
        episodes.values.joined().sorted { ($0.alert, $0.number) < ($1.alert, $1.number) }
    }

    func hasDecided(after moment: Instant) -> Bool { false }
}

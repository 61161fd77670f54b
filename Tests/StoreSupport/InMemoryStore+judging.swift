package import Alerting
internal import Assessment
internal import Feeds
package import Indicators
package import Storage

extension InMemoryStore {
    package func adopt(expected: [ExpectedSeries], at now: Instant) async throws {
        let wanted = Dictionary(expected.map { ($0.key, $0.fingerprint) }) { first, _ in first }
        let terms = expected.reduce(into: [IndicatorID: JudgementTerms]()) { $0[$1.key.indicator] = $1.terms }
        try write { $0.adopt(wanted, terms) }
    }

    package func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge] {
        read { memory in
            let marked = memory.series.filter { $0.value.mark != $0.value.judgedMark }
                .sorted { $0.value.number < $1.value.number }
            let due = memory.series.filter { entry in
                entry.value.mark == entry.value.judgedMark && entry.value.nextReview.map { $0 <= now } ?? false
            }
            .sorted { ($0.value.nextReview ?? now, $0.value.number) < ($1.value.nextReview ?? now, $1.value.number) }
            let ahead = memory.series.filter { entry in
                entry.value.mark == entry.value.judgedMark && entry.value.judgedAt.map { $0 > now } ?? false
                    && entry.value.nextReview.map { $0 > now } ?? true
            }
            .sorted { ($0.value.judgedAt ?? now, $0.value.number) < ($1.value.judgedAt ?? now, $1.value.number) }
            let timed = (due + ahead).map { SeriesToJudge(key: $0.key, mark: $0.value.mark) }
            return Array((marked.map { memory.marked($0.key, $0.value) } + timed).prefix(limit))
        }
    }

    package func allSeries() async throws -> [SeriesKey] { read { $0.series.keys.sorted() } }

    package func series(of part: SeriesPart, after mark: SeriesKey?, limit: Int) async throws -> [SeriesKey] {
        let all = try await allSeries().filter(part.contains)
        return Array(all.filter { key in mark.map { $0 < key } ?? true }.prefix(limit))
    }

    package func series(ofFeeds feeds: Set<String>) async throws -> Set<SeriesKey> {
        read { memory in Set(feeds.flatMap { memory.feedRows[$0] ?? [:] }.map(\.key.series)) }
    }

    package func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] {
        read { memory in
            series.map { key in
                let current = memory.series[key]?.values.values.compactMap(\.last) ?? []
                return SeriesHistory(key: key, observations: current.map(memory.recorded))
            }
        }
    }

    package func histories(of series: [SeriesKey], recordedBy moment: Instant) async throws -> [SeriesHistory] {
        read { memory in
            series.map { key in
                let all = (memory.series[key]?.values ?? [:]).values.flatMap { $0.map(memory.recorded) }
                return SeriesHistory(key: key, revisions: all, recordedBy: moment)
            }
        }
    }

    package func recordings(after start: Instant, through end: Instant) async throws -> [Recordings] {
        read { memory in
            let entries = memory.series.flatMap { entry in
                entry.value.values.values.joined().map(memory.recorded).map { (at: $0.recordedAt, key: entry.key) }
            }
            .filter { $0.at > start && $0.at <= end }
            return Dictionary(grouping: entries, by: \.at).sorted { $0.key < $1.key }
                .map { Recordings(at: $0.key, series: Set($0.value.map(\.key)).sorted()) }
        }
    }

    package func vanished(at moment: Instant?) async throws -> [SeriesKey: [Period]] {
        read { memory in
            let rows = memory.vanished.filter { row in
                guard let moment else { return row.clearedAt == nil }
                return row.at <= moment && row.clearedAt.map { $0 > moment } ?? true
            }
            return Dictionary(grouping: rows, by: \.place.series)
                .mapValues { $0.map(\.place.period).sorted { $0.end < $1.end } }
        }
    }

    package func recorded(after moment: Instant) async throws -> RecordedSince {
        read { memory in
            let (later, earlier) = (
                memory.imports.filter { $0.header.at > moment }, memory.imports.filter { $0.header.at <= moment }
            )
            let count = { (imports: [Memory.Import]) in
                imports.filter { $0.refusal == nil }.reduce(0) { $0 + $1.tally.taken + $1.tally.revised }
            }
            return RecordedSince(
                values: count(later),
                withdrawals: memory.orderMoments.count { $0 > moment },
                hadBegun: count(earlier) > 0
            )
        }
    }

    package func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation] {
        read { memory in memory.series[series]?.values[period]?.map(memory.recorded) ?? [] }
    }

    package func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        read { memory in
            let own = memory.episodes.filter { series.contains($0.alert.series) }
            let open = own.filter { $0.closedAt == nil }.map { ($0.alert, $0) }
            return EpisodeState(
                open: Dictionary(uniqueKeysWithValues: open),
                counts: Dictionary(grouping: own, by: \.alert).mapValues(\.count),
                untrue: own.filter { $0.closedAt != nil && !$0.facts.rests }.compactMap(memory.untrue)
            )
        }
    }

    package func endedEpisodes(of series: [SeriesKey]) async throws -> [EndedEpisode] {
        read { memory in
            memory.episodes.filter { series.contains($0.alert.series) && $0.closedAt != nil && !$0.facts.rests }
                .map(memory.ended).filter { !$0.told.isEmpty }
        }
    }

    package func openEpisodes(progress: @escaping @Sendable () -> Void) async throws -> [Episode] {
        read { memory in memory.open.values.map { memory.episodes[$0] }.sorted { $0.alert < $1.alert } }
    }

    package func openParts(of wholes: [AlertKey]) async throws -> [Episode] {
        let wholes = Set(wholes)
        return try await openEpisodes().filter { $0.alert.isPart(of: wholes) }
    }

    package func episodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        read { memory in memory.page(after: mark, limit: limit) { _ in true } }
    }

    package func episodes(asOf moment: Instant) async throws -> [Episode] {
        read { memory in
            let events = memory.events.filter { $0.transition.at <= moment }
                .map { (place: ($0.seq, 0), episode: $0.transition.episode) }
            let refreshes = memory.refreshes.filter { $0.at <= moment }
                .map { (place: ($0.lastEvent, 1), episode: $0.episode) }
            let then = (events + refreshes).sorted { $0.place < $1.place }
                .reduce(into: [String: Episode]()) { $0[$1.episode.id] = $1.episode }
            return then.values.sorted { ($0.alert, $0.number) < ($1.alert, $1.number) }
        }
    }

    package func hasDecided(after moment: Instant) async throws -> Bool {
        read { memory in
            memory.events.contains { $0.transition.at > moment }
                || memory.messages.contains { $0.content.createdAt > moment }
        }
    }

    package func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>] {
        read { memory in
            var told: [String: Set<String>] = [:]
            for notification in memory.notifications {
                let episode = memory.events[notification.event - 1].transition.episode.id
                if episodes.contains(episode) { told[episode, default: []].insert(notification.subscription) }
            }
            return told
        }
    }
}

extension Memory {
    /// A page of the episodes that are meant, the latest opened first.
    func page(after mark: EpisodeMark?, limit: Int, _ isMeant: (Episode) -> Bool) -> EpisodePage {
        let rest = episodes.enumerated()
            .map { (mark: EpisodeMark(openedAt: $1.openedAt.milliseconds, id: Int64($0)), episode: $1) }
            .filter { entry in isMeant(entry.episode) && mark.map { entry.mark.comes(after: $0) } ?? true }
            .sorted { $1.mark.comes(after: $0.mark) }
            .prefix(limit)
        return EpisodePage(episodes: rest.map(\.episode), end: rest.last?.mark)
    }

    func recorded(_ value: Value) -> RecordedObservation {
        let header = imports[value.imported].header
        return RecordedObservation(
            value.observation,
            revision: value.revision,
            importHash: header.hash,
            recordedAt: value.withdrawal?.at ?? header.at,
            withdrawal: value.withdrawal,
            holds: value.holds
        )
    }

    fileprivate mutating func adopt(_ wanted: [SeriesKey: String], _ terms: [IndicatorID: JudgementTerms]) {
        let defined = Set(definitions.keys)
        for (key, fingerprint) in wanted.sorted(by: { $0.key < $1.key }) {
            change(key) { _ in }
            guard expectations[key] != fingerprint else { continue }
            if defined.contains(key.indicator) { markEdited(key) } else { mark(key) }
        }
        for key in expectations.keys where wanted[key] == nil { markEdited(key) }
        expectations = wanted
        let after = Dictionary(grouping: wanted, by: \.key.indicator)
            .mapValues { Set($0.map(\.value)).sorted().joined(separator: " ") }
        for indicator in defined.union(after.keys) where after[indicator] != fingerprint(of: indicator) {
            define(indicator, as: after[indicator], terms[indicator])
            // Series that nobody expects, but that files brought, follow their indicator.
            for key in series.keys where wanted[key] == nil && key.indicator == indicator { markEdited(key) }
        }
    }

    private func fingerprint(of indicator: IndicatorID) -> String? {
        definitions[indicator].flatMap { $0.isAway ? nil : $0.fingerprint }
    }

    private mutating func define(_ indicator: IndicatorID, as fingerprint: String?, _ terms: JudgementTerms?) {
        guard var definition = definitions[indicator] else {
            definitions[indicator] = fingerprint.map { Definition(fingerprint: $0, terms: terms) }
            return
        }
        definition.termsBefore = definition.termsBefore ?? definition.terms
        if let fingerprint {
            definition.edit = definition.isAway ? .returned : .edited
            (definition.fingerprint, definition.terms, definition.isAway) = (fingerprint, terms, false)
        } else {
            (definition.edit, definition.isAway) = (.withdrawn, true)
        }
        definitions[indicator] = definition
    }

    private mutating func markEdited(_ key: SeriesKey) {
        change(key) { series in
            if !series.isEdited { series.hadNews = series.mark != series.judgedMark }
            series.isEdited = true
            series.mark += 1
        }
    }

    private mutating func mark(_ key: SeriesKey) { change(key) { $0.mark += 1 } }
}

extension EpisodeMark {
    /// Whether it was opened before the other one, which is shown first.
    fileprivate func comes(after other: EpisodeMark) -> Bool { (openedAt, id) < (other.openedAt, other.id) }
}

extension Memory {
    /// A marked series with how it stood.
    func marked(_ key: SeriesKey, _ series: Series) -> SeriesToJudge {
        let header = series.markedBy.map { imports[$0].header }
        return SeriesToJudge(
            key: key,
            mark: series.mark,
            standing: SeriesToJudge.Standing(
                light: series.light,
                judgedAt: series.judgedAt,
                markedBy: header?.hash,
                markedAt: header?.at
            )
        )
    }
}

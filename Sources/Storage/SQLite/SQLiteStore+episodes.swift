package import Alerting
internal import Assessment
internal import GRDB
package import Indicators
internal import Synchronization

extension SQLiteStore {
    package func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        try await read { [rules] db in
            var state = EpisodeState()
            for key in series { try EpisodeRows(db: db, rules: rules).read(key, into: &state) }
            return state
        }
    }

    package func endedEpisodes(of series: [SeriesKey]) async throws -> [EndedEpisode] {
        try await read { [rules] db in try series.flatMap(EpisodeRows(db: db, rules: rules).ended) }
    }

    package func openEpisodes(progress: @escaping @Sendable () -> Void) async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e INDEXED BY episodeOpenOnce JOIN series s ON s.id = e.series
                WHERE e.closedAt IS NULL
                """,
                [],
                progress: progress,
                EpisodeRows(db: db, rules: rules).episode
            )
            .sorted { $0.alert < $1.alert }
        }
    }

    package func openParts(of wholes: [AlertKey]) async throws -> [Episode] {
        try await read { [rules] db in try PartRows(episodes: EpisodeRows(db: db, rules: rules)).open(of: wholes) }
    }

    package func episodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        try await episodes("episode e", "true", after: mark, limit: limit)
    }

    /// The episodes that a condition of our own holds for, the latest opened first.
    func episodes(
        _ table: String,
        _ condition: String,
        after mark: EpisodeMark?,
        limit: Int
    ) async throws -> EpisodePage {
        let mark = mark ?? EpisodeMark(openedAt: .max, id: .max)
        return try await read { [rules] db in
            let rows = EpisodeRows(db: db, rules: rules)
            let found = try db.each(
                """
                SELECT e.id, \(EpisodeRows.columns) FROM \(table) JOIN series s ON s.id = e.series
                WHERE (openedAt, e.id) < (?, ?) AND \(condition) ORDER BY openedAt DESC, e.id DESC LIMIT ?
                """,
                [mark.openedAt, mark.id, limit]
            ) { row in
                let episode = try rows.episode(row)
                let place = EpisodeMark(openedAt: episode.openedAt.milliseconds, id: try row.value("id"))
                return (episode: episode, place: place)
            }
            return EpisodePage(episodes: found.map(\.episode), end: found.last?.place)
        }
    }

    package func toldSubscriptions(of episodes: [String]) async throws -> [String: Set<String>] {
        try await read { db in
            var told: [String: Set<String>] = [:]
            for episode in episodes {
                let names = try db.each(
                    """
                    SELECT subscription FROM episode e JOIN event v ON v.episode = e.id JOIN notice n ON n.event = v.seq
                    WHERE e.name = ?
                    """,
                    [episode.composed]
                ) { try $0.value("subscription", as: String.self) }
                if !names.isEmpty { told[episode] = Set(names) }
            }
            return told
        }
    }

    package func lastEventNumber() async throws -> Int {
        try await read { db in try db.number("SELECT max(seq) FROM event").map(Int.init) ?? 0 }
    }

    package func events(after seq: Int, limit: Int) async throws -> [AlertEvent] {
        if let recent = recentEvents.withLock({ $0.take(after: seq, limit: limit) }) { return recent }
        return try await read { [rules] db in
            try db.each(
                """
                SELECT seq, kind, at, name, v.facts, v.note, rule, indicator, area, breakdown
                FROM event v JOIN episode e ON e.id = v.episode JOIN series s ON s.id = e.series
                WHERE seq > ? ORDER BY seq LIMIT ?
                """,
                [seq, limit],
                EpisodeRows(db: db, rules: rules).event
            )
        }
    }
}

extension EpisodeRows {
    func event(_ row: Row) throws -> AlertEvent {
        AlertEvent(
            seq: try row.value("seq"),
            kind: try row.label("kind"),
            at: try row.instant("at"),
            alert: try alert(row),
            episode: try row.value("name"),
            facts: try FindingFacts(json: try row.value("facts"), rules: rules),
            note: try note(row)
        )
    }

    /// What an event says of what people did.
    func note(_ row: Row) throws -> HandlingNote? {
        try row.value("note", as: String?.self).map { try HandlingNoteForm(json: $0).note() }
    }
}

package import Alerting
internal import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func episodes(of series: [SeriesKey]) async throws -> EpisodeState {
        try await read { [rules] db in
            var state = EpisodeState()
            for key in series { try EpisodeRows(db: db, rules: rules).read(key, into: &state) }
            return state
        }
    }

    package func openEpisodes() async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e JOIN series s ON s.id = e.series
                WHERE e.closedAt IS NULL
                """,
                [],
                EpisodeRows(db: db, rules: rules).episode
            )
            .sorted { $0.alert < $1.alert }
        }
    }

    package func openEpisodes(of indicator: IndicatorID) async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e JOIN series s ON s.id = e.series
                WHERE s.indicator = ? AND e.closedAt IS NULL
                """,
                [indicator.description.composed],
                EpisodeRows(db: db, rules: rules).episode
            )
            .sorted { $0.alert < $1.alert }
        }
    }

    package func allEpisodes(limit: Int) async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e JOIN series s ON s.id = e.series
                ORDER BY openedAt DESC, e.id DESC LIMIT ?
                """,
                [limit],
                EpisodeRows(db: db, rules: rules).episode
            )
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
        try await read { [rules] db in
            try db.each(
                """
                SELECT seq, kind, at, name, v.facts, rule, indicator, area, breakdown
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
    fileprivate func event(_ row: Row) throws -> AlertEvent {
        AlertEvent(
            seq: try row.value("seq"),
            kind: try row.label("kind"),
            at: try row.instant("at"),
            alert: try alert(row),
            episode: try row.value("name"),
            facts: try FindingFacts(json: try row.value("facts"), rules: rules)
        )
    }
}

package import Alerting
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func episodes(asOf moment: Instant) async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(Self.episodesThen, [moment.milliseconds], EpisodeRows(db: db, rules: rules).episode)
                .sorted { ($0.alert, $0.number) < ($1.alert, $1.number) }
        }
    }

    package func episodes(of series: [SeriesKey], asOf moment: Instant) async throws -> [Episode] {
        try await read { [rules] db in
            let rows = EpisodeRows(db: db, rules: rules)
            return try series.compactMap { try SeriesRows(db: db).id(of: $0) }
                .flatMap { id in
                    try db.each("\(Self.episodesThen) WHERE e.series = ?2", [moment.milliseconds, id], rows.episode)
                }
                .sorted { ($0.alert, $0.number) < ($1.alert, $1.number) }
        }
    }

    /// Each episode as it stood at a moment.
    private static let episodesThen = """
        SELECT rule, number, openedAt, v.closedAt, v.handling, indicator, area, breakdown, coalesce((
            SELECT r.facts FROM refreshedFacts r
            WHERE r.episode = e.id AND r.at <= ?1 AND r.lastEvent >= v.seq ORDER BY r.at DESC, r.id DESC LIMIT 1
        ), v.facts) AS facts
        FROM episode e JOIN series s ON s.id = e.series JOIN event v ON v.seq = (
            SELECT max(seq) FROM event w WHERE w.episode = e.id AND w.at <= ?1
        )
        """

    package func hasDecided(after moment: Instant) async throws -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM event WHERE at > ?1) OR EXISTS (SELECT 1 FROM message WHERE createdAt > ?1)
                    """,
                arguments: [moment.milliseconds]
            ) ?? false
        }
    }
}

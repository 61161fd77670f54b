package import Alerting
package import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func changeMark() async throws -> ChangeMark {
        try await read { db in
            ChangeMark(others: try db.number("PRAGMA data_version") ?? 0, own: Int64(db.totalChangesCount))
        }
    }

    package func valueMark() async throws -> ValueMark {
        try await read { db in
            ValueMark(
                imports: try db.number("SELECT max(id) FROM import") ?? 0,
                withdrawals: try db.number("SELECT max(id) FROM withdrawal") ?? 0
            )
        }
    }

    package func lightCounts() async throws -> [IndicatorID: LightCounts] {
        try await read { db in
            let query = """
                SELECT indicator, coalesce(light, 'grey') AS light, count(*) AS count FROM series NOT INDEXED
                WHERE \(Self.isWatched) GROUP BY 1, 2
                """
            let counts = try db.each(query) { row in
                (
                    indicator: IndicatorID(try row.value("indicator")), light: try row.label("light", as: Light.self),
                    count: try row.value("count", as: Int.self)
                )
            }
            return counts.reduce(into: [:]) { $0[$1.indicator, default: LightCounts()].add($1.light, $1.count) }
        }
    }

    /// What was judged and has no light is not watched.
    private static let isWatched = "(light IS NOT NULL OR judgedAt IS NULL)"

    package func standings(of series: [SeriesKey]) async throws -> [SeriesStanding] {
        try await read { db in
            let query = """
                SELECT indicator, area, breakdown, light, judgedAt FROM series
                WHERE indicator = ? AND area = ? AND breakdown = ?
                """
            return try series.compactMap { try db.row(query, SeriesRows.columns(of: $0)).map(Self.standing) }
        }
    }

    package func series(
        of indicators: [IndicatorID],
        lights: Set<Light>,
        after mark: SeriesKey?,
        limit: Int
    ) async throws -> [SeriesStanding] {
        try await read { db in
            let query = """
                SELECT indicator, area, breakdown, light, judgedAt FROM series
                WHERE \(Self.isOne(of: lights)) IN (\(Self.places(indicators.count)))
                    AND (indicator, area, breakdown) > (?, ?, ?)
                ORDER BY indicator, area, breakdown LIMIT ?
                """
            let names = lights.map(\.rawValue).sorted() + indicators.map(\.description.composed)
            let after = mark.map(SeriesRows.columns) ?? ["", "", ""]
            return try db.each(query, StatementArguments(names) + after + [limit], Self.standing)
        }
    }

    /// What few series have is found by an index of its own, which holds what deviates; the sign before its indicator keeps
    /// their list from being looked up one by one, out of the order of the page.
    private static func isOne(of lights: Set<Light>) -> String {
        guard lights != [.red], lights != [.amber] else {
            return "light IN ('red', 'amber') AND light = ? AND +indicator"
        }
        return "coalesce(light, 'grey') IN (\(places(lights.count))) AND \(isWatched) AND indicator"
    }

    private static func places(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ",") }

    private static func standing(_ row: Row) throws -> SeriesStanding {
        SeriesStanding(
            key: try SeriesRows.key(row),
            light: try row.value("light", as: String?.self).flatMap { Light(rawValue: $0) },
            judgedAt: try row.instantOrNone("judgedAt")
        )
    }

    package func freshness() async throws -> Freshness {
        try await read { db in
            Freshness(
                judgedAt: try db.number("SELECT max(judgedAt) FROM series WHERE judgedAt IS NOT NULL")
                    .map(Instant.init(milliseconds:)),
                deliveredAt: try db.number("SELECT at FROM import ORDER BY id DESC LIMIT 1")
                    .map(Instant.init(milliseconds:))
            )
        }
    }

    package func openEpisodes(of rule: RuleName, limit: Int) async throws -> [Episode] {
        try await read { [rules] db in
            // By the index of what is open, which is in the order of series.
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e INDEXED BY episodeOpenOnce JOIN series s ON s.id = e.series
                WHERE e.closedAt IS NULL AND e.rule = ? LIMIT ?
                """,
                [rule.rawValue, limit],
                EpisodeRows(db: db, rules: rules).episode
            )
            .sorted { $0.alert < $1.alert }
        }
    }

    package func allEpisodes(of series: [SeriesKey], limit: Int) async throws -> [Episode] {
        try await read { [rules] db in
            let rows = EpisodeRows(db: db, rules: rules)
            let episodes = try series.flatMap { key in
                try db.each(
                    """
                    SELECT \(EpisodeRows.columns) FROM series s JOIN episode e ON e.series = s.id
                    WHERE indicator = ? AND area = ? AND breakdown = ? ORDER BY e.openedAt DESC, e.id DESC LIMIT ?
                    """,
                    SeriesRows.columns(of: key) + [limit],
                    rows.episode
                )
            }
            return Array(episodes.sorted { ($1.openedAt, $0.alert) < ($0.openedAt, $1.alert) }.prefix(limit))
        }
    }
}

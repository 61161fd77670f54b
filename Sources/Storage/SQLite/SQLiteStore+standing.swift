package import Alerting
package import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore: StandingStore {
    package func lightCounts() async throws -> [IndicatorID: LightCounts] {
        try await read { db in
            let query =
                "SELECT indicator, coalesce(light, 'grey') AS light, count(*) AS count FROM series GROUP BY 1, 2"
            let counts = try db.each(query) { row in
                (
                    indicator: IndicatorID(try row.value("indicator")), light: try row.label("light", as: Light.self),
                    count: try row.value("count", as: Int.self)
                )
            }
            return counts.reduce(into: [:]) { $0[$1.indicator, default: LightCounts()].add($1.light, $1.count) }
        }
    }

    package func series(
        of indicators: [IndicatorID],
        lights: Set<Light>,
        after mark: SeriesKey?,
        limit: Int
    ) async throws -> [SeriesStanding] {
        try await read { db in
            let lists = (Self.places(indicators.count), Self.places(lights.count))
            let query = """
                SELECT indicator, area, breakdown, light, judgedAt FROM series
                WHERE indicator IN (\(lists.0)) AND coalesce(light, 'grey') IN (\(lists.1))
                    AND (indicator, area, breakdown) > (?, ?, ?)
                ORDER BY indicator, area, breakdown LIMIT ?
                """
            let names = indicators.map(\.description.composed) + lights.map(\.rawValue).sorted()
            let after = mark.map(SeriesRows.columns) ?? ["", "", ""]
            return try db.each(query, StatementArguments(names) + after + [limit], Self.standing)
        }
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

    package func openAlertCounts() async throws -> [Severity: Int] {
        try await read { db in
            let query = """
                SELECT json_extract(facts, '$.severity') AS severity, count(*) AS count FROM episode
                WHERE closedAt IS NULL GROUP BY 1
                """
            let counts = try db.each(query) { row in
                (try row.label("severity", as: Severity.self), try row.value("count", as: Int.self))
            }
            return Dictionary(counts) { first, _ in first }
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

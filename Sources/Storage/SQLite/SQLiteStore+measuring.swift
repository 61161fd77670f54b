internal import Alerting
package import Assessment
internal import GRDB
package import Indicators

/// What is counted of everything, for numbers about the watch.
extension SQLiteStore {
    package func judgedLights() async throws -> [IndicatorID: LightCounts] {
        try await read { db in
            let query = """
                SELECT indicator, light, count(*) AS count FROM series WHERE light IS NOT NULL GROUP BY indicator, light
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

    package func openAlerts() async throws -> [IndicatorID: [Severity: Int]] {
        try await read { db in
            let query = """
                SELECT indicator, json_extract(facts, '$.severity') AS severity, count(*) AS count
                FROM episode e JOIN series s ON s.id = e.series WHERE e.closedAt IS NULL GROUP BY 1, 2
                """
            let counts = try db.each(query) { row in
                (
                    indicator: IndicatorID(try row.value("indicator")),
                    severity: try row.label("severity", as: Severity.self),
                    count: try row.value("count", as: Int.self)
                )
            }
            return counts.reduce(into: [:]) { $0[$1.indicator, default: [:]][$1.severity] = $1.count }
        }
    }

    package func openAlertCount() async throws -> Int {
        try await read { db in Int(try db.number("SELECT count(*) FROM episode WHERE closedAt IS NULL") ?? 0) }
    }

    package func openEpisodes(after mark: EpisodeMark?, limit: Int) async throws -> EpisodePage {
        try await episodes("episode e INDEXED BY episodeOpenSince", "e.closedAt IS NULL", after: mark, limit: limit)
    }
}

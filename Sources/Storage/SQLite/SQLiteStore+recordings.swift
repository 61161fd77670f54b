internal import GRDB
package import Indicators

extension SQLiteStore {
    private static let recordings = """
        SELECT DISTINCT coalesce(w.at, i.at) AS at, indicator, area, breakdown FROM (
            SELECT series, import, withdrawal FROM observation
            UNION ALL SELECT series, import, withdrawal FROM revisedObservation
        ) o
        JOIN import i ON i.id = o.import LEFT JOIN withdrawal w ON w.id = o.withdrawal JOIN series s ON s.id = o.series
        WHERE coalesce(w.at, i.at) > ?1 AND coalesce(w.at, i.at) <= ?2
        ORDER BY 1, indicator, area, breakdown
        """

    package func recordings(after start: Instant, through end: Instant) async throws -> [Recordings] {
        try await read { db in
            let entries = try db.each(Self.recordings, [start.milliseconds, end.milliseconds]) { row in
                (at: try row.instant("at"), key: try SeriesRows.key(row))
            }
            return entries.chunked(by: \.at).map { Recordings(at: $0[0].at, series: $0.map(\.key)) }
        }
    }
}

extension Array {
    /// The runs of neighbours that are alike in something.
    fileprivate func chunked(by same: (Element) -> some Equatable) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.first, same(last) == same(element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}

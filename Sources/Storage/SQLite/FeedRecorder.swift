internal import Feeds
internal import GRDB
internal import Indicators

/// Notes which rows one delivery of a feed has, and finds those that it has not any more.
///
/// Deliveries that have rows in common are about the same: what one of them brought, and a later one of the same periods
/// has not, has vanished. A feed may have files of several areas or themes beside each other, which have none in common.
struct FeedRecorder {
    private let db: Database
    private let feed: Int64
    private let importID: Int64
    private let noting: RowStatement
    /// The scopes of the rows that are in this delivery.
    private var scopes: Set<Int64> = []
    private var ranges: [PeriodKind: ClosedRange<Int64>] = [:]

    init(_ db: Database, feed name: String, importID: Int64) throws {
        self.db = db
        self.importID = importID
        try db.run("INSERT INTO feed (name) VALUES (?) ON CONFLICT (name) DO NOTHING", [name])
        guard let id = try db.number("SELECT id FROM feed WHERE name = ?", [name]) else {
            throw StoreError.failed("write store: a feed was not kept")
        }
        feed = id
        noting = try RowStatement(
            db,
            """
            INSERT INTO feedRow (feed, period, series, scope, import) VALUES (?1, ?2, ?3, ?4, ?4)
            ON CONFLICT (feed, period, series) DO UPDATE SET import = excluded.import RETURNING scope
            """
        )
    }

    /// Notes that a row of the delivery is about a series and period.
    mutating func note(_ period: Period, series: Int64) throws {
        let code = period.code
        let scope = try noting.read([feed, code, series, importID]) { $0.number(0) } ?? nil
        if let scope, scope != importID { scopes.insert(scope) }
        let range = ranges[period.kind] ?? code...code
        ranges[period.kind] = min(range.lowerBound, code)...max(range.upperBound, code)
    }

    /// Puts what is new in this delivery with what it is about, and gives what has vanished from it.
    func finish(_ found: (VanishedRow, _ series: Int64) throws -> Void) throws {
        guard let scope = scopes.min() else { return }
        for range in ranges.values.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            try db.run(
                "UPDATE feedRow SET scope = ?4 WHERE feed = ?1 AND period BETWEEN ?2 AND ?3 AND import = ?5",
                [feed, range.lowerBound, range.upperBound, scope, importID]
            )
            for row in try scopes.sorted().flatMap({ try missing(in: range, scope: $0) }) {
                try found(row.row, row.series)
            }
        }
    }

    private static let columns = StoredObservation.columns
        .replacing("period,", with: "r.period,").replacing(" import,", with: " o.import,")

    private func missing(
        in range: ClosedRange<Int64>,
        scope: Int64
    ) throws -> [(row: VanishedRow, series: Int64)] {
        try db.each(
            """
            SELECT \(Self.columns), r.series, indicator, area, breakdown
            FROM feedRow r JOIN observation o ON o.series = r.series AND o.period = r.period
                JOIN series s ON s.id = r.series
            WHERE r.feed = ? AND r.period BETWEEN ? AND ? AND r.import <> ? AND r.scope = ?
            """,
            [feed, range.lowerBound, range.upperBound, importID, scope]
        ) { row in
            let stored = try StoredObservation(row)
            let found = VanishedRow(series: try SeriesRows.key(row), holding: stored.observation)
            return (found, try row.value("series", as: Int64.self), stored.holds)
        }
        .filter(\.2).map { ($0.0, $0.1) }
    }
}

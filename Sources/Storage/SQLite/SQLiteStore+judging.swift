internal import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore {
    // Each index holds nothing but what is to be found, so that a tick without work reads two pages, however many series
    // there are. The planner must not choose another way.
    static let marked = "\(markedColumns) WHERE s.mark <> s.judgedMark ORDER BY s.id LIMIT ?"
    static let markedColumns = """
        SELECT indicator, area, breakdown, mark, light, judgedAt, hash, i.at AS markedAt
        FROM series s INDEXED BY seriesMarked LEFT JOIN import i ON i.id = s.markedBy
        """
    static let due = """
        SELECT indicator, area, breakdown, mark FROM series INDEXED BY seriesReview
        WHERE nextReview <= ? AND mark = judgedMark ORDER BY nextReview, id LIMIT ?
        """
    static let ahead = """
        SELECT indicator, area, breakdown, mark FROM series INDEXED BY seriesJudged
        WHERE judgedAt > ?1 AND mark = judgedMark AND (nextReview IS NULL OR nextReview > ?1)
        ORDER BY judgedAt, id LIMIT ?2
        """

    package func seriesToJudge(at now: Instant, limit: Int) async throws -> [SeriesToJudge] {
        try await read { db in
            var series = try db.each(Self.marked, [limit], Self.markedSeries)
            for query in [Self.due, Self.ahead] where series.count < limit {
                series += try db.each(query, [now.milliseconds, limit - series.count], Self.seriesToJudge)
            }
            return series
        }
    }

    private static func seriesToJudge(_ row: Row) throws -> SeriesToJudge {
        SeriesToJudge(key: try SeriesRows.key(row), mark: try row.value("mark"))
    }

    static func markedSeries(_ row: Row) throws -> SeriesToJudge {
        SeriesToJudge(
            key: try SeriesRows.key(row),
            mark: try row.value("mark"),
            standing: SeriesToJudge.Standing(
                light: try row.value("light", as: String?.self).flatMap { Light(rawValue: $0) },
                judgedAt: try row.instantOrNone("judgedAt"),
                markedBy: try row.value("hash", as: String?.self),
                markedAt: try row.instantOrNone("markedAt")
            )
        )
    }

    /// How many series there are.
    package func countOfSeries() async throws -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM series") ?? 0 }
    }

    package func allSeries() async throws -> [SeriesKey] {
        try await read { db in
            try db.each(
                "SELECT indicator, area, breakdown FROM series ORDER BY indicator, area, breakdown",
                [],
                SeriesRows.key
            )
        }
    }

    package func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] {
        try await read { db in
            try series.map { key in
                SeriesHistory(key: key, observations: try ObservationRows(db: db).current(of: key))
            }
        }
    }

    package func histories(of series: [SeriesKey], recordedBy moment: Instant) async throws -> [SeriesHistory] {
        try await read { db in
            try series.map { key in
                let all = try ObservationRows(db: db).revisions(of: key)
                return SeriesHistory(key: key, revisions: all, recordedBy: moment)
            }
        }
    }

    package func recorded(after moment: Instant) async throws -> RecordedSince {
        try await read { db in
            let sum = "SELECT coalesce(sum(takenCount + revisedCount), 0) FROM import WHERE refusal IS NULL AND at"
            func count(_ query: String) throws -> Int {
                try Int.fetchOne(db, sql: query, arguments: [moment.milliseconds]) ?? 0
            }
            return RecordedSince(
                values: try count("\(sum) > ?"),
                withdrawals: try count("SELECT count(*) FROM withdrawal WHERE at > ?"),
                hadBegun: try count("\(sum) <= ?") > 0
            )
        }
    }

    package func revisions(of series: SeriesKey, period: Period) async throws -> [RecordedObservation] {
        try await read { db in try ObservationRows(db: db).revisions(of: series, period: period) }
    }
}

/// Reads observations with the imports that brought them.
struct ObservationRows {
    let db: Database

    private static let columns =
        StoredObservation.columns.replacing("import", with: "o.import")
        + ", hash, i.at, w.at AS withdrawnAt, orderedBy, why"
    private static let imports = "JOIN import i ON i.id = o.import LEFT JOIN withdrawal w ON w.id = o.withdrawal"
    private static let currentOfSeries = "SELECT \(columns) FROM observation o \(imports) WHERE series = ?"
    private static let olderOfSeries = "SELECT \(columns) FROM revisedObservation o \(imports) WHERE series = ?"
    private static let currentOfPeriod = """
        SELECT \(columns) FROM observation o \(imports) WHERE series = ? AND period = ?
        """
    private static let olderOfPeriod = """
        SELECT \(columns) FROM revisedObservation o \(imports)
        WHERE series = ? AND period = ? ORDER BY revision
        """

    func current(of key: SeriesKey) throws -> [RecordedObservation] {
        guard let id = try SeriesRows(db: db).id(of: key) else { return [] }
        return try db.each(Self.currentOfSeries, [id], Self.recorded)
    }

    /// Every revision of every period.
    func revisions(of key: SeriesKey) throws -> [RecordedObservation] {
        guard let id = try SeriesRows(db: db).id(of: key) else { return [] }
        return try [Self.olderOfSeries, Self.currentOfSeries].flatMap { try db.each($0, [id], Self.recorded) }
    }

    func revisions(of key: SeriesKey, period: Period) throws -> [RecordedObservation] {
        guard let id = try SeriesRows(db: db).id(of: key) else { return [] }
        let arguments: StatementArguments = [id, period.code]
        return try db.each(Self.olderOfPeriod, arguments, Self.recorded)
            + db.each(Self.currentOfPeriod, arguments, Self.recorded)
    }

    private static func recorded(_ row: Row) throws -> RecordedObservation {
        let stored = try StoredObservation(row)
        let withdrawal = try withdrawal(row)
        return RecordedObservation(
            stored.observation,
            revision: Int(stored.revision),
            importHash: try row.value("hash"),
            recordedAt: try withdrawal?.at ?? row.instant("at"),
            withdrawal: withdrawal,
            holds: stored.holds
        )
    }

    private static func withdrawal(_ row: Row) throws -> Withdrawal? {
        guard let at = try row.instantOrNone("withdrawnAt") else { return nil }
        return Withdrawal(by: try row.value("orderedBy"), why: try row.value("why"), at: at)
    }
}

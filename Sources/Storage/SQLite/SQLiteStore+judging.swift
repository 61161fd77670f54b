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
            var series = try MarkedRows(db, Self.marked).read([.number(Int64(limit))])
            for query in [Self.due, Self.ahead] where series.count < limit {
                series += try db.each(query, [now.milliseconds, limit - series.count], Self.seriesToJudge)
            }
            return series
        }
    }

    private static func seriesToJudge(_ row: Row) throws -> SeriesToJudge {
        SeriesToJudge(key: try SeriesRows.key(row), mark: try row.value("mark"))
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

    package func series(of part: SeriesPart, after mark: SeriesKey?, limit: Int) async throws -> [SeriesKey] {
        let after = mark?.parameters ?? [.text(""), .text(""), .text("")]
        // A text that is behind none stands for no mark: an area and an indicator have a name, a breakdown may be empty.
        let (condition, parameters): (String, [Parameter]) =
            if let indicator = part.indicator, let area = part.area {
                (
                    "indicator = ? AND area = ? AND breakdown \(mark == nil ? ">=" : ">") ?",
                    [.text(indicator.description.composed), .text(area.description.composed), after[2]]
                )
            } else if let indicator = part.indicator {
                (
                    "indicator = ? AND (area, breakdown) > (?, ?)",
                    [.text(indicator.description.composed), after[1], after[2]]
                )
            } else {
                ("(indicator, area, breakdown) > (?, ?, ?)", after)
            }
        return try await read { db in
            let query = """
                SELECT indicator, area, breakdown FROM series WHERE \(condition)
                ORDER BY indicator, area, breakdown LIMIT ?
                """
            var texts = KeyTexts()
            var found: [SeriesKey] = []
            try RowStatement(db, query).readAll(parameters + [.number(Int64(limit))]) { row in
                found.append(try texts.key(row, from: 0))
            }
            return found
        }
    }

    package func histories(of series: [SeriesKey]) async throws -> [SeriesHistory] {
        try await read { db in
            var rows = try HistoryRows(db)
            return try series.map { try rows.history(of: $0) }
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

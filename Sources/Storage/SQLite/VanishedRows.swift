internal import GRDB
package import Indicators

/// What has vanished from the deliveries of a feed.
struct VanishedRows {
    let db: Database

    /// Whether there is anything to clear.
    func areThere() throws -> Bool {
        try db.row("SELECT 1 FROM vanishedRow INDEXED BY vanishedRowOpen WHERE clearedAt IS NULL LIMIT 1") != nil
    }

    /// Notes that a delivery has a row no more; once, however many deliveries follow.
    func add(_ period: Period, series: Int64, importID: Int64, at moment: Instant) throws {
        try db.run(
            "INSERT OR IGNORE INTO vanishedRow (series, period, import, at) VALUES (?, ?, ?, ?)",
            [series, period.code, importID, moment.milliseconds]
        )
    }

    /// Clears a row that is there again, or whose value was taken back; gives how many that were.
    @discardableResult
    func clear(_ period: Period, series: Int64, at moment: Instant) throws -> Int {
        try db.run(
            "UPDATE vanishedRow SET clearedAt = ? WHERE series = ? AND period = ? AND clearedAt IS NULL",
            [moment.milliseconds, series, period.code]
        )
        return db.changesCount
    }

    /// Clears what was missing in a delivery that was itself taken back.
    func clear(missingIn importID: Int64, at moment: Instant) throws {
        try db.run(
            "UPDATE vanishedRow SET clearedAt = ? WHERE import = ? AND clearedAt IS NULL",
            [moment.milliseconds, importID]
        )
    }

    /// Forgets that feeds brought a value of which none holds any more.
    func forget(_ period: Period, series: Int64) throws {
        try db.run(
            "DELETE FROM feedRow WHERE feed IN (SELECT id FROM feed) AND period = ? AND series = ?",
            [period.code, series]
        )
    }
}

extension SQLiteStore {
    package func vanished(at moment: Instant?) async throws -> [SeriesKey: [Period]] {
        let columns = "SELECT indicator, area, breakdown, period FROM vanishedRow v"
        let series = "JOIN series s ON s.id = v.series"
        return try await read { db in
            let rows =
                if let moment {
                    try db.each(
                        "\(columns) \(series) WHERE v.at <= ?1 AND (clearedAt IS NULL OR clearedAt > ?1)",
                        [moment.milliseconds],
                        Self.vanishedRow
                    )
                } else {
                    try db.each(
                        "\(columns) INDEXED BY vanishedRowOpen \(series) WHERE clearedAt IS NULL",
                        [],
                        Self.vanishedRow
                    )
                }
            return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1).sorted { $0.end < $1.end } }
        }
    }

    private static func vanishedRow(_ row: Row) throws -> (SeriesKey, Period) {
        guard let period = Period(code: try row.value("period")) else {
            throw StoreError.failed("read store: a period has a form that this version does not know")
        }
        return (try SeriesRows.key(row), period)
    }
}

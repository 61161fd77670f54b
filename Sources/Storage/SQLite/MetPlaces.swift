internal import GRDB

/// The rows of the running import that met a value of an earlier file.
///
/// Those that say the same leave no trace in the store itself, but a later row of the same file must not contradict them.
/// Of many of them most are in a temporary table, which SQLite moves to a temporary file.
struct MetPlaces {
    static let temporaryTable = """
        CREATE TEMPORARY TABLE IF NOT EXISTS metRow (
            series INTEGER NOT NULL,
            period INTEGER NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (series, period)
        ) STRICT, WITHOUT ROWID
        """

    private let db: Database
    private let room: Int
    private var runs = PlaceRuns(haveValues: false)
    private var isTableUsed = false

    /// None yet, with room for so many bytes of them in memory.
    init(_ db: Database, room: Int = 8 << 20) throws {
        self.db = db
        self.room = room
        try clear()
    }

    /// Forgets all; the pages of the table are free for the next import.
    func clear() throws { try db.run("DELETE FROM metRow") }

    /// Notes that a row meets a value of an earlier file.
    ///
    /// - Returns: the line of the row that met it before; `nil` where this is the first.
    mutating func meet(_ place: RowPlace, line: Int) throws -> Int? {
        if let earlier = try self.line(of: place) { return earlier }
        try add(CollectionOfOne(PlaceRuns.Row(place: place, line: Int64(line))))
        return nil
    }

    /// Notes that rows in ascending order meet values of earlier files, where each of them is the first; says whether it did.
    mutating func meetFirst(_ rows: [PlaceRuns.Row]) throws -> Bool {
        guard let first = rows.first?.place, try !isTableUsed || isTableFree(of: rows) else { return false }
        if !runs.areBehind(first), !runs.rows(at: rows.map(\.place)).allSatisfy({ $0 == nil }) { return false }
        try add(rows)
        return true
    }

    private mutating func add(_ rows: some Collection<PlaceRuns.Row>) throws {
        runs.add(rows)
        guard runs.byteCount > room else { return }
        let insertion = try RowStatement(db, "INSERT INTO metRow VALUES (?1, ?2, ?3)")
        try runs.takeAll { try insertion.run($0.place.series, $0.place.period, $0.line) }
        isTableUsed = true
    }

    private func line(of place: RowPlace) throws -> Int? {
        if let row = runs.row(at: place) { return Int(row.line) }
        guard isTableUsed else { return nil }
        let query = try RowStatement(db, "SELECT line FROM metRow WHERE series = ?1 AND period = ?2")
        let line = try query.read(place.series, place.period) { $0.number(0) } ?? nil
        return line.map(Int.init)
    }

    /// Whether the table has none of the rows, nor any between them.
    private func isTableFree(of rows: [PlaceRuns.Row]) throws -> Bool {
        guard let first = rows.first?.place, let last = rows.last?.place else { return true }
        let query = """
            SELECT 1 FROM metRow WHERE (series, period) >= (?1, ?2) AND (series, period) <= (?3, ?4) LIMIT 1
            """
        let between = [first.series, first.period, last.series, last.period]
        return try RowStatement(db, query).read(between) { _ in true } == nil
    }
}

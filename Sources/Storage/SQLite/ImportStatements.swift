internal import Feeds
internal import GRDB
internal import Indicators

/// The statements that run for the rows of an import, prepared once.
struct ImportStatements {
    /// How many rows are put in by one statement: SQLite's work for a statement is about as much as for a row.
    static let batchSize = 20

    private let db: Database
    private let batchInsertion: RowStatement
    private let fullBatchInsertion: RowStatement
    private let insertion: RowStatement
    private let fullInsertion: RowStatement
    private let selection: RowStatement
    private let supersession: RowStatement
    private let replacement: RowStatement
    private let neighbours: RowStatement
    private let meeting: RowStatement
    private let batchMeeting: RowStatement
    private let metBetween: RowStatement
    private let met: RowStatement

    init(_ db: Database) throws {
        self.db = db
        batchInsertion = try RowStatement(db, Self.insertion(rows: Self.batchSize))
        fullBatchInsertion = try RowStatement(db, Self.fullInsertion(rows: Self.batchSize))
        insertion = try RowStatement(db, Self.insertion(rows: 1))
        fullInsertion = try RowStatement(db, Self.fullInsertion(rows: 1))
        selection = try RowStatement(
            db,
            "SELECT \(StoredObservation.columns) FROM observation WHERE series = ?1 AND period = ?2"
        )
        neighbours = try RowStatement(
            db,
            """
            SELECT \(StoredObservation.columns), series FROM observation
            WHERE (series, period) >= (?1, ?2) AND (series, period) <= (?3, ?4) ORDER BY series, period LIMIT ?5
            """
        )
        supersession = try RowStatement(
            db,
            "INSERT INTO revisedObservation SELECT * FROM observation WHERE series = ?1 AND period = ?2"
        )
        replacement = try RowStatement(db, Self.replacement)
        meeting = try RowStatement(
            db,
            "INSERT INTO metRow VALUES (?1, ?2, ?3) ON CONFLICT (series, period) DO NOTHING"
        )
        batchMeeting = try RowStatement(
            db,
            "INSERT INTO metRow VALUES "
                + Array(repeating: "(?, ?, ?)", count: Self.batchSize).joined(separator: ", ")
        )
        metBetween = try RowStatement(
            db,
            "SELECT 1 FROM metRow WHERE (series, period) >= (?1, ?2) AND (series, period) <= (?3, ?4) LIMIT 1"
        )
        met = try RowStatement(db, "SELECT line FROM metRow WHERE series = ?1 AND period = ?2")
    }

    private static func fullInsertion(rows: Int) -> String {
        """
        INSERT INTO observation (series, period, coefficient, scale, revision, import, line, status, lowCoefficient, lowScale,
            highCoefficient, highScale, sampleSize, source, referenceDay, note, milestoneStatus, expectedDay)
        VALUES \(parameters(of: 18, rows: rows)) ON CONFLICT (series, period) DO NOTHING
        """
    }

    private static let replacement = """
        UPDATE observation SET coefficient = ?3, scale = ?4, revision = ?5, import = ?6, line = ?7, status = ?8,
            lowCoefficient = ?9, lowScale = ?10, highCoefficient = ?11, highScale = ?12, sampleSize = ?13,
            source = ?14, referenceDay = ?15, note = ?16, milestoneStatus = ?17, expectedDay = ?18,
            withdrawal = NULL, restores = NULL
        WHERE series = ?1 AND period = ?2
        """

    private static func insertion(rows: Int) -> String {
        """
        INSERT INTO observation (series, period, coefficient, scale, revision, import, line, status)
        VALUES \(parameters(of: 8, rows: rows)) ON CONFLICT (series, period) DO NOTHING
        """
    }

    private static func parameters(of columns: Int, rows: Int) -> String {
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
        return Array(repeating: row, count: rows).joined(separator: ", ")
    }

    /// Adds the first values of periods; `false` where one of them had a value.
    ///
    /// The others are in nevertheless.
    func insert(_ rows: some Collection<WaitingRow>, importID: Int64) throws -> Bool {
        let areFull = rows.contains { $0.row.observation.hasParticulars }
        let statement = areFull ? fullBatchInsertion : batchInsertion
        try statement.run(rows, importID: importID, withParticulars: areFull)
        return db.changesCount == rows.count
    }

    /// Adds the first value of a period; `false` where it has one.
    func insert(_ stored: StoredObservation, series: Int64) throws -> Bool {
        try (stored.observation.hasParticulars ? fullInsertion : insertion).run(series: series, stored)
        return db.changesCount > 0
    }

    func current(_ period: Period, series: Int64) throws -> StoredObservation? {
        try selection.read(series, period.code) { row in try StoredObservation(row, of: period) }
    }

    /// The values of some places, which are in order, read in one go; `nil` where too much lies between them.
    ///
    /// Of places that are the same, a row before may give what the later one meets: then each has to be asked about by itself.
    func current(_ places: [RowPlace]) throws -> [StoredObservation?]? {
        guard let first = places.first, let last = places.last,
            zip(places, places.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        let most = 3 * places.count
        var found: [StoredObservation?] = Array(repeating: nil, count: places.count)
        var next = 0
        var read = 0
        try neighbours.readAll([
            .number(first.series), .number(first.period), .number(last.series), .number(last.period),
            .number(Int64(most)),
        ]) { row in
            read += 1
            let place = RowPlace(series: row.number(19) ?? 0, period: row.number(0) ?? 0)
            while next < places.count, places[next] < place { next += 1 }
            guard next < places.count, places[next] == place else { return }
            found[next] = try StoredObservation(row)
        }
        return read < most ? found : nil
    }

    /// Moves the current value to the older ones, and puts another one in its place.
    func replace(with later: StoredObservation, series: Int64) throws {
        try supersession.run(series, later.observation.period.code)
        try replacement.run(series: series, later)
    }

    /// Notes that rows in order meet values of earlier files, where none of the file lies between them; says whether it did.
    func meetFirst(_ rows: [(place: RowPlace, line: Int64)]) throws -> Bool {
        guard rows.count == Self.batchSize, let first = rows.first?.place, let last = rows.last?.place else {
            return false
        }
        let between = [first.series, first.period, last.series, last.period]
        guard try metBetween.read(between, { _ in true }) == nil else { return false }
        try batchMeeting.run(rows.lazy.map { (series: $0.place.series, period: $0.place.period, line: $0.line) })
        return true
    }

    /// Notes that a row meets a value of an earlier file.
    ///
    /// - Returns: the line of the row that met it before; `nil` where this is the first.
    func meet(_ period: Period, series: Int64, line: Int) throws -> Int? {
        try meeting.run(series, period.code, Int64(line))
        guard db.changesCount == 0 else { return nil }
        return try met.read(series, period.code) { row in row.number(0) }.flatMap { $0 }.map(Int.init)
    }
}

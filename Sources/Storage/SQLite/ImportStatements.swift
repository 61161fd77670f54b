internal import GRDB
internal import Indicators

/// The statements that run for the rows of an import, prepared once.
struct ImportStatements {
    /// How many rows are put in by one statement: SQLite's work for a statement is about as much as for a row.
    static let batchSize = 20

    private let db: Database
    private let batchInsertion: RowStatement
    private let insertion: RowStatement
    private let fullInsertion: RowStatement
    private let selection: RowStatement
    private let supersession: RowStatement
    private let replacement: RowStatement
    private let meeting: RowStatement
    private let met: RowStatement

    init(_ db: Database) throws {
        self.db = db
        batchInsertion = try RowStatement(db, Self.insertion(rows: Self.batchSize))
        insertion = try RowStatement(db, Self.insertion(rows: 1))
        fullInsertion = try RowStatement(db, Self.fullInsertion)
        selection = try RowStatement(
            db,
            "SELECT \(StoredObservation.columns) FROM observation WHERE series = ?1 AND period = ?2"
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
        met = try RowStatement(db, "SELECT line FROM metRow WHERE series = ?1 AND period = ?2")
    }

    private static let fullInsertion = """
        INSERT INTO observation (series, period, coefficient, scale, revision, import, line, status, lowCoefficient, lowScale,
            highCoefficient, highScale, sampleSize, source, referenceDay, note, milestoneStatus, expectedDay)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        ON CONFLICT (series, period) DO NOTHING
        """

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
        VALUES \(parameters(rows: rows)) ON CONFLICT (series, period) DO NOTHING
        """
    }

    private static func parameters(rows: Int) -> String {
        Array(repeating: "(?, ?, ?, ?, ?, ?, ?, ?)", count: rows).joined(separator: ", ")
    }

    /// Adds the first values of periods; `false` where one of them had a value.
    ///
    /// The others are in nevertheless.
    func insert(_ rows: [WaitingRow], importID: Int64) throws -> Bool {
        try batchInsertion.run(rows, importID: importID)
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

    /// Moves the current value to the older ones, and puts another one in its place.
    func replace(with later: StoredObservation, series: Int64) throws {
        try supersession.run(series, later.observation.period.code)
        try replacement.run(series: series, later)
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

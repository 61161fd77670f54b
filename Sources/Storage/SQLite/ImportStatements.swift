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
    private let batchSupersession: RowStatement
    private let supersessionBetween: RowStatement
    private let batchReplacement: RowStatement
    private let fullBatchReplacement: RowStatement

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
        let values = "\(Self.bareColumns) VALUES \(Self.parameters(of: 8, rows: Self.batchSize))"
        batchSupersession = try RowStatement(db, "INSERT INTO revisedObservation \(values)")
        supersessionBetween = try RowStatement(
            db,
            """
            INSERT INTO revisedObservation SELECT * FROM observation
            WHERE (series, period) >= (?1, ?2) AND (series, period) <= (?3, ?4)
            """
        )
        batchReplacement = try RowStatement(db, "INSERT OR REPLACE INTO observation \(values)")
        fullBatchReplacement = try RowStatement(
            db,
            """
            INSERT OR REPLACE INTO observation \(Self.fullColumns)
            VALUES \(Self.parameters(of: 18, rows: Self.batchSize))
            """
        )
    }

    private static let bareColumns = "(series, period, coefficient, scale, revision, import, line, status)"

    private static let fullColumns = """
        (series, period, coefficient, scale, revision, import, line, status, lowCoefficient, lowScale,
            highCoefficient, highScale, sampleSize, source, referenceDay, note, milestoneStatus, expectedDay)
        """

    private static func fullInsertion(rows: Int) -> String {
        """
        INSERT INTO observation \(fullColumns)
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
        INSERT INTO observation \(bareColumns)
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
    func insert(_ rows: [WaitingRow], at places: ArraySlice<Int>, importID: Int64) throws -> Bool {
        let areFull = places.contains { rows[$0].row.observation.hasParticulars }
        let statement = areFull ? fullBatchInsertion : batchInsertion
        try statement.run(rows, at: places, importID: importID, withParticulars: areFull)
        return db.changesCount == places.count
    }

    /// Adds the first value of a period; `false` where it has one.
    func insert(_ stored: StoredObservation, series: Int64) throws -> Bool {
        try (stored.observation.hasParticulars ? fullInsertion : insertion).run(series: series, stored)
        return db.changesCount > 0
    }

    func current(_ period: Period, series: Int64) throws -> StoredObservation? {
        try selection.read(series, period.code) { row in try StoredObservation(row, of: period) }
    }

    /// What holds at some places that are neighbours.
    struct Neighbours {
        var values: [StoredObservation?]
        /// Whether no other lies between them.
        fileprivate(set) var areAlone = true

        var isEmpty: Bool { values.allSatisfy { $0 == nil } }

        fileprivate init(values: [StoredObservation?]) { self.values = values }

        /// Of so many places, none of which has a value.
        init(none count: Int) { self.init(values: Array(repeating: nil, count: count)) }
    }

    /// The values of some rows, whose places are in order, read in one go; `nil` where too much lies between them.
    ///
    /// Of places that are the same, a row before may give what the later one meets: then each has to be asked about by itself.
    func current(_ rows: [WaitingRow], at order: ArraySlice<Int>) throws -> Neighbours? {
        let places = order.map { rows[$0].place }
        guard let first = places.first, let last = places.last,
            zip(places, places.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        let most = 3 * places.count
        var found = Neighbours(values: Array(repeating: nil, count: places.count))
        var next = 0
        var read = 0
        try neighbours.readAll(first.series, first.period, last.series, last.period, Int64(most)) { row in
            read += 1
            let place = RowPlace(series: row.number(19) ?? 0, period: row.number(0) ?? 0)
            while next < places.count, places[next] < place { next += 1 }
            guard next < places.count, places[next] == place else {
                found.areAlone = false
                return
            }
            let period = rows[order[order.startIndex + next]].row.observation.period
            found.values[next] = try StoredObservation(row, of: period)
        }
        return read < most ? found : nil
    }

    /// Moves the current value to the older ones, and puts another one in its place.
    func replace(with later: StoredObservation, series: Int64) throws {
        try supersession.run(series, later.observation.period.code)
        try replacement.run(series: series, later)
    }

    /// Does the same with the values of several periods, in the order of the table.
    ///
    /// - Parameters:
    ///   - revisions: the values, the old ones as they are in the table.
    ///   - areAlone: whether nothing else lies between them.
    /// - Throws: what the database throws.
    func replace(_ revisions: [Revision], areAlone: Bool) throws {
        let areBare = revisions.allSatisfy { $0.old.isBare }
        guard revisions.count == Self.batchSize, areAlone || areBare, let first = revisions.first?.place,
            let last = revisions.last?.place
        else {
            for revision in revisions { try replace(with: revision.later, series: revision.series) }
            return
        }
        if areBare {
            try batchSupersession.run(revisions, \.old, withParticulars: false)
        } else {
            try supersessionBetween.run(first.series, first.period, last.series, last.period)
        }
        let areFull = revisions.contains { $0.later.observation.hasParticulars }
        try (areFull ? fullBatchReplacement : batchReplacement).run(revisions, \.later, withParticulars: areFull)
    }

    /// A value and the one that takes its place.
    struct Revision {
        let series: Int64
        let old: StoredObservation
        let later: StoredObservation

        var place: RowPlace { RowPlace(series: series, period: later.observation.period.code) }
    }
}

extension StoredObservation {
    /// Whether only the first eight columns of its row are filled.
    fileprivate var isBare: Bool { !observation.hasParticulars && withdrawal == nil && restores == nil }
}

internal import Feeds
internal import GRDB
internal import Indicators

/// Takes in the rows of one file, one by one, within the transaction of its import.
struct ImportRecorder {
    /// The rows of the running import whose value was in the store already; they leave no trace in the store itself, but a
    /// later row of the same file must not contradict them. SQLite moves it to a temporary file when it grows.
    static let temporaryTable = """
        CREATE TEMPORARY TABLE IF NOT EXISTS confirmedRow (
            series INTEGER NOT NULL,
            period INTEGER NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (series, period)
        ) STRICT, WITHOUT ROWID
        """

    private static let longestChain = 16
    private static let keptFaults = 100
    private static let keptRevisions = 100
    private static let keptLines = 10

    private(set) var result = ImportResult()

    private let importID: Int64
    private let dependants: (IndicatorID) -> [IndicatorID]
    private let rows: SeriesRows
    private var cache: SeriesCache
    private let statements: ImportStatements
    private var metKnown = false

    init(_ db: Database, importID: Int64, dependants: @escaping (IndicatorID) -> [IndicatorID]) throws {
        self.importID = importID
        self.dependants = dependants
        rows = SeriesRows(db: db)
        cache = try SeriesCache(rows)
        statements = try ImportStatements(db)
        try db.run("DELETE FROM confirmedRow")
    }

    /// Takes in what became of one row.
    mutating func take(_ outcome: RowOutcome) throws {
        result.rows += 1
        switch outcome {
        case .observed(let row): try take(row)
        case .skipped(let skip): note(skip)
        case .fault(let fault): note(fault)
        }
    }

    private mutating func take(_ row: ObservedRow) throws {
        let series = try cache.entry(of: row.series)
        let fresh = StoredObservation(
            observation: row.observation, revision: 1, importID: importID, line: Int64(row.line)
        )
        // A file is mostly new throughout or known throughout: what the row before was is tried first.
        if metKnown, let current = try statements.current(row.observation.period, series: series.id) {
            try take(row, series, after: current)
        } else if try statements.insert(fresh, series: series.id) {
            metKnown = false
            result.taken += 1
            try mark(row.series, series, depth: 0)
        } else if let current = try statements.current(row.observation.period, series: series.id) {
            metKnown = true
            try take(row, series, after: current)
        }
    }

    /// A row for a period that has a value.
    private mutating func take(_ row: ObservedRow, _ series: SeriesCache.Entry, after current: StoredObservation) throws {
        let period = row.observation.period
        if current.importID == importID {
            repeated(row, as: current.observation.value, onLine: current.line)
            return
        }
        let following = current.observation.followed(by: row.observation)
        if following == current.observation {
            if try statements.confirm(period, series: series.id, line: row.line) {
                result.unchanged += 1
            } else {
                note(RowSkip.duplicate(row))
            }
        } else if let line = try statements.confirmedLine(period, series: series.id) {
            repeated(row, as: current.observation.value, onLine: line)
        } else {
            try revise(row, series, from: current, to: following)
        }
    }

    /// A row for a period that an earlier row of the same file gave a value.
    private mutating func repeated(_ row: ObservedRow, as value: ExactDecimal, onLine line: Int64) {
        if row.observation.value == value {
            note(RowSkip.duplicate(row))
        } else {
            note(RowFault.conflict(row, with: value, onLine: Int(line)))
        }
    }

    private mutating func revise(
        _ row: ObservedRow, _ series: SeriesCache.Entry, from current: StoredObservation, to following: Observation
    ) throws {
        let later = StoredObservation(
            observation: following, revision: current.revision + 1, importID: importID, line: Int64(row.line)
        )
        try statements.replace(with: later, series: series.id)
        result.revised += 1
        if following.value != current.observation.value {
            note(
                ImportResult.Revision(
                    series: row.series,
                    period: following.period,
                    before: current.observation.value,
                    after: following.value
                )
            )
        }
        try mark(row.series, series, depth: 0)
    }

    /// Marks a series, and every series that is made of it, once.
    private mutating func mark(_ key: SeriesKey, _ series: SeriesCache.Entry, depth: Int) throws {
        guard !series.isMarked, depth < Self.longestChain else { return }
        series.isMarked = true
        try rows.mark(series.id)
        for indicator in dependants(key.indicator) {
            let derived = SeriesKey(indicator: indicator, area: key.area, breakdown: key.breakdown)
            try mark(derived, cache.entry(of: derived), depth: depth + 1)
        }
    }
}

extension ImportRecorder {
    private mutating func note(_ skip: RowSkip) {
        result.skipped[skip.reason, default: ImportResult.SkippedRows()].count += 1
        if result.skipped[skip.reason, default: ImportResult.SkippedRows()].lines.count < Self.keptLines {
            result.skipped[skip.reason, default: ImportResult.SkippedRows()].lines.append(skip.line)
        }
    }

    private mutating func note(_ fault: RowFault) {
        result.faultCount += 1
        if result.faults.count < Self.keptFaults { result.faults.append(fault) }
    }

    private mutating func note(_ revision: ImportResult.Revision) {
        if result.revisions.count < Self.keptRevisions { result.revisions.append(revision) }
    }
}

/// The statements that run for the rows of an import, prepared once.
struct ImportStatements {
    private let db: Database
    private let insertion: RowStatement
    private let fullInsertion: RowStatement
    private let selection: RowStatement
    private let supersession: RowStatement
    private let replacement: RowStatement
    private let confirmation: RowStatement
    private let confirmed: RowStatement

    init(_ db: Database) throws {
        self.db = db
        insertion = try RowStatement(
            db,
            """
            INSERT INTO observation (series, period, coefficient, scale, revision, import, line, status)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (series, period) DO NOTHING
            """
        )
        fullInsertion = try RowStatement(
            db,
            """
            INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            ON CONFLICT (series, period) DO NOTHING
            """
        )
        selection = try RowStatement(
            db, "SELECT \(StoredObservation.columns) FROM observation WHERE series = ?1 AND period = ?2"
        )
        supersession = try RowStatement(
            db, "INSERT INTO revisedObservation SELECT * FROM observation WHERE series = ?1 AND period = ?2"
        )
        replacement = try RowStatement(
            db,
            """
            UPDATE observation SET coefficient = ?3, scale = ?4, revision = ?5, import = ?6, line = ?7, status = ?8,
                lowCoefficient = ?9, lowScale = ?10, highCoefficient = ?11, highScale = ?12, sampleSize = ?13,
                source = ?14, referenceDay = ?15, note = ?16
            WHERE series = ?1 AND period = ?2
            """
        )
        confirmation = try RowStatement(
            db, "INSERT INTO confirmedRow VALUES (?1, ?2, ?3) ON CONFLICT (series, period) DO NOTHING"
        )
        confirmed = try RowStatement(db, "SELECT line FROM confirmedRow WHERE series = ?1 AND period = ?2")
    }

    /// Adds the first value of a period; `false` where it has one.
    func insert(_ stored: StoredObservation, series: Int64) throws -> Bool {
        try (stored.observation.hasParticulars ? fullInsertion : insertion).run(series: series, stored)
        return db.changesCount > 0
    }

    func current(_ period: Period, series: Int64) throws -> StoredObservation? {
        try selection.read(series: series, period: period.code, StoredObservation.init)
    }

    /// Moves the current value to the older ones, and puts another one in its place.
    func replace(with later: StoredObservation, series: Int64) throws {
        try supersession.run(series: series, period: later.observation.period.code)
        try replacement.run(series: series, later)
    }

    /// Notes that the file repeats the value in the store; `false` where an earlier row did so already.
    func confirm(_ period: Period, series: Int64, line: Int) throws -> Bool {
        try confirmation.run(series: series, period: period.code, line: Int64(line))
        return db.changesCount > 0
    }

    /// The line of the file that repeated the value in the store.
    func confirmedLine(_ period: Period, series: Int64) throws -> Int64? {
        try confirmed.read(series: series, period: period.code) { try $0.decode(atIndex: 0) }
    }
}

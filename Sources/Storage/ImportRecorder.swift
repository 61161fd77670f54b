internal import Feeds
internal import GRDB
internal import Indicators

/// A row that waits to go into the store together with others.
struct WaitingRow {
    let row: ObservedRow
    let series: SeriesCache.Entry
}

/// Takes in the rows of one file, one by one, within the transaction of its import.
struct ImportRecorder {
    /// The rows of the running import whose value was in the store already.
    ///
    /// They leave no trace in the store itself, but a later row of the same file must not contradict them. SQLite moves
    /// the table to a temporary file when it grows.
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
    private let dependants: (SeriesKey) -> [SeriesKey]
    private var cache: SeriesCache
    private let statements: ImportStatements
    private var metKnown = false
    private var batch: [WaitingRow] = []

    init(_ db: Database, importID: Int64, dependants: @escaping (SeriesKey) -> [SeriesKey]) throws {
        self.importID = importID
        self.dependants = dependants
        cache = try SeriesCache(db, importID: importID)
        statements = try ImportStatements(db)
        try db.run("DELETE FROM confirmedRow")
    }

    /// Takes in what became of one row.
    mutating func take(_ outcome: RowOutcome) throws {
        result.rows += 1
        switch outcome {
        case .observed(let row): try take(row)
        case .skipped(let skip): note(skip)
        case .fault(let fault):
            // The faults of the rows before it come first.
            try flush()
            note(fault)
        }
    }

    /// Settles the rows that still wait.
    mutating func finish() throws {
        try flush()
    }

    private mutating func take(_ row: ObservedRow) throws {
        let waiting = WaitingRow(row: row, series: try cache.entry(of: row.series))
        // A file is mostly new throughout or known throughout: new rows go in together, as long as none is known.
        guard !metKnown, !row.observation.hasParticulars else {
            try flush()
            return try settle(waiting)
        }
        batch.append(waiting)
        if batch.count == ImportStatements.batchSize { try flush() }
    }

    private mutating func flush() throws {
        guard !batch.isEmpty else { return }
        let rows = batch
        batch.removeAll(keepingCapacity: true)
        if rows.count == ImportStatements.batchSize, try statements.insert(rows, importID: importID) {
            for row in rows { try taken(row) }
        } else {
            for row in rows { try settle(row) }
        }
    }

    /// Takes in one row that may be known, or that its batch has put in already.
    private mutating func settle(_ waiting: WaitingRow) throws {
        let observation = waiting.row.observation
        let fresh = StoredObservation(
            observation: observation,
            revision: 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
        if metKnown, let current = try statements.current(observation.period, series: waiting.series.id) {
            try settle(waiting, as: fresh, after: current)
        } else if try statements.insert(fresh, series: waiting.series.id) {
            metKnown = false
            try taken(waiting)
        } else if let current = try statements.current(observation.period, series: waiting.series.id) {
            metKnown = true
            try settle(waiting, as: fresh, after: current)
        }
    }

    private mutating func settle(
        _ waiting: WaitingRow,
        as fresh: StoredObservation,
        after current: StoredObservation
    ) throws {
        if fresh.isSameRow(as: current) {
            try taken(waiting)
        } else {
            try take(waiting.row, waiting.series, after: current)
        }
    }

    private mutating func taken(_ waiting: WaitingRow) throws {
        result.taken += 1
        try mark(waiting.row.series, waiting.series, depth: 0)
    }

    /// A row for a period that has a value.
    private mutating func take(_ row: ObservedRow, _ series: SeriesCache.Entry, after current: StoredObservation) throws
    {
        let period = row.observation.period
        if current.importID == importID {
            repeated(row, as: current.observation, onLine: current.line)
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
            repeated(row, as: current.observation, onLine: line)
        } else {
            try revise(row, series, from: current, to: following)
        }
    }

    /// A row for a period that an earlier row of the same file gave a value.
    private mutating func repeated(_ row: ObservedRow, as earlier: Observation, onLine line: Int64) {
        if row.observation.agrees(with: earlier) {
            note(RowSkip.duplicate(row))
        } else {
            note(RowFault.conflict(row, with: earlier, onLine: Int(line)))
        }
    }

    private mutating func revise(
        _ row: ObservedRow,
        _ series: SeriesCache.Entry,
        from current: StoredObservation,
        to following: Observation
    ) throws {
        let later = StoredObservation(
            observation: following,
            revision: current.revision + 1,
            importID: importID,
            line: Int64(row.line)
        )
        try statements.replace(with: later, series: series.id)
        result.revised += 1
        let before = current.observation
        if following.value != before.value || following.milestone != before.milestone {
            note(
                ImportResult.Revision(
                    series: row.series,
                    period: following.period,
                    before: before.value,
                    after: following.value,
                    reportBefore: before.milestone,
                    reportAfter: following.milestone
                )
            )
        }
        try mark(row.series, series, depth: 0)
    }

    /// Marks a series, and every series that is made of it, once.
    private mutating func mark(_ key: SeriesKey, _ series: SeriesCache.Entry, depth: Int) throws {
        guard depth < Self.longestChain, try cache.mark(series) else { return }
        for derived in dependants(key) {
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

internal import Feeds
internal import GRDB
internal import Indicators

/// Takes in the rows of one file, one by one, within the transaction of its import.
struct ImportRecorder {
    /// The rows of the running import that met a value of an earlier file.
    ///
    /// Those that say the same leave no trace in the store itself, but a later row of the same file must not contradict
    /// them. SQLite moves the table to a temporary file when it grows.
    static let temporaryTable = """
        CREATE TEMPORARY TABLE IF NOT EXISTS metRow (
            series INTEGER NOT NULL,
            period INTEGER NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (series, period)
        ) STRICT, WITHOUT ROWID
        """

    private static let longestChain = 16

    private(set) var tally = IntakeTally()

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
        try db.run("DELETE FROM metRow")
    }

    /// Takes in what became of one row.
    mutating func take(_ outcome: RowOutcome) throws {
        switch outcome {
        case .observed(let row): try take(row)
        case .skipped(let skip): tally.count(skip)
        case .fault(let fault):
            // The faults of the rows before it come first.
            try flush()
            tally.count(fault)
        }
    }

    /// Enters the rows that still wait.
    mutating func finish() throws {
        try flush()
    }

    private mutating func take(_ row: ObservedRow) throws {
        let waiting = WaitingRow(row: row, series: try cache.entry(of: row.series))
        if row.plausible != nil, let fault = try cache.question(row, waiting.series) {
            // The rows before it may say the same of the period.
            try flush()
            guard try isKnown(waiting) else { return tally.count(fault) }
        }
        // A file is mostly new throughout or known throughout: new rows go in together, as long as none is known.
        guard !metKnown, !row.observation.hasParticulars else {
            try flush()
            return try enter(waiting)
        }
        batch.append(waiting)
        if batch.count == ImportStatements.batchSize { try flush() }
    }

    /// Whether the store has what the row says, so that nobody has to confirm it any more.
    private func isKnown(_ waiting: WaitingRow) throws -> Bool {
        let observation = waiting.row.observation
        return try statements.current(observation.period, series: waiting.series.id)?
            .observation.agrees(with: observation) ?? false
    }

    private mutating func flush() throws {
        guard !batch.isEmpty else { return }
        let rows = batch
        batch.removeAll(keepingCapacity: true)
        if rows.count == ImportStatements.batchSize, try statements.insert(rows, importID: importID) {
            for row in rows { try taken(row) }
        } else {
            for row in rows { try enter(row) }
        }
    }

    /// Takes in one row that may be known, or that its batch has put in already.
    private mutating func enter(_ waiting: WaitingRow) throws {
        let observation = waiting.row.observation
        let fresh = StoredObservation(
            observation: observation,
            revision: 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
        if metKnown, let current = try statements.current(observation.period, series: waiting.series.id) {
            try enter(waiting, as: fresh, after: current)
        } else if try statements.insert(fresh, series: waiting.series.id) {
            metKnown = false
            try taken(waiting)
        } else if let current = try statements.current(observation.period, series: waiting.series.id) {
            metKnown = true
            try enter(waiting, as: fresh, after: current)
        }
    }

    private mutating func enter(
        _ waiting: WaitingRow,
        as fresh: StoredObservation,
        after current: StoredObservation
    ) throws {
        if fresh.isSameRow(as: current) {
            try taken(waiting)
        } else {
            try decide(waiting, after: current)
        }
    }

    private mutating func taken(_ waiting: WaitingRow) throws {
        tally.countTaken(waiting.row)
        try mark(waiting.row.series, waiting.series, depth: 0)
    }

    /// Keeps what is decided on a row for a period that has a value.
    private mutating func decide(_ waiting: WaitingRow, after current: StoredObservation) throws {
        let row = waiting.row
        let line = try lineOfThisFile(waiting, after: current)
        let decision = RowDecision.on(row.observation, after: current.observation, saidOnLine: line)
        if case .revision(_, let following) = decision {
            let later = StoredObservation(
                observation: following,
                revision: current.revision + 1,
                importID: importID,
                line: Int64(row.line)
            )
            try statements.replace(with: later, series: waiting.series.id)
            try mark(row.series, waiting.series, depth: 0)
        }
        tally.count(decision, of: row)
    }

    /// The line of the earlier row of this file that gave the current value, or met it.
    private func lineOfThisFile(_ waiting: WaitingRow, after current: StoredObservation) throws -> Int? {
        guard current.importID != importID else { return Int(current.line) }
        let row = waiting.row
        return try statements.meet(row.observation.period, series: waiting.series.id, line: row.line)
    }

    /// Marks a series, and every series that is made of it, once.
    private mutating func mark(_ key: SeriesKey, _ series: SeriesCache.Entry, depth: Int) throws {
        guard depth < Self.longestChain, try cache.mark(series) else { return }
        for derived in dependants(key) {
            try mark(derived, cache.entry(of: derived), depth: depth + 1)
        }
    }
}

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
    private var cache: SeriesCache
    private let statements: ImportStatements
    private var metKnown = false

    init(_ db: Database, importID: Int64, dependants: @escaping (IndicatorID) -> [IndicatorID]) throws {
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
        try cache.mark(series)
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

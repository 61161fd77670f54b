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

    var tally = IntakeTally()

    let db: Database
    let importID: Int64
    private let header: ImportHeader
    /// Whether the same content was taken in before.
    let isRepeat: Bool
    /// The import of the delivery that the file continues.
    private let continued: Int64?
    private let dependants: (SeriesKey) -> [SeriesKey]
    /// Is called while many rows go in together: whoever waits sees that the work goes on, and may end it.
    let whileEntering: () throws -> Void
    private var cache: SeriesCache
    let statements: ImportStatements
    /// What the delivery has, where it is one of a feed.
    private var delivery: FeedRecorder?
    /// Whether rows have vanished that may be there again.
    private let hasVanished: Bool
    /// Whether the last row met a value: a file is mostly new throughout or known throughout.
    var metKnown = false
    var batch = RowBatch()

    init(
        _ db: Database,
        _ header: ImportHeader,
        importID: Int64,
        isRepeat: Bool,
        dependants: @escaping (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping () throws -> Void
    ) throws {
        self.whileEntering = whileEntering
        self.db = db
        self.header = header
        self.isRepeat = isRepeat
        self.importID = importID
        self.dependants = dependants
        continued = try ImportRows(db: db).accepted(claim: header.continues)
        cache = try SeriesCache(db, importID: importID, leavingOut: continued)
        statements = try ImportStatements(db)
        delivery = try header.profile.map { try FeedRecorder(db, feed: $0, importID: importID) }
        hasVanished = try VanishedRows(db: db).areThere()
        try db.run("DELETE FROM metRow")
    }

    /// Takes in what became of one row.
    mutating func take(_ outcome: RowOutcome) throws {
        tally.meet(outcome)
        switch outcome {
        case .observed(let row): try take(row)
        case .withdrawn(let row):
            try flush()
            try takeBack(row)
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
        // An older delivery that comes again lacks nothing; of one with faulty rows nobody knows what is in those.
        guard let delivery, !isRepeat, tally.faultCount == 0 else { return }
        let vanished = VanishedRows(db: db)
        try delivery.finish { row, series in
            tally.count(row)
            try vanished.add(row.period, series: series, importID: importID, at: header.at)
        }
    }

    /// Notes that the file has the row.
    private mutating func meet(_ period: Period, series: Int64) throws {
        try delivery?.note(period, series: series)
        guard hasVanished else { return }
        tally.countReturned(try VanishedRows(db: db).clear(period, series: series, at: header.at))
    }

    private mutating func take(_ row: ObservedRow) throws {
        let waiting = WaitingRow(row: row, series: try cache.entry(of: row.series, for: row))
        if delivery != nil || hasVanished { try meet(row.observation.period, series: waiting.series.id) }
        if row.plausible != nil {
            // Of a file that was taken in before nothing that waits is noted: what comes of it stands in the database alone.
            if isRepeat, cache.hasToLook(at: waiting.series), !batch.rows(of: waiting.series.id).isEmpty { try flush() }
            // What it is held against may be among the rows that still wait.
            if let fault = try cache.question(row, waiting.series, after: { batch.rows(of: waiting.series.id) }) {
                // The rows before it may say the same of the period.
                try flush()
                guard try isKnown(waiting) else { return tally.count(fault) }
            }
        }
        if !isRepeat { try cache.note(row, of: waiting.series, after: { batch.rows(of: waiting.series.id) }) }
        batch.add(waiting)
        if batch.isFull { try flush() }
    }

    /// Whether the store has what the row says, so that nobody has to confirm it any more.
    private func isKnown(_ waiting: WaitingRow) throws -> Bool {
        let observation = waiting.row.observation
        guard let current = try statements.current(observation.period, series: waiting.series.id) else { return false }
        if current.holds, current.observation.agrees(with: observation) { return true }
        // What the same content brought before was questioned then; where it holds no more its receipt says so.
        guard isRepeat else { return false }
        return try WithdrawalRows(db: db).revisions(of: observation.period, series: waiting.series.id)
            .contains { $0.withdrawal == nil && $0.observation.agrees(with: observation) }
    }

    /// Takes back what holds for the series and period of a row.
    private mutating func takeBack(_ row: WithdrawnRow) throws {
        // A series that nobody has brought a value of is not made by taking one back.
        guard try SeriesRows(db: db).id(of: row.series) != nil else { return tally.count(row.nothingThere) }
        let series = try cache.entry(of: row.series)
        let rows = WithdrawalRows(db: db)
        let current = try statements.current(row.period, series: series.id).flatMap { $0.holds ? $0 : nil }
        if isRepeat, try wasTakenBack(row, series.id, current) { return }
        let line = current.flatMap { $0.importID == importID && $0.withdrawal == nil ? Int($0.line) : nil }
        switch row.obstacle(current?.observation, givenOnLine: line) {
        case .skip(let skip): return tally.count(skip)
        case .fault(let fault): return tally.count(fault)
        case nil: break
        }
        let order = Withdrawal(by: header.fileName, why: row.why, at: header.at)
        let act = try rows.note(order, importID: importID)
        guard let change = try rows.takeBack(row.period, series: series.id, by: act, with: statements) else { return }
        tally.count(
            WithdrawnValue(series: row.series, period: row.period, old: change.old, holds: change.holds)
        )
        cache.forgetValues(of: series)
        try mark(row.series, series, depth: 0)
    }

    /// Counts a row of a file that was taken in before, where it took a value back then; `false` where it never did.
    ///
    /// What holds stays as it is, whatever came since.
    private mutating func wasTakenBack(
        _ row: WithdrawnRow,
        _ series: Int64,
        _ current: StoredObservation?
    ) throws -> Bool {
        let rows = WithdrawalRows(db: db)
        let taken = try rows.takenBack(row.period, series: series, hash: header.hash)
        switch RepeatedWithdrawal.on(takenBack: taken.map(\.revision), inForce: current?.origin.map(Int.init)) {
        case .isNew: return false
        case .holds: tally.countUnchanged()
        case .lapsed(let revision):
            guard let current,
                let said = try rows.revisions(of: row.period, series: series).first(where: { $0.revision == revision })
            else { return false }
            let isSame = current.origin.map(Int.init) == revision
            let undo = isSame ? taken.last { $0.revision == revision }?.undoneBy : nil
            tally.count(
                LapsedValue(
                    series: row.series,
                    said: said.observation,
                    holds: current.observation,
                    cause: try rows.cause(ofLapseBy: undo, before: current),
                    isWithdrawal: true
                )
            )
        }
        return true
    }

    /// Marks a series, and every series that is made of it, once.
    mutating func mark(_ key: SeriesKey, _ series: SeriesCache.Entry, depth: Int) throws {
        guard depth < Self.longestChain, try cache.mark(series), depth + 1 < Self.longestChain else { return }
        for derived in dependants(key) {
            try mark(derived, cache.entry(of: derived), depth: depth + 1)
        }
    }
}

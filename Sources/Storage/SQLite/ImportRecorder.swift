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

    private let db: Database
    private let importID: Int64
    private let header: ImportHeader
    /// Whether the same content was taken in before.
    private let isRepeat: Bool
    /// The import of the delivery that the file continues.
    private let continued: Int64?
    private let dependants: (SeriesKey) -> [SeriesKey]
    private var cache: SeriesCache
    private let statements: ImportStatements
    /// What the delivery has, where it is one of a feed.
    private var delivery: FeedRecorder?
    /// Whether rows have vanished that may be there again.
    private let hasVanished: Bool
    private var metKnown = false
    private var batch: [WaitingRow] = []

    init(
        _ db: Database,
        _ header: ImportHeader,
        importID: Int64,
        isRepeat: Bool,
        dependants: @escaping (SeriesKey) -> [SeriesKey]
    ) throws {
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
        let waiting = WaitingRow(row: row, series: try cache.entry(of: row.series))
        if delivery != nil || hasVanished { try meet(row.observation.period, series: waiting.series.id) }
        if row.plausible != nil {
            // What it is held against may be among the rows that still wait.
            if cache.hasToLook(at: waiting.series), batch.contains(where: { $0.series.id == waiting.series.id }) {
                try flush()
            }
            if let fault = try cache.question(row, waiting.series) {
                // The rows before it may say the same of the period.
                try flush()
                guard try isKnown(waiting) else { return tally.count(fault) }
            }
        }
        if !isRepeat { try cache.note(row, of: waiting.series) }
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
        guard let current = try statements.current(observation.period, series: waiting.series.id) else { return false }
        if current.holds, current.observation.agrees(with: observation) { return true }
        // What the same content brought before was questioned then; where it holds no more its receipt says so.
        guard isRepeat else { return false }
        return try WithdrawalRows(db: db).revisions(of: observation.period, series: waiting.series.id)
            .contains { $0.withdrawal == nil && $0.observation.agrees(with: observation) }
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
        if isRepeat, line == nil, try isKnown(waiting, after: current) { return }
        let known = current.holds ? current.observation : nil
        let decision = RowDecision.on(row.observation, after: known, saidOnLine: line)
        switch decision {
        case .revision(_, let following): try revise(waiting, following, after: current)
        // Its value was taken back, and no older one holds.
        case .new: try revise(waiting, row.observation, after: current)
        case .unchanged, .duplicate, .conflict: break
        }
        tally.count(decision, of: row)
    }

    private mutating func revise(
        _ waiting: WaitingRow,
        _ following: Observation,
        after current: StoredObservation
    ) throws {
        let later = StoredObservation(
            observation: following,
            revision: current.revision + 1,
            importID: importID,
            line: Int64(waiting.row.line)
        )
        try statements.replace(with: later, series: waiting.series.id)
        try mark(waiting.row.series, waiting.series, depth: 0)
    }

    /// Counts a row of a file that was taken in before, where it holds or has held; `false` where it was never taken.
    private mutating func isKnown(_ waiting: WaitingRow, after current: StoredObservation) throws -> Bool {
        let row = waiting.row
        let rows = WithdrawalRows(db: db)
        let earlier = try rows.revisions(of: row.observation.period, series: waiting.series.id)
            .filter { $0.withdrawal == nil }
        let known = current.holds ? current.observation : nil
        switch RepeatedRow.on(row.observation, known: known, earlier: earlier.map(\.observation)) {
        case .isNew: return false
        case .holds: tally.countUnchanged()
        case .lapsed(let place):
            let cause = try rows.cause(of: earlier[place], series: waiting.series.id, after: current)
            tally.count(LapsedValue(series: row.series, said: row.observation, holds: known, cause: cause))
        }
        return true
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

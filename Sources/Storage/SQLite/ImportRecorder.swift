internal import Feeds
internal import GRDB
internal import Indicators

/// Takes in the rows of one file, one by one, within the transaction of its import.
struct ImportRecorder {
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
    var cache: SeriesCache
    let statements: ImportStatements
    var met: MetPlaces
    /// What would be written; `nil` where it is.
    var held: HeldRows?
    /// What the delivery has, where it is one of a feed.
    private var delivery: FeedRecorder?
    /// Whether rows have vanished that may be there again.
    private let hasVanished: Bool
    /// Whether the last row met a value: a file is mostly new throughout or known throughout.
    var metKnown = false
    var batch = RowBatch()
    /// The reports of milestones among the rows.
    private var courses = ReportCourses()
    /// The values that are replaced together.
    var revisions: [ImportStatements.Revision] = []

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
        // What the same content brought before stands in the database, and is held against what it would bring there.
        let isHeld = header.isDryRun && !isRepeat && continued == nil
        held = isHeld ? HeldRows(importID: importID) : nil
        cache = try SeriesCache(db, importID: importID, isHeld: isHeld, leavingOut: continued)
        statements = try ImportStatements(db)
        delivery = try header.profile.map { try FeedRecorder(db, feed: $0, importID: importID) }
        hasVanished = try VanishedRows(db: db).areThere()
        met = try MetPlaces(db)
    }

    /// Takes in what became of one row.
    mutating func take(_ outcome: consuming RowOutcome) throws {
        tally.meet(outcome)
        switch consume outcome {
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
        try cache.writeWaiting()
        try met.clear()
        for remark in courses.remarks { tally.note(remark) }
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
        if held != nil, cache.isFull { try writeHeld() }
        var waiting = try self.waiting(row)
        let series = waiting.series.id
        if delivery != nil || hasVanished { try meet(row.observation.period, series: series) }
        if row.hasToBePlausible {
            // Of a file that was taken in before nothing that waits is noted: what comes of it stands in the database alone.
            if isRepeat, cache.hasToLook(at: waiting.series), !batch.rows(of: series).isEmpty {
                try flush()
                waiting = try self.waiting(row)
            }
            // What it is held against may be among the rows that still wait.
            if let fault = try cache.question(row, waiting.series, after: { try Self.unwritten(series, batch, held) }) {
                // The rows before it may say the same of the period.
                try flush()
                waiting = try self.waiting(row)
                guard try isKnown(waiting) else { return tally.count(fault, ofValue: true) }
            }
        }
        // A file that was taken in before was remarked on then.
        if row.reports != nil, !isRepeat { try courses.note(row) { [db] in try Self.known(of: series, db) } }
        if !isRepeat { try cache.note(row, of: waiting.series, after: { try Self.unwritten(series, batch, held) }) }
        batch.add(waiting)
        guard batch.isFull else { return }
        try flush()
        if held?.isFull == true { try writeHeld() }
    }

    /// The row with its series; anew after each batch that is written, since the cache may have begun anew with what that marks.
    private mutating func waiting(_ row: ObservedRow) throws -> WaitingRow {
        WaitingRow(row: row, series: try cache.entry(of: row.series, for: row))
    }

    /// The values of a series that are not in the database yet.
    private static func unwritten(_ series: Int64, _ batch: RowBatch, _ held: HeldRows?) throws -> [PeriodValue] {
        let waiting = batch.rows(of: series)
            .map { PeriodValue(period: $0.observation.period, value: $0.observation.value) }
        return try (held?.lastValues(of: series) ?? []) + waiting
    }

    /// What the database has of a series of which this import has written nothing yet.
    private static func known(of series: Int64, _ db: Database) throws -> [Observation] {
        var found: [Observation] = []
        try RowStatement(
            db,
            "SELECT \(StoredObservation.columns) FROM observation WHERE series = ?1 ORDER BY period"
        )
        .readAll([.number(series)]) { row in
            let stored = try StoredObservation(row)
            if stored.holds { found.append(stored.observation) }
        }
        return found
    }

    /// Whether the store has what the row says, so that nobody has to confirm it any more.
    private func isKnown(_ waiting: WaitingRow) throws -> Bool {
        let observation = waiting.row.observation
        guard let current = try current(waiting.place, observation.period) else { return false }
        if current.holds, current.observation.agrees(with: observation) { return true }
        // What the same content brought before was questioned then; where it holds no more its receipt says so.
        guard isRepeat else { return false }
        return try WithdrawalRows(db: db).revisions(of: observation.period, series: waiting.series.id)
            .contains { $0.withdrawal == nil && $0.observation.agrees(with: observation) }
    }

    /// Takes back what holds for the series and period of a row.
    private mutating func takeBack(_ row: WithdrawnRow) throws {
        // A series that nobody has brought a value of is not made by taking one back.
        guard let series = try cache.entryIfThere(row.series) else {
            return tally.count(row.nothingThere, ofValue: true)
        }
        let rows = WithdrawalRows(db: db)
        let place = RowPlace(series: series.id, period: row.period.code)
        let current = try current(place, row.period).flatMap { $0.holds ? $0 : nil }
        if isRepeat, try wasTakenBack(row, series.id, current) { return }
        let line = current.flatMap { $0.importID == importID && $0.withdrawal == nil ? Int($0.line) : nil }
        switch row.obstacle(current?.observation, givenOnLine: line) {
        case .skip(let skip): return tally.count(skip, ofValue: true)
        case .fault(let fault): return tally.count(fault, ofValue: true)
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

internal import Assessment
internal import Feeds
internal import GRDB
internal import Indicators

/// Takes values back, and finds what was taken back.
struct WithdrawalRows {
    /// What became of one period.
    struct Change {
        let old: Observation
        /// What holds since; `nil` where nothing does.
        let holds: Observation?
    }

    let db: Database

    /// Keeps an order; of a file, the import that brought it.
    func note(_ order: Withdrawal, importID: Int64? = nil) throws -> Int64 {
        try db.run(
            "INSERT INTO withdrawal (at, orderedBy, why, import) VALUES (?, ?, ?, ?)",
            [order.at.milliseconds, order.by, order.why, importID]
        )
        return db.lastInsertedRowID
    }

    /// Takes back what holds.
    ///
    /// - Returns: `nil` where nothing does.
    func takeBack(
        _ period: Period,
        series: Int64,
        by act: Int64,
        with statements: ImportStatements
    ) throws -> Change? {
        guard let current = try statements.current(period, series: series), let origin = current.origin else {
            return nil
        }
        try db.run(
            "INSERT OR IGNORE INTO takenBack (series, period, revision, withdrawal) VALUES (?, ?, ?, ?)",
            [series, period.code, origin, act]
        )
        return try settle(period, series: series, by: act, with: statements)
    }

    /// Puts in its place what holds, now that something was taken back or is not any more.
    ///
    /// - Returns: `nil` where that is what held before.
    func settle(
        _ period: Period,
        series: Int64,
        by act: Int64,
        with statements: ImportStatements
    ) throws -> Change? {
        let all = try revisions(of: period, series: series)
        guard let current = all.last else { return nil }
        let takenBack = try takenBack(period, series: series)
        let number = ValueInForce.number(
            among: all.map { row in
                ValueInForce.Revision(
                    number: Int(row.revision),
                    isRepetition: row.withdrawal != nil,
                    isTakenBack: takenBack.contains(row.revision)
                )
            }
        )
        guard number.map(Int64.init) != current.origin else { return nil }
        let holding = all.first { $0.revision == number.map(Int64.init) }
        var next = holding ?? current
        next.revision = current.revision + 1
        try statements.replace(with: next, series: series)
        try db.run(
            "UPDATE observation SET withdrawal = ?3, restores = ?4 WHERE series = ?1 AND period = ?2",
            [series, period.code, act, holding?.revision]
        )
        try clearVanished(period, series: series, by: act, isGone: holding == nil)
        return Change(old: current.observation, holds: holding?.observation)
    }

    /// A value that was taken back is missed no more.
    private func clearVanished(_ period: Period, series: Int64, by act: Int64, isGone: Bool) throws {
        guard let at = try db.row("SELECT at FROM withdrawal WHERE id = ?", [act])?.instant("at") else { return }
        let vanished = VanishedRows(db: db)
        try vanished.clear(period, series: series, at: at)
        if isGone { try vanished.forget(period, series: series) }
    }

    /// Every revision of a period, oldest first.
    func revisions(of period: Period, series: Int64) throws -> [StoredObservation] {
        try ["revisedObservation", "observation"].flatMap { table in
            try db.each(
                """
                SELECT \(StoredObservation.columns) FROM \(table) WHERE series = ? AND period = ? ORDER BY revision
                """,
                [series, period.code]
            ) { try StoredObservation($0) }
        }
    }

    /// The revisions of a period that were taken back, by an order that stands or with their import.
    private func takenBack(_ period: Period, series: Int64) throws -> Set<Int64> {
        let arguments: StatementArguments = [series, period.code]
        var taken = try db.each(Self.takenByOrder, arguments) { try $0.value("revision", as: Int64.self) }
        for table in ["revisedObservation", "observation"] {
            taken += try db.each(Self.takenByUndo(table), arguments) { try $0.value("revision", as: Int64.self) }
        }
        return Set(taken)
    }

    // The order of a file that was itself undone does not stand.
    private static let takenByOrder = """
        SELECT revision FROM takenBack t JOIN withdrawal w ON w.id = t.withdrawal LEFT JOIN import i ON i.id = w.import
        WHERE series = ? AND period = ? AND i.undoneBy IS NULL
        """

    private static func takenByUndo(_ table: String) -> String {
        """
        SELECT revision FROM \(table) o JOIN import i ON i.id = o.import
        WHERE series = ? AND period = ? AND i.undoneBy IS NOT NULL
        """
    }
}

// MARK: What became of a value
extension WithdrawalRows {
    /// Why an earlier value does not hold any more.
    func cause(
        of earlier: StoredObservation,
        series: Int64,
        after current: StoredObservation
    ) throws -> LapsedValue.Cause {
        let arguments: StatementArguments = [series, earlier.observation.period.code, earlier.revision]
        let undo = "SELECT w.* FROM import i JOIN withdrawal w ON w.id = i.undoneBy WHERE i.id = ?"
        if let row = try db.row(Self.orderOn, arguments) ?? db.row(undo, [earlier.importID]) {
            return try Self.withdrawn(row)
        }
        return try replacement(by: current)
    }

    private static let orderOn = """
        SELECT w.* FROM takenBack t JOIN withdrawal w ON w.id = t.withdrawal LEFT JOIN import i ON i.id = w.import
        WHERE t.series = ? AND t.period = ? AND t.revision = ? AND i.undoneBy IS NULL ORDER BY w.id DESC LIMIT 1
        """

    /// Whether the value that was told of has been taken back.
    func isTakenBack(_ facts: FindingFacts, series: Int64) throws -> Bool {
        guard let value = facts.value, let period = facts.period,
            let told = try revisions(of: period, series: series).first(where: { $0.revision == value.revision }),
            let origin = told.origin
        else { return false }
        return try takenBack(period, series: series).contains(origin)
    }

    /// The revisions of a period that files with this content took back, each with the order by which one of those files
    /// was undone, if it was.
    func takenBack(_ period: Period, series: Int64, hash: String) throws -> [(revision: Int, undoneBy: Int64?)] {
        try db.each(
            """
            SELECT t.revision, i.undoneBy FROM takenBack t JOIN withdrawal w ON w.id = t.withdrawal
                JOIN import i ON i.id = w.import
            WHERE t.series = ? AND t.period = ? AND i.hash = ?
            """,
            [series, period.code, hash]
        ) { row in (try row.value("revision", as: Int.self), try row.value("undoneBy", as: Int64?.self)) }
    }

    /// Why a value holds though a file had taken one of its period back: that was undone, or another file brought it.
    func cause(ofLapseBy undo: Int64?, before current: StoredObservation) throws -> LapsedValue.Cause {
        guard let undo else { return try replacement(by: current) }
        guard let row = try db.row("SELECT orderedBy, why, at FROM withdrawal WHERE id = ?", [undo]) else {
            throw StoreError.failed("read store: an import was undone by an order that is not there")
        }
        return try Self.withdrawn(row)
    }

    private static func withdrawn(_ row: Row) throws -> LapsedValue.Cause {
        .withdrawn(
            by: try row.value("orderedBy"),
            why: try row.value("why"),
            at: try row.value("at", as: Int64.self)
        )
    }

    private func replacement(by current: StoredObservation) throws -> LapsedValue.Cause {
        guard let row = try db.row("SELECT fileName, hash, at FROM import WHERE id = ?", [current.importID]) else {
            throw StoreError.failed("read store: an observation is of an import that is not there")
        }
        return .replaced(
            file: try row.value("fileName"),
            hash: try row.value("hash"),
            at: try row.value("at", as: Int64.self)
        )
    }
}

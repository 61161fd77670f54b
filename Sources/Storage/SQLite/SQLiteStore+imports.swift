internal import Alerting
package import Feeds
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func acceptedImport(hash: String) async throws -> AcceptedImport? {
        try await read { db in try ImportRows(db: db).accepted(hash: hash) }
    }

    package func committedImport(of claim: String) async throws -> CommittedImport? {
        try await read { db in try ImportRows(db: db).committed(claim) }
    }

    package func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> ImportOutcome {
        try await transaction { db in
            let (outcome, _) = try ImportRows(db: db)
                .take(header, rows: rows, dependants: dependants, whileEntering: whileEntering)
            return (outcome, outcome.changesTheStore && !header.isDryRun ? .commit : .rollback)
        }
    }

    package func rehearse(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> Rehearsal {
        try await transaction { db in
            let imports = ImportRows(db: db)
            let (outcome, recorder) =
                try imports
                .take(header, rows: rows, dependants: dependants, whileEntering: whileEntering)
            guard outcome.changesTheStore else { return (Rehearsal(outcome), .rollback) }
            try recorder.showFirst(limit)
            let series = try imports.touched(limit: limit)
            let count = try recorder.heldCount ?? imports.countOfTouched()
            let keys = needed(series.map(\.key))
            try recorder.show(keys)
            var rows = try HistoryRows(db)
            let histories = try keys.map { try rows.history(of: $0) }
            return (Rehearsal(outcome, series: series, count: count, histories: histories), .rollback)
        }
    }

    package func commit(receipt message: NewMessage) async throws {
        try await write { db in _ = try MessageRows(db: db).add(message) }
    }

    package func record(refusal header: ImportHeader, reason: IntakeReason) async throws {
        guard !header.isDryRun else { return }
        try await write { db in try ImportRows(db: db).note(header, refusal: reason) }
    }
}

/// The rows of imports: the ledger of what was taken in and what was refused.
struct ImportRows {
    let db: Database

    func accepted(hash: String) throws -> AcceptedImport? {
        try first(hash: hash)?.accepted
    }

    /// The first of the series that the last import marked.
    func touched(limit: Int) throws -> [SeriesToJudge] {
        let query = "\(SQLiteStore.markedColumns) WHERE s.mark <> s.judgedMark AND s.markedBy = ? ORDER BY s.id LIMIT ?"
        return try MarkedRows(db, query).read([.number(try last()), .number(Int64(limit))])
    }

    /// How many series the last import marked.
    func countOfTouched() throws -> Int {
        let query = "SELECT count(*) FROM series INDEXED BY seriesMarked WHERE mark <> judgedMark AND markedBy = ?"
        return Int(try db.number(query, [try last()]) ?? 0)
    }

    private func last() throws -> Int64 { try db.number("SELECT max(id) FROM import") ?? 0 }

    /// The import in which content was first taken in.
    private func first(hash: String) throws -> (id: Int64, accepted: AcceptedImport)? {
        let query = "SELECT id, fileName, at, claim FROM import WHERE hash = ? AND refusal IS NULL AND repeats IS NULL"
        return try db.row(query, [hash]).map { row in (try row.value("id"), try Self.accepted(row)) }
    }

    private static func accepted(_ row: Row) throws -> AcceptedImport {
        AcceptedImport(
            fileName: try row.value("fileName"),
            at: try row.instant("at"),
            claim: try row.value("claim", as: String?.self)
        )
    }

    func committed(_ claim: String) throws -> CommittedImport? {
        let query = """
            SELECT hash, at, rowCount, takenCount, revisedCount, unchangedCount, faultCount, list, repeats,
                effects
            FROM import WHERE claim = ? AND refusal IS NULL
            """
        return try db.row(query, [claim]).map { row in
            CommittedImport(
                hash: try row.value("hash"),
                at: try row.instant("at"),
                tally: IntakeTally(
                    rows: try row.value("rowCount"),
                    taken: try row.value("takenCount"),
                    revised: try row.value("revisedCount"),
                    unchanged: try row.value("unchangedCount"),
                    faultCount: try row.value("faultCount"),
                    list: try row.value("list", as: String?.self).map(IntakeTally.List.init(json:))
                        ?? IntakeTally.List()
                ),
                repeats: try row.value("repeats", as: Int64?.self).flatMap(accepted),
                effects: try row.value("effects", as: String?.self).map(ImportEffects.init(json:))
            )
        }
    }

    /// The import that was committed of a claim.
    func accepted(claim: String?) throws -> Int64? {
        guard let claim else { return nil }
        return try db.row("SELECT id FROM import WHERE claim = ? AND refusal IS NULL", [claim])?.value("id")
    }

    private func accepted(id: Int64) throws -> AcceptedImport? {
        try db.row("SELECT fileName, at, claim FROM import WHERE id = ?", [id]).map(Self.accepted)
    }

    /// Notes a refusal, unless it was noted of the same claim before.
    func note(_ header: ImportHeader, refusal: IntakeReason) throws {
        let known = "SELECT 1 FROM import WHERE claim = ? AND refusal = ?"
        if let claim = header.claim, try db.row(known, [claim, refusal.rawValue]) != nil { return }
        _ = try add(header, refusal: refusal)
    }

    private func add(_ header: ImportHeader, refusal: IntakeReason?, repeats: Int64? = nil) throws -> Int64 {
        try db.run(
            """
            INSERT INTO import (hash, fileName, byteCount, at, profile, refusal, claim, repeats)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                header.hash, header.fileName, header.byteCount, header.at.milliseconds, header.profile,
                refusal?.rawValue, header.claim, repeats,
            ]
        )
        return db.lastInsertedRowID
    }

    /// Takes in every row; whether it is kept is for the caller to see to.
    func take(
        _ header: ImportHeader,
        rows: () throws -> RowOutcome?,
        dependants: @escaping (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping () throws -> Void
    ) throws -> (ImportOutcome, ImportRecorder) {
        let first = try first(hash: header.hash)
        let id = try add(header, refusal: nil, repeats: first?.id)
        var recorder = try ImportRecorder(
            db,
            header,
            importID: id,
            isRepeat: first != nil,
            dependants: dependants,
            whileEntering: whileEntering
        )
        while let outcome = try rows() { try recorder.take(outcome) }
        try recorder.finish()
        let tally = recorder.tally
        try note(tally, of: id)
        return (ImportOutcome(tally, of: header, repeating: first?.accepted), recorder)
    }

    private func note(_ tally: IntakeTally, of id: Int64) throws {
        let list = tally.list
        try db.run(
            """
            UPDATE import SET rowCount = ?, takenCount = ?, revisedCount = ?, unchangedCount = ?, skippedCount = ?,
                faultCount = ?, list = ? WHERE id = ?
            """,
            [
                tally.rows, tally.taken, tally.revised, tally.unchanged, tally.skipCount, tally.faultCount,
                try list.isEmpty ? nil : list.json(), id,
            ]
        )
    }
}

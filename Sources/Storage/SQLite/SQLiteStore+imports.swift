package import Feeds
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func acceptedImport(hash: String) async throws -> AcceptedImport? {
        try await read { db in try ImportRows(db: db).accepted(hash: hash) }
    }

    package func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> ImportOutcome {
        try await transaction { db in
            let outcome = try ImportRows(db: db).take(header, rows: rows, dependants: dependants)
            guard case .accepted = outcome, !header.isDryRun else { return (outcome, .rollback) }
            return (outcome, .commit)
        }
    }

    package func record(refusal header: ImportHeader, reason: IntakeReason) async throws {
        guard !header.isDryRun else { return }
        try await write { db in _ = try ImportRows(db: db).add(header, refusal: reason) }
    }
}

/// The rows of imports: the ledger of what was taken in and what was refused.
struct ImportRows {
    let db: Database

    func accepted(hash: String) throws -> AcceptedImport? {
        try db.row("SELECT fileName, at FROM import WHERE hash = ? AND refusal IS NULL", [hash]).map { row in
            AcceptedImport(fileName: try row.value("fileName"), at: try row.instant("at"))
        }
    }

    func add(_ header: ImportHeader, refusal: IntakeReason?) throws -> Int64 {
        try db.run(
            "INSERT INTO import (hash, fileName, byteCount, at, profile, refusal) VALUES (?, ?, ?, ?, ?, ?)",
            [
                header.hash, header.fileName, header.byteCount, header.at.milliseconds, header.profile,
                refusal?.rawValue,
            ]
        )
        return db.lastInsertedRowID
    }

    /// Takes in every row; whether it is kept is for the caller to see to.
    func take(
        _ header: ImportHeader,
        rows: () throws -> RowOutcome?,
        dependants: @escaping (SeriesKey) -> [SeriesKey]
    ) throws -> ImportOutcome {
        if let earlier = try accepted(hash: header.hash) { return .repeated(earlier) }
        let id = try add(header, refusal: nil)
        var recorder = try ImportRecorder(db, importID: id, dependants: dependants)
        while let outcome = try rows() { try recorder.take(outcome) }
        try recorder.finish()
        let tally = recorder.tally
        try note(tally, of: id)
        return tally.faultCount == 0 || header.setsFaultyRowsAside ? .accepted(tally) : .refused(tally)
    }

    private func note(_ tally: IntakeTally, of id: Int64) throws {
        try db.run(
            """
            UPDATE import SET rowCount = ?, takenCount = ?, revisedCount = ?, unchangedCount = ?, skippedCount = ?,
                faultCount = ? WHERE id = ?
            """,
            [
                tally.rows, tally.taken, tally.revised, tally.unchanged, tally.skipCount, tally.faultCount, id,
            ]
        )
        // Its pages are free for the next import.
        try db.run("DELETE FROM metRow")
    }
}

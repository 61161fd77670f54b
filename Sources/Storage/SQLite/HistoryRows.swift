internal import GRDB
internal import Indicators

/// Reads the current observations of many series, one after another; what they share is read once.
struct HistoryRows {
    /// What an observation has from the import that brought it.
    private struct Origin {
        let id: Int64
        let hash: String
        /// The same for each of its values.
        let shared: Shared<RecordedObservation.Origin>
    }

    private let db: Database
    private let ids: RowStatement
    private let observations: RowStatement
    private var origins: [Int64: Origin] = [:]
    // The values of one series mostly came with one file.
    private var last: Origin?
    private var orders: [Int64: Withdrawal] = [:]

    init(_ db: Database) throws {
        self.db = db
        ids = try RowStatement(db, SeriesRows.idOfKey)
        observations = try RowStatement(
            db,
            "SELECT \(StoredObservation.columns) FROM observation WHERE series = ?1 ORDER BY period"
        )
    }

    /// The history of a series; empty where the store has not met it.
    mutating func history(of key: SeriesKey) throws -> SeriesHistory {
        guard let id = try ids.read(key, { $0.number(0) }) ?? nil else {
            return SeriesHistory(key: key, observations: [])
        }
        return SeriesHistory(key: key, observations: try current(of: id))
    }

    private mutating func current(of series: Int64) throws -> [RecordedObservation] {
        var rows: [StoredObservation] = []
        try observations.readAll([.number(series)]) { row in rows.append(try StoredObservation(row)) }
        var found: [RecordedObservation] = []
        found.reserveCapacity(rows.count)
        for row in rows {
            guard let recorded = try recorded(row) else { continue }
            found.append(recorded)
        }
        return found
    }

    private mutating func recorded(_ stored: StoredObservation) throws -> RecordedObservation? {
        guard let origin = try origin(stored.importID) else { return nil }
        let revision = Int(stored.revision)
        guard let withdrawal = stored.withdrawal, let order = try order(withdrawal) else {
            return RecordedObservation(
                stored.observation,
                revision: revision,
                from: origin.shared,
                holds: stored.holds
            )
        }
        return RecordedObservation(
            stored.observation,
            revision: revision,
            importHash: origin.hash,
            recordedAt: order.at,
            withdrawal: order,
            holds: stored.holds
        )
    }

    private mutating func origin(_ importID: Int64) throws -> Origin? {
        if let last, last.id == importID { return last }
        if let known = origins[importID] {
            last = known
            return known
        }
        guard let row = try db.row("SELECT hash, at FROM import WHERE id = ?", [importID]) else { return nil }
        let hash = try row.value("hash", as: String.self)
        let shared = RecordedObservation.Origin(importHash: hash, recordedAt: try row.instant("at"))
        let origin = Origin(id: importID, hash: hash, shared: Shared(shared))
        origins[importID] = origin
        last = origin
        return origin
    }

    private mutating func order(_ id: Int64) throws -> Withdrawal? {
        if let known = orders[id] { return known }
        guard let row = try db.row("SELECT at, orderedBy, why FROM withdrawal WHERE id = ?", [id]) else { return nil }
        let order = Withdrawal(by: try row.value("orderedBy"), why: try row.value("why"), at: try row.instant("at"))
        orders[id] = order
        return order
    }
}

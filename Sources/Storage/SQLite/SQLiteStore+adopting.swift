internal import GRDB
package import Indicators

extension SQLiteStore {
    package func adopt(expected: [ExpectedSeries], at now: Instant) async throws {
        let wanted = Dictionary(expected.map { ($0.key, $0.fingerprint) }) { first, _ in first }
        try await write { db in
            try Adoption(db: db, rows: SeriesRows(db: db), wanted: wanted, now: now).run()
        }
    }
}

/// Compares a configuration with the one that the store last met, and writes only what differs.
private struct Adoption {
    let db: Database
    let rows: SeriesRows
    let wanted: [SeriesKey: String]
    let now: Instant

    func run() throws {
        let ids = try adoptSeries()
        try dropSeries(except: ids)
        try adoptDefinitions(except: ids)
    }

    /// Makes the expected series exist, marks the changed ones, and gives the rows of all.
    private func adoptSeries() throws -> Set<Int64> {
        var ids: Set<Int64> = []
        // In order, so that the same configuration makes the same store.
        for (key, fingerprint) in wanted.sorted(by: { $0.key < $1.key }) {
            let id = try rows.makeID(of: key)
            ids.insert(id)
            let known = try String.fetchOne(
                db.cachedStatement(sql: "SELECT fingerprint FROM expectation WHERE series = ?"),
                arguments: [id]
            )
            if known != fingerprint { try adopt(id, fingerprint) }
        }
        return ids
    }

    private func adopt(_ id: Int64, _ fingerprint: String) throws {
        try db.run(
            """
            INSERT INTO expectation (series, fingerprint) VALUES (?1, ?2)
            ON CONFLICT (series) DO UPDATE SET fingerprint = ?2
            """,
            [id, fingerprint]
        )
        try rows.mark(id)
    }

    /// Series that are no longer expected stay, and are judged once more: their episodes have to end.
    private func dropSeries(except ids: Set<Int64>) throws {
        let known = try db.each("SELECT series FROM expectation") { try $0.value("series", as: Int64.self) }
        for id in known where !ids.contains(id) {
            try db.run("DELETE FROM expectation WHERE series = ?", [id])
            try rows.mark(id)
        }
    }

    /// Series that nobody expects, but that files brought, follow their indicator.
    private func adoptDefinitions(except ids: Set<Int64>) throws {
        let before = try definitions()
        let after = Dictionary(grouping: wanted, by: \.key.indicator.description.composed)
            .mapValues { Set($0.map(\.value)).sorted().joined(separator: " ") }
        for indicator in Set(before.keys).union(after.keys).sorted() where before[indicator] != after[indicator] {
            try define(indicator, as: after[indicator])
            try mark(indicator, except: ids)
        }
    }

    private func definitions() throws -> [String: String] {
        let pairs = try db.each("SELECT indicator, fingerprint FROM definition") { row in
            (try row.value("indicator", as: String.self), try row.value("fingerprint", as: String.self))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func define(_ indicator: String, as fingerprint: String?) throws {
        try db.run("DELETE FROM definition WHERE indicator = ?", [indicator])
        guard let fingerprint else { return }
        try db.run(
            "INSERT INTO definition (indicator, fingerprint, adoptedAt) VALUES (?, ?, ?)",
            [indicator, fingerprint, now.milliseconds]
        )
    }

    private func mark(_ indicator: String, except ids: Set<Int64>) throws {
        let series = try db.each("SELECT id FROM series WHERE indicator = ?", [indicator]) {
            try $0.value("id", as: Int64.self)
        }
        for id in series where !ids.contains(id) { try rows.mark(id) }
    }
}

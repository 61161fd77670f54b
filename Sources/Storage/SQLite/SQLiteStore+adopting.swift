internal import Assessment
internal import Foundation
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func adopt(expected: [ExpectedSeries], at now: Instant) async throws {
        let wanted = Dictionary(expected.map { ($0.key, $0.fingerprint) }) { first, _ in first }
        let terms = try expected.reduce(into: [String: String]()) { terms, series in
            terms[series.key.indicator.description.composed] = try series.terms.map(EditRows.text)
        }
        try await write { db in
            try Adoption(db: db, rows: SeriesRows(db: db), wanted: wanted, terms: terms, now: now).run()
        }
    }
}

/// Compares a configuration with the one that the store last met, and writes only what differs.
private struct Adoption {
    let db: Database
    let rows: SeriesRows
    let wanted: [SeriesKey: String]
    /// What can be told of the definition of each indicator.
    let terms: [String: String]
    let now: Instant

    func run() throws {
        let all = "SELECT indicator, fingerprint FROM definition"
        let known = Set(try db.each(all) { try $0.value("indicator", as: String.self) })
        let ids = try adoptSeries(known)
        try dropSeries(except: ids)
        try adoptDefinitions(except: ids)
    }

    /// Makes the expected series exist, marks the changed ones, and gives the rows of all.
    private func adoptSeries(_ defined: Set<String>) throws -> Set<Int64> {
        var ids: Set<Int64> = []
        // In order, so that the same configuration makes the same store.
        for (key, fingerprint) in wanted.sorted(by: { $0.key < $1.key }) {
            let id = try rows.makeID(of: key)
            ids.insert(id)
            let known = try String.fetchOne(
                db.cachedStatement(sql: "SELECT fingerprint FROM expectation WHERE series = ?"),
                arguments: [id]
            )
            guard known != fingerprint else { continue }
            try adopt(id, fingerprint, isEdit: defined.contains(key.indicator.description.composed))
        }
        return ids
    }

    private func adopt(_ id: Int64, _ fingerprint: String, isEdit: Bool) throws {
        try db.run(
            """
            INSERT INTO expectation (series, fingerprint) VALUES (?1, ?2)
            ON CONFLICT (series) DO UPDATE SET fingerprint = ?2
            """,
            [id, fingerprint]
        )
        if isEdit { try rows.markEdited(id) } else { try rows.mark(id) }
    }

    /// Series that are no longer expected stay, and are judged once more: their episodes have to rest.
    private func dropSeries(except ids: Set<Int64>) throws {
        let known = try db.each("SELECT series FROM expectation") { try $0.value("series", as: Int64.self) }
        for id in known where !ids.contains(id) {
            try db.run("DELETE FROM expectation WHERE series = ?", [id])
            try rows.markEdited(id)
        }
    }

    /// Series that nobody expects, but that files brought, follow their indicator.
    private func adoptDefinitions(except ids: Set<Int64>) throws {
        let before = try definitions()
        let after = Dictionary(grouping: wanted, by: \.key.indicator.description.composed)
            .mapValues { Set($0.map(\.value)).sorted().joined(separator: " ") }
        for indicator in Set(before.keys).union(after.keys).sorted() where before[indicator] != after[indicator] {
            if let fingerprint = after[indicator] {
                try define(indicator, as: fingerprint)
            } else {
                try rest(indicator)
            }
            try mark(indicator, except: ids)
        }
    }

    /// The fingerprints of the indicators that the configuration had last.
    private func definitions() throws -> [String: String] {
        let pairs = try db.each("SELECT indicator, fingerprint FROM definition WHERE isAway = 0") { row in
            (try row.value("indicator", as: String.self), try row.value("fingerprint", as: String.self))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// A new indicator comes under watch; of one that was there before it is kept what held until now.
    private func define(_ indicator: String, as fingerprint: String) throws {
        try db.run(
            """
            INSERT INTO definition (indicator, fingerprint, adoptedAt, terms, isOpening) VALUES (?1, ?2, ?3, ?4, 1)
            ON CONFLICT (indicator) DO UPDATE SET
                fingerprint = ?2, adoptedAt = ?3, terms = ?4, termsBefore = coalesce(termsBefore, terms),
                edit = CASE isAway WHEN 1 THEN 'returned' ELSE 'edited' END, isAway = 0
            """,
            [indicator, fingerprint, now.milliseconds, terms[indicator]]
        )
    }

    /// An indicator that the configuration no longer has goes on where it was, should it come back.
    private func rest(_ indicator: String) throws {
        try db.run(
            """
            UPDATE definition SET isAway = 1, edit = 'withdrawn', termsBefore = coalesce(termsBefore, terms)
            WHERE indicator = ?
            """,
            [indicator]
        )
    }

    private func mark(_ indicator: String, except ids: Set<Int64>) throws {
        let series = try db.each("SELECT id FROM series WHERE indicator = ?", [indicator]) {
            try $0.value("id", as: Int64.self)
        }
        for id in series where !ids.contains(id) { try rows.markEdited(id) }
    }
}

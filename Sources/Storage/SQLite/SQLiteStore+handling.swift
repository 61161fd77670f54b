package import Alerting
internal import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func silences(isAll: Bool) async throws -> [Silence] {
        try await read { db in try SilenceRows(db: db).silences(isAll: isAll) }
    }

    package func resumeSilences(endedAhead now: Instant) async throws -> Int {
        let isAny = try await read { db in
            try db.row("SELECT 1 FROM silence WHERE \(SilenceRows.endedAhead)", [SilenceRows.firstAhead(of: now)])
                != nil
        }
        // Nothing is written where nothing has to be.
        guard isAny else { return 0 }
        return try await write { db in
            try db.run(
                "UPDATE silence SET endedAt = NULL WHERE \(SilenceRows.endedAhead)",
                [SilenceRows.firstAhead(of: now)]
            )
            return db.changesCount
        }
    }

    package func handledEpisodes() async throws -> [Episode] {
        try await read { [rules] db in
            try db.each(
                """
                SELECT \(EpisodeRows.columns) FROM episode e INDEXED BY episodeHandled JOIN series s ON s.id = e.series
                WHERE e.closedAt IS NULL AND e.handling IS NOT NULL
                """,
                [],
                EpisodeRows(db: db, rules: rules).episode
            )
            .sorted { $0.alert < $1.alert }
        }
    }

    package func firstTold(of episodes: [String]) async throws -> [String: [String: FirstTold]] {
        try await read { db in
            var told: [String: [String: FirstTold]] = [:]
            for episode in episodes {
                let own = try Self.firstTold(of: episode, db)
                if !own.isEmpty { told[episode] = own }
            }
            return told
        }
    }

    /// By the mail that told it, else by the change itself.
    private static func firstTold(of episode: String, _ db: Database) throws -> [String: FirstTold] {
        let rows = try db.each(
            """
            SELECT v.seq, n.subscription, json_extract(v.facts, '$.period') AS period,
                CASE WHEN n.isTold THEN coalesce(m.createdAt, v.at) END AS toldAt
            FROM episode e JOIN event v ON v.episode = e.id JOIN notice n ON n.event = v.seq
            LEFT JOIN message m ON m.id = n.message
            WHERE e.name = ?
            """,
            [episode.composed]
        ) { row in
            let period = try row.value("period", as: String?.self).flatMap { Period(stored: $0) }
            let first = FirstTold(at: try row.instantOrNone("toldAt"), period: period)
            return (
                seq: try row.value("seq", as: Int.self), name: try row.value("subscription", as: String.self), first
            )
        }
        return Dictionary(rows.sorted { $0.seq < $1.seq }.map { ($0.name, $0.2) }) { first, _ in first }
    }
}

/// The rows of silences.
struct SilenceRows {
    let db: Database

    func silences(isAll: Bool) throws -> [Silence] {
        let left = "INDEXED BY silenceLeft WHERE endedAt IS NULL"
        return try db.each("SELECT * FROM silence \(isAll ? "" : left) ORDER BY id", [], silence)
    }

    private func silence(_ row: Row) throws -> Silence {
        let ending = try row.instantOrNone("endedAt").map { at in
            Silence.Ending(
                at: at,
                by: try row.value("endedBy", as: String?.self),
                why: try row.value("endedWhy", as: String?.self)
            )
        }
        return Silence(
            id: try row.value("id"),
            scope: try SilenceScopeForm(json: try row.value("scope")).scope,
            from: try row.instant("fromAt"),
            until: try row.instant("untilAt"),
            by: try row.value("orderedBy"),
            why: try row.value("why"),
            at: try row.instant("at"),
            ended: ending
        )
    }

    /// What nobody ended, later than a moment.
    ///
    /// It is asked at a start, and where the clock was put back: no index is kept for it.
    static let endedAhead = "endedBy IS NULL AND endedAt > ?"

    static func firstAhead(of now: Instant) -> Int64 { now.adding(seconds: Instant.leastLeap).milliseconds }

    /// Keeps a new silence, whose number nobody has taken meanwhile.
    func begin(_ silence: Silence) throws {
        guard try db.row("SELECT 1 FROM silence WHERE id = ?", [silence.id]) == nil else { throw StoreError.stale }
        try db.run(
            "INSERT INTO silence (id, scope, fromAt, untilAt, orderedBy, why, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                silence.id, try SilenceScopeForm(silence.scope).json(), silence.from.milliseconds,
                silence.until.milliseconds, silence.by, silence.why, silence.at.milliseconds,
            ]
        )
    }

    /// Keeps how a silence ended; once.
    func end(_ silence: Silence) throws {
        guard let ended = silence.ended else { return }
        try db.run(
            "UPDATE silence SET endedAt = ?, endedBy = ?, endedWhy = ? WHERE id = ? AND endedAt IS NULL",
            [ended.at.milliseconds, ended.by, ended.why, silence.id]
        )
        guard db.changesCount == 1 else { throw StoreError.stale }
    }
}

internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func queue(after id: Int, limit: Int) async throws -> [LedgerEntry] {
        try await read { db in
            try db.each(
                """
                SELECT \(Self.ledgerColumns)
                FROM message m INDEXED BY messageUndelivered LEFT JOIN attempt a ON a.id = m.lastAttempt
                WHERE folder <> 'sent' AND isDropped = 0 AND m.id > ? ORDER BY m.id LIMIT ?
                """,
                [id, limit],
                Self.ledgerEntry
            )
        }
    }

    package func obey(_ order: QueueOrder) async throws -> QueueOrder.Outcome {
        try await write { db in try QueueRows(db: db).obey(order) }
    }

    package func orders(about message: Int) async throws -> [QueueOrder] {
        try await read { db in try QueueRows(db: db).orders(about: message) }
    }
}

/// Does what administrators order.
struct QueueRows {
    let db: Database

    /// The orders about one message, oldest first.
    func orders(about message: Int) throws -> [QueueOrder] {
        try db.each(
            "SELECT verb, message, orderedBy, why, at FROM queueOrder WHERE message = ? ORDER BY id",
            [message]
        ) { row in
            QueueOrder(
                verb: try row.label("verb"),
                message: try row.value("message"),
                by: try row.value("orderedBy"),
                why: try row.value("why"),
                at: try row.instant("at")
            )
        }
    }

    func obey(_ order: QueueOrder) throws -> QueueOrder.Outcome {
        guard let before = try entry(order.message) else { return .noSuchMessage }
        guard before.message.folder != .sent else { return .sentAlready }
        try db.run(
            "INSERT INTO queueOrder (message, verb, at, orderedBy, why) VALUES (?, ?, ?, ?, ?)",
            [order.message, order.verb.rawValue, order.at.milliseconds, order.by, order.why]
        )
        switch order.verb {
        case .retry: try retry(order)
        case .drop: try drop(order)
        }
        return try .done(entry(order.message) ?? before)
    }

    /// A lease stays: whoever is sending it now notes the outcome.
    private func retry(_ order: QueueOrder) throws {
        try db.run(
            """
            UPDATE message SET folder = 'new', isDropped = 0, requeuedAt = ?1, nextAttemptAt = ?1 WHERE id = ?2
            """,
            [order.at.milliseconds, order.message]
        )
        try db.run("DELETE FROM toldFailure WHERE message = ?", [order.message])
        // Whoever wants a mail to go now wants its relay to be tried.
        try free(at: order.at)
    }

    /// Makes due what waits for the next attempt of all.
    func free(at now: Instant) throws {
        try db.run(
            """
            UPDATE message SET nextAttemptAt = ?1
            WHERE folder = 'new' AND nextAttemptAt IN (SELECT until FROM relayTrouble WHERE until > ?1)
            """,
            [now.milliseconds]
        )
        try db.run("UPDATE relayTrouble SET until = ?1 WHERE until > ?1", [now.milliseconds])
    }

    private func drop(_ order: QueueOrder) throws {
        try db.run(
            "UPDATE message SET folder = 'failed', isDropped = 1, nextAttemptAt = NULL WHERE id = ?",
            [order.message]
        )
    }

    private func entry(_ id: Int) throws -> LedgerEntry? {
        try db.row(
            """
            SELECT \(SQLiteStore.ledgerColumns)
            FROM message m LEFT JOIN attempt a ON a.id = m.lastAttempt WHERE m.id = ?
            """,
            [id]
        )
        .map(SQLiteStore.ledgerEntry)
    }
}

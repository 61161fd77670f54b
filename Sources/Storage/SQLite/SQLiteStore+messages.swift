internal import GRDB
package import Indicators

extension SQLiteStore {
    package func messagesToPlace(limit: Int) async throws -> [MessageToPlace] {
        try await read { db in
            try db.each(
                """
                SELECT \(MessageRows.stateColumns), placed, bytes
                FROM message m INDEXED BY messageToPlace JOIN messageContent c ON c.message = m.id
                WHERE placed IS NOT folder ORDER BY m.id LIMIT ?
                """,
                [limit]
            ) { row in
                MessageToPlace(
                    state: try MessageRows.state(row),
                    lies: try row.value("placed", as: String?.self).flatMap(OutboxFolder.init),
                    bytes: try MessageRows.bytes(row)
                )
            }
        }
    }

    package func messages(after id: Int, limit: Int) async throws -> [MessageState] {
        try await read { db in
            try db.each(
                "SELECT \(MessageRows.stateColumns) FROM message m WHERE id > ? ORDER BY id LIMIT ?",
                [id, limit],
                MessageRows.state
            )
        }
    }

    package func bytes(ofMessage id: Int) async throws -> [UInt8]? {
        try await read { db in
            try db.row("SELECT bytes FROM messageContent WHERE message = ?", [id]).map(MessageRows.bytes)
        }
    }

    package func deliveredMails(before moment: Instant, limit: Int) async throws -> [MessageState] {
        try await read { db in
            try db.each(
                """
                SELECT \(MessageRows.stateColumns) FROM messageContent c JOIN message m ON m.id = c.message
                WHERE folder = 'sent' AND placed = 'sent' AND createdAt < ? ORDER BY c.message LIMIT ?
                """,
                [moment.milliseconds, limit],
                MessageRows.state
            )
        }
    }

    package func forgetBytes(ofMails ids: [Int]) async throws {
        try await write { db in
            for id in ids {
                try db.run(
                    """
                    DELETE FROM messageContent
                    WHERE message = (SELECT id FROM message WHERE id = ? AND folder = 'sent' AND placed = 'sent')
                    """,
                    [id]
                )
            }
        }
    }

    package func placed(message id: Int, in folder: OutboxFolder) async throws {
        try await write { db in
            try db.run("UPDATE message SET placed = ? WHERE id = ?", [folder.rawValue, id])
        }
    }

    package func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage] {
        try await write { db in
            let rows = MessageRows(db: db)
            return try rows.due(at: now, lease: seconds, limit: limit).compactMap { id in
                try rows.claim(id, until: now.adding(seconds: seconds))
            }
        }
    }

    package func record(attempt: DeliveryAttempt) async throws {
        try await write { db in try MessageRows(db: db).note(attempt) }
    }

    package func ledger(limit: Int) async throws -> [LedgerEntry] {
        try await read { db in
            try db.each(
                """
                SELECT \(Self.ledgerColumns)
                FROM message m LEFT JOIN attempt a ON a.id = m.lastAttempt ORDER BY m.id DESC LIMIT ?
                """,
                [limit],
                Self.ledgerEntry
            )
        }
    }

    /// The columns that ``ledgerEntry(_:)`` reads.
    static let ledgerColumns =
        "\(MessageRows.stateColumns), recipient, subject, attempts, a.at, nextAttemptAt, reason, reply"

    static func ledgerEntry(_ row: Row) throws -> LedgerEntry {
        LedgerEntry(
            message: try MessageRows.state(row),
            recipient: try row.value("recipient"),
            subject: try row.value("subject"),
            attempts: try row.value("attempts"),
            lastAttemptAt: try row.instantOrNone("at"),
            nextAttemptAt: try row.instantOrNone("nextAttemptAt"),
            reason: try row.value("reason", as: String?.self),
            reply: try row.value("reply", as: String?.self)
        )
    }

    package func outboxCounts() async throws -> OutboxCounts {
        try await read { db in
            let waiting = try db.row(
                "SELECT count(*) AS count, min(createdAt) AS oldest FROM message WHERE folder = 'new'"
            )
            let failed = try db.number("SELECT count(*) FROM message WHERE folder = 'failed' AND isDropped = 0")
            return OutboxCounts(
                waiting: try waiting?.value("count") ?? 0,
                failed: failed.map(Int.init) ?? 0,
                oldestWaiting: try waiting?.instantOrNone("oldest")
            )
        }
    }
}

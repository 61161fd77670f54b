internal import GRDB
package import Indicators

extension SQLiteStore {
    package func undelivered(
        of subscription: String,
        notTo address: String,
        madeAfter moment: Instant
    ) async throws -> [UndeliveredMail] {
        try await read { db in
            try db.each(
                """
                SELECT m.id, key, subscription, recipient, subject, bytes, createdAt
                FROM message m INDEXED BY messageUndelivered JOIN messageContent c ON c.message = m.id
                WHERE folder <> 'sent' AND isDropped = 0 AND subscription = ? AND recipient <> ? AND createdAt > ?
                ORDER BY m.id
                """,
                [subscription, address, moment.milliseconds]
            ) { row in
                UndeliveredMail(
                    id: try row.value("id"),
                    key: try row.value("key"),
                    subscription: try row.value("subscription"),
                    recipient: try row.value("recipient"),
                    subject: try row.value("subject"),
                    bytes: try MessageRows.bytes(row),
                    createdAt: try row.instant("createdAt")
                )
            }
        }
    }

    package func replace(_ order: QueueOrder, by message: NewMessage) async throws {
        try await transaction { db in
            guard case .done = try QueueRows(db: db).obey(order) else { return ((), .rollback) }
            let id = try MessageRows(db: db).add(message)
            try db.run("UPDATE message SET replaces = ? WHERE id = ?", [order.message, id])
            try db.run("UPDATE notice SET message = ? WHERE message = ?", [id, order.message])
            return ((), .commit)
        }
    }
}

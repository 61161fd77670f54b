internal import Foundation
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
                SELECT \(Self.undeliveredColumns)
                FROM message m INDEXED BY messageUndelivered JOIN messageContent c ON c.message = m.id
                WHERE folder <> 'sent' AND isDropped = 0 AND subscription = ? AND recipient <> ? AND createdAt > ?
                ORDER BY m.id
                """,
                [subscription, address, moment.milliseconds],
                Self.undeliveredMail
            )
        }
    }

    private static let undeliveredColumns = "m.id, key, subscription, recipient, subject, bytes, createdAt"

    private static func undeliveredMail(_ row: Row) throws -> UndeliveredMail {
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

    package func waiting(
        notFrom sender: String,
        at now: Instant,
        after id: Int,
        limit: Int
    ) async throws -> [UndeliveredMail] {
        try await read { db in
            try db.each(
                """
                SELECT \(Self.undeliveredColumns)
                FROM message m INDEXED BY messageUndelivered JOIN messageContent c ON c.message = m.id
                WHERE folder <> 'sent' AND folder = 'new' AND isDropped = 0 AND sender <> ? AND m.id > ?
                    AND (leaseUntil IS NULL OR leaseUntil <= ?)
                ORDER BY m.id LIMIT ?
                """,
                [sender, id, now.milliseconds, limit],
                Self.undeliveredMail
            )
        }
    }

    package func mend(senderOf id: Int, to sender: String, bytes: [UInt8], at now: Instant) async throws -> Bool {
        try await write { db in
            try db.run(
                """
                UPDATE message SET sender = ?, placed = NULL
                WHERE id = ? AND folder = 'new' AND (leaseUntil IS NULL OR leaseUntil <= ?)
                """,
                [sender, id, now.milliseconds]
            )
            guard db.changesCount == 1 else { return false }
            try db.run("UPDATE messageContent SET bytes = ? WHERE message = ?", [Data(bytes), id])
            return true
        }
    }

    package func waiting(after reason: String, at now: Instant, limit: Int) async throws -> [UndeliveredMail] {
        try await read { db in
            try db.each(
                """
                SELECT \(Self.undeliveredColumns)
                FROM message m INDEXED BY messageUndelivered JOIN attempt a ON a.id = m.lastAttempt
                JOIN messageContent c ON c.message = m.id
                WHERE folder <> 'sent' AND folder = 'new' AND isDropped = 0 AND reason = ?
                    AND (leaseUntil IS NULL OR leaseUntil <= ?)
                ORDER BY m.id LIMIT ?
                """,
                [reason, now.milliseconds, limit],
                Self.undeliveredMail
            )
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

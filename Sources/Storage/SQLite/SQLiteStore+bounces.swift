internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func record(bounce: Bounce) async throws -> Bounce.Outcome {
        try await write { db in
            guard let row = try Self.message(of: bounce, in: db) else { return .noSuchMessage }
            let id: Int = try row.value("id")
            guard try Self.mayCount(id, in: row.label("folder"), db) else { return .knownAlready }
            try db.run(
                "INSERT INTO attempt (message, at, result, reason, reply, said) VALUES (?, ?, 'failed', ?, ?, ?)",
                [id, bounce.at.milliseconds, DeliveryAttempt.bounced, bounce.reply, bounce.said]
            )
            try db.run(
                "UPDATE message SET folder = 'failed', lastAttempt = ?, nextAttemptAt = NULL WHERE id = ?",
                [db.lastInsertedRowID, id]
            )
            return .noted(message: id)
        }
    }

    /// What waits to be sent (again) has not gone out since, unless nobody knows what became of an attempt.
    private static func mayCount(_ id: Int, in folder: OutboxFolder, _ db: Database) throws -> Bool {
        switch folder {
        case .sent: return true
        case .failed: return false
        case .new:
            let reasons = try db.each(
                """
                SELECT a.reason FROM attempt a JOIN message m ON m.id = a.message
                WHERE m.id = ? AND (m.requeuedAt IS NULL OR a.at > m.requeuedAt)
                """,
                [id]
            ) { row in try row.value("reason", as: String.self) }
            return reasons.contains(where: Bounce.unknownOutcomes.contains)
        }
    }

    private static func message(of bounce: Bounce, in db: Database) throws -> Row? {
        for messageID in bounce.messageIDs {
            let found = try db.row("SELECT id, folder FROM message WHERE messageID = ?", [messageID])
            if let found { return found }
        }
        return nil
    }
}

internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func record(bounce: Bounce) async throws -> Bounce.Outcome {
        try await write { db in
            guard let row = try Self.message(of: bounce, in: db) else { return .noSuchMessage }
            let id: Int = try row.value("id")
            guard try row.label("folder", as: OutboxFolder.self) != .failed else { return .knownAlready }
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

    private static func message(of bounce: Bounce, in db: Database) throws -> Row? {
        for messageID in bounce.messageIDs {
            let found = try db.row("SELECT id, folder FROM message WHERE messageID = ?", [messageID])
            if let found { return found }
        }
        return nil
    }
}

internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func thread(of episodes: [String], to recipient: String) async throws -> MailThread? {
        try await read { db in
            let rows = ThreadRows(db: db)
            var last: Int64 = 0
            var roots: Set<Int64> = []
            for episode in episodes {
                guard let mail = try rows.lastMail(about: episode, to: recipient) else { return nil }
                roots.insert(try rows.way(to: mail).first?.id ?? mail)
                last = max(last, mail)
            }
            return roots.count == 1 ? try rows.thread(through: last) : nil
        }
    }

    package func thread(ofDigestsOf subscription: String, to recipient: String) async throws -> MailThread? {
        try await read { db in
            let rows = ThreadRows(db: db)
            return try rows.lastDigest(of: subscription, to: recipient).flatMap(rows.thread)
        }
    }
}

/// Reads what follows up what.
private struct ThreadRows {
    let db: Database

    /// What failed was never read, and is nothing to follow up; what waits goes out before anything newer.
    func lastMail(about episode: String, to recipient: String) throws -> Int64? {
        try db.number(
            """
            SELECT max(m.id) FROM episode e JOIN event v ON v.episode = e.id JOIN notice n ON n.event = v.seq
            JOIN message m ON m.id = n.message WHERE e.name = ? AND recipient = ? AND folder <> 'failed'
            """,
            [episode.composed, recipient]
        )
    }

    func lastDigest(of subscription: String, to recipient: String) throws -> Int64? {
        try db.number(
            """
            SELECT id FROM message INDEXED BY messageOfSubscription
            WHERE subscription = ? AND recipient = ? AND folder <> 'failed' AND key LIKE 'digest/%' ORDER BY id DESC LIMIT 1
            """,
            [subscription, recipient]
        )
    }

    /// The mails from the first of the thread to this one.
    func way(to mail: Int64) throws -> [(id: Int64, messageID: String)] {
        var way: [(id: Int64, messageID: String)] = []
        var next: Int64? = mail
        while let id = next, let row = try db.row("SELECT messageID, parent FROM message WHERE id = ?", [id]) {
            way.append((id, try row.value("messageID")))
            // A parent is older than what follows it up, so that this ends.
            next = try row.value("parent", as: Int64?.self).flatMap { $0 < id ? $0 : nil }
        }
        return way.reversed()
    }

    func thread(through mail: Int64) throws -> MailThread? {
        MailThread(through: Int(mail), all: try way(to: mail).map(\.messageID))
    }
}

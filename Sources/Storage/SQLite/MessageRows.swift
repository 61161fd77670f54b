internal import Foundation
internal import GRDB
internal import Indicators

/// Reads and writes messages.
struct MessageRows {
    let db: Database

    /// The columns that ``state(_:)`` reads.
    static let stateColumns = "m.id, key, createdAt, folder, isDropped"

    static func state(_ row: Row) throws -> MessageState {
        MessageState(
            id: try row.value("id"),
            key: try row.value("key"),
            createdAt: try row.instant("createdAt"),
            folder: try row.label("folder"),
            isDropped: try row.value("isDropped")
        )
    }

    static func bytes(_ row: Row) throws -> [UInt8] { Array(try row.value("bytes", as: Data.self)) }

    /// Adds a message that is due at once; gives the one that is there where its key is.
    func add(_ message: NewMessage) throws -> Int64 {
        if let known = try db.number("SELECT id FROM message WHERE key = ?", [message.key]) { return known }
        try db.run(
            """
            INSERT INTO message
                (key, subscription, recipient, sender, subject, messageID, createdAt, folder, nextAttemptAt, parent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'new', ?7, ?8)
            """,
            [
                message.key, message.subscription, message.recipient, message.sender, message.subject,
                message.messageID, message.createdAt.milliseconds, message.parent,
            ]
        )
        let id = db.lastInsertedRowID
        try db.run("INSERT INTO messageContent (message, bytes) VALUES (?, ?)", [id, Data(message.bytes)])
        return id
    }

    /// The ids of the messages to claim; empty when nothing is due.
    ///
    /// Of each recipient that something is due for it is the oldest that waits.
    func due(at now: Instant, lease seconds: Int, limit: Int) throws -> [Int64] {
        var heads: [Int64] = []
        try addHeads(Self.due, now, at: now, lease: seconds, limit: limit, to: &heads)
        let horizon = now.adding(seconds: ClaimedMessage.longestDelay)
        try addHeads(Self.ahead, horizon, at: now, lease: seconds, limit: limit, to: &heads)
        return heads
    }

    private static let due = waiting("nextAttemptAt <= ?")
    private static let ahead = waiting("nextAttemptAt > ?")

    private static func waiting(_ condition: String) -> String {
        """
        SELECT recipient FROM message INDEXED BY messageDue WHERE folder = 'new' AND \(condition)
        ORDER BY nextAttemptAt, id
        """
    }

    private static let head = """
        SELECT id, leaseUntil FROM message INDEXED BY messageWaiting
        WHERE folder = 'new' AND recipient = ? ORDER BY id LIMIT 1
        """

    /// Goes through what waits only as far as is needed: there may be very much of it.
    private func addHeads(
        _ waiting: String,
        _ bound: Instant,
        at now: Instant,
        lease seconds: Int,
        limit: Int,
        to heads: inout [Int64]
    ) throws {
        guard heads.count < limit else { return }
        let leaseEnd = now.adding(seconds: seconds)
        var seen: Set<String> = []
        let rows = try Row.fetchCursor(db.cachedStatement(sql: waiting), arguments: [bound.milliseconds])
        while heads.count < limit, let row = try rows.next() {
            let recipient: String = try row.value("recipient")
            guard seen.insert(recipient).inserted, let head = try db.row(Self.head, [recipient]) else { continue }
            let id: Int64 = try head.value("id")
            let isFree = try head.instantOrNone("leaseUntil").map { $0 <= now || $0 > leaseEnd } ?? true
            if isFree, !heads.contains(id) { heads.append(id) }
        }
    }

    func claim(_ id: Int64, until end: Instant) throws -> ClaimedMessage? {
        try db.run("UPDATE message SET leaseUntil = ? WHERE id = ?", [end.milliseconds, id])
        return try db.row(
            """
            SELECT id, recipient, sender, subject, messageID, coalesce(requeuedAt, createdAt) AS createdAt, attempts, bytes
            FROM message m JOIN messageContent c ON c.message = m.id WHERE m.id = ?
            """,
            [id]
        )
        .map { row in
            ClaimedMessage(
                id: try row.value("id"),
                recipient: try row.value("recipient"),
                sender: try row.value("sender"),
                subject: try row.value("subject"),
                messageID: try row.value("messageID"),
                bytes: try Self.bytes(row),
                createdAt: try row.instant("createdAt"),
                attempt: try row.value("attempts", as: Int.self) + 1
            )
        }
    }
}

/// Notes attempts.
extension MessageRows {
    func note(_ attempt: DeliveryAttempt) throws {
        guard let row = try db.row("SELECT folder FROM message WHERE id = ?", [attempt.message]) else {
            throw StoreError.failed("record attempt: there is no such message")
        }
        let columns = Self.columns(of: attempt.result)
        try db.run(
            "INSERT INTO attempt (message, at, result, retryAt, reason, reply, said) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                attempt.message, attempt.at.milliseconds, columns.label, columns.retryAt, attempt.reason, attempt.reply,
                attempt.said,
            ]
        )
        try move(attempt.message, from: try row.label("folder"), after: columns, attempt: db.lastInsertedRowID)
    }

    private typealias ResultColumns = (label: String, retryAt: Int64?, folder: OutboxFolder)

    private static func columns(of result: DeliveryAttempt.Result) -> ResultColumns {
        switch result {
        case .accepted: ("accepted", nil, .sent)
        case .retry(let at): ("retry", at.milliseconds, .new)
        case .failed: ("failed", nil, .failed)
        }
    }

    /// What followed from an attempt, as its row says.
    static func result(_ row: Row) throws -> DeliveryAttempt.Result {
        switch try row.value("result", as: String.self) {
        case "accepted": return .accepted
        case "retry": return .retry(at: try row.instant("retryAt"))
        case "failed": return .failed
        default: throw StoreError.failed("read store: an attempt has a result that this version does not know")
        }
    }

    /// What the same recipient is told later waits as well: it must not come first, nor make the older one be tried again
    /// and again.
    private func hold(behind id: Int, until retryAt: Int64) throws {
        try db.run(
            """
            UPDATE message SET nextAttemptAt = max(nextAttemptAt, ?1)
            WHERE folder = 'new' AND id > ?2 AND recipient = (SELECT recipient FROM message WHERE id = ?2)
            """,
            [retryAt, id]
        )
    }

    /// Moves a message to the folder that an attempt leads to.
    ///
    /// A second claimant may come late, after the end of its lease: what the relay has accepted stays sent, and what was
    /// given up is only taken back by acceptance. The attempt itself is kept in any case.
    private func move(
        _ id: Int,
        from folder: OutboxFolder,
        after columns: ResultColumns,
        attempt: Int64
    ) throws {
        guard folder == .new || (folder == .failed && columns.folder == .sent) else {
            try db.run("UPDATE message SET attempts = attempts + 1 WHERE id = ?", [id])
            return
        }
        try db.run(
            """
            UPDATE message SET folder = ?, attempts = attempts + 1, lastAttempt = ?, nextAttemptAt = ?, leaseUntil = NULL
            WHERE id = ?
            """,
            [columns.folder.rawValue, attempt, columns.retryAt, id]
        )
        if let retryAt = columns.retryAt { try hold(behind: id, until: retryAt) }
    }
}

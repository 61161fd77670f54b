package import Alerting
internal import Assessment
internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func lastSlot(of subscription: String) async throws -> DigestSlot? {
        try await read { db in try DigestRows(db: db, subscription: subscription).lastSlot() }
    }

    package func begin(subscription: String, after slot: DigestSlot) async throws {
        // Most calls find it there: at every start, for every subscription.
        guard try await lastSlot(of: subscription) == nil else { return }
        try await write { db in try DigestRows(db: db, subscription: subscription).begin(after: slot) }
    }

    package func setBack(subscription: String, to slot: DigestSlot) async throws {
        try await write { db in try DigestRows(db: db, subscription: subscription).set(slot) }
    }

    package func digestHours() async throws -> [DigestHours] {
        try await read { db in
            let names = try db.each("SELECT name, hours FROM subscription ORDER BY name") { row in
                (try row.value("name", as: String.self), try row.value("hours", as: String?.self))
            }
            return try names.compactMap { name, hours in
                try DigestRows(db: db, subscription: name).lastSlot().map {
                    DigestHours(subscription: name, lastSlot: $0, hours: hours)
                }
            }
        }
    }

    package func note(hours: [DigestHours]) async throws {
        guard !hours.isEmpty else { return }
        try await write { db in
            for hours in hours {
                try db.run(
                    "UPDATE subscription SET hours = ?, lastSlot = ? WHERE name = ?",
                    [hours.hours, hours.lastSlot.description, hours.subscription]
                )
            }
        }
    }

    package func waitingNotices(
        of subscription: String,
        progress: @escaping @Sendable () -> Void
    ) async throws -> [Notice] {
        try await read { [rules] db in
            try NoticeRows(db: db, episodes: EpisodeRows(db: db, rules: rules), progress: progress)
                .waiting(for: subscription)
        }
    }

    static var urgent: String { NoticeRows.urgent }

    package func waitingUrgentNotices(progress: @escaping @Sendable () -> Void) async throws -> [Notice] {
        try await read { [rules] db in
            try NoticeRows(db: db, episodes: EpisodeRows(db: db, rules: rules), progress: progress).waitingUrgent()
        }
    }

    package func commit(urgent: UrgentCommit) async throws {
        try await transaction { db in
            let message = try urgent.message.map(MessageRows(db: db).add)
            let told = try urgent.notices.reduce(0) { told, notice in
                try told
                    + DigestRows(db: db, subscription: notice.subscription)
                    .tell(notice, in: message, as: urgent.retelling)
            }
            return ((), told > 0 ? .commit : .rollback)
        }
    }

    package func untoldFailures(for subscription: String) async throws -> [FailedMessage] {
        try await read { db in try DigestRows(db: db, subscription: subscription).untoldFailures() }
    }

    package func commit(digest: DigestCommit) async throws {
        try await write { db in
            let rows = DigestRows(db: db, subscription: digest.subscription)
            if let last = try rows.lastSlot(), digest.slot <= last { return }
            let message = try digest.message.map(MessageRows(db: db).add)
            for notice in digest.notices { _ = try rows.tell(notice, in: message, as: digest.retelling) }
            for failure in digest.failures { try rows.tell(failure) }
            try rows.close(digest.slot)
        }
    }
}

/// The rows of one subscription.
struct DigestRows {
    let db: Database
    let subscription: String

    func lastSlot() throws -> DigestSlot? {
        guard let row = try db.row("SELECT lastSlot FROM subscription WHERE name = ?", [subscription]) else {
            return nil
        }
        guard let slot = DigestSlot(try row.value("lastSlot", as: String.self)) else {
            throw StoreError.failed("read store: a slot has a form that this version does not know")
        }
        return slot
    }

    /// Makes a new subscription, which hears of failures from now on.
    ///
    /// Attempts are counted for that, because a slot is no moment: it has no zone.
    func begin(after slot: DigestSlot) throws {
        try db.run(
            """
            INSERT INTO subscription (name, lastSlot, sinceAttempt)
            VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM attempt)) ON CONFLICT (name) DO NOTHING
            """,
            [subscription, slot.description]
        )
    }

    func close(_ slot: DigestSlot) throws {
        try begin(after: slot)
        try set(slot)
    }

    func set(_ slot: DigestSlot) throws {
        try db.run("UPDATE subscription SET lastSlot = ? WHERE name = ?", [slot.description, subscription])
    }

    /// Notes that a notice is told; gives 0 where it was told before.
    func tell(_ notice: Notice, in message: Int64?, as retelling: Retelling = .none) throws -> Int {
        guard let event = notice.event else {
            throw StoreError.failed("tell a notice: it was not read from the store")
        }
        let told = try tell(event, in: retelling.overtakes(notice) ? nil : message)
        if told > 0, message != nil, let facts = retelling.facts(of: notice), facts != notice.episode.facts {
            try db.run(
                "UPDATE notice SET facts = ? WHERE event = ? AND subscription = ?",
                [try facts.json(), event, subscription]
            )
        }
        return told
    }

    /// The same of the notice of a change.
    func tell(_ event: Int, in message: Int64?) throws -> Int {
        let query = "UPDATE notice SET isTold = 1, message = ? WHERE event = ? AND subscription = ? AND isTold = 0"
        try RowStatement(db, query).run([.optional(message), .number(Int64(event)), .text(subscription)])
        return db.changesCount
    }

    /// Notes that an open alert is told as it stands, after its last change; a notice of that change stays as it is.
    func noteTold(_ episode: String, in message: Int64?) throws {
        try db.run(
            """
            INSERT INTO notice (event, subscription, isUrgent, isTold, message)
            SELECT max(seq), ?1, 0, 1, ?2 FROM event v JOIN episode e ON e.id = v.episode WHERE e.name = ?3
            GROUP BY e.id
            ON CONFLICT (event, subscription) DO NOTHING
            """,
            [subscription, message, episode.composed]
        )
    }

    func untoldFailures() throws -> [FailedMessage] {
        try db.each(
            """
            SELECT m.id, recipient, subject, at, reason, reply, said
            FROM subscription s JOIN message m JOIN attempt a ON a.id = m.lastAttempt
            WHERE s.name = ?1 AND folder = 'failed' AND isDropped = 0 AND lastAttempt > sinceAttempt AND NOT EXISTS (
                SELECT 1 FROM toldFailure t WHERE t.subscription = ?1 AND t.message = m.id
            )
            ORDER BY lastAttempt
            """,
            [subscription]
        ) { row in
            FailedMessage(
                id: try row.value("id"),
                recipient: try row.value("recipient"),
                subject: try row.value("subject"),
                at: try row.instant("at"),
                reason: try row.value("reason"),
                reply: try row.value("reply"),
                said: try row.value("said", as: String?.self)
            )
        }
    }

    func tell(_ failure: FailedMessage) throws {
        try db.run(
            "INSERT INTO toldFailure (subscription, message) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [subscription, failure.id]
        )
    }
}

/// Reads the notices that wait.
struct NoticeRows {
    let db: Database
    let episodes: EpisodeRows
    /// Called now and then, since many can wait.
    let progress: () -> Void

    private static let columns = """
        n.event, subscription, kind, at, isUrgent, rule, number, openedAt, v.closedAt, v.facts, v.handling, v.note, indicator,
        area, breakdown
        """
    private static let sources = """
        JOIN event v ON v.seq = n.event JOIN episode e ON e.id = v.episode JOIN series s ON s.id = e.series
        """

    func waiting(for subscription: String) throws -> [Notice] {
        try db.each(
            """
            SELECT \(Self.columns) FROM notice n \(Self.sources)
            WHERE subscription = ? AND isTold = 0 ORDER BY event
            """,
            [subscription],
            progress: progress,
            notice
        )
    }

    func waiting(for subscription: String, event: Int) throws -> Notice? {
        let query =
            "SELECT \(Self.columns) FROM notice n \(Self.sources) WHERE n.event = ? AND subscription = ? AND isTold = 0"
        return try db.row(query, [event, subscription]).map(notice)
    }

    func waitingUrgent() throws -> [Notice] { try db.each(Self.urgent, [], progress: progress, notice) }

    // The index holds nothing but what is to be found, so that a tick without work reads one page.
    static let urgent = """
        SELECT \(columns) FROM notice n INDEXED BY noticeUrgent \(sources)
        WHERE isTold = 0 AND isUrgent = 1 ORDER BY event
        """

    /// A notice with its episode as it was after the change: the facts and the end are those of the event.
    private func notice(_ row: Row) throws -> Notice {
        Notice(
            subscription: try row.value("subscription"),
            kind: try row.label("kind"),
            episode: try episodes.episode(row),
            at: try row.instant("at"),
            isUrgent: try row.value("isUrgent"),
            event: try row.value("event", as: Int.self),
            note: try episodes.note(row)
        )
    }
}

package import Alerting
internal import Assessment
internal import GRDB
package import Indicators

extension SQLiteStore {
    package func ledger(
        _ query: LedgerQuery,
        after id: Int,
        limit: Int,
        toldLimit: Int?
    ) async throws -> [LedgerRecord] {
        try await read { [rules] db in
            try LedgerRows(db: db, episodes: EpisodeRows(db: db, rules: rules), toldLimit: toldLimit)
                .records(query, after: id, limit: limit)
        }
    }

    package func told(inMail id: Int) async throws -> [AlertEvent] {
        try await read { [rules] db in
            try LedgerRows(db: db, episodes: EpisodeRows(db: db, rules: rules), toldLimit: nil).mail(id)?.told ?? []
        }
    }

    package func mails(
        to recipient: String?,
        before id: Int?,
        limit: Int,
        toldLimit: Int?
    ) async throws -> [LedgerRecord] {
        try await read { [rules] db in
            try LedgerRows(db: db, episodes: EpisodeRows(db: db, rules: rules), toldLimit: toldLimit)
                .latest(to: recipient, before: id ?? Int.max, limit: limit)
        }
    }

    package func lastAcceptance() async throws -> Instant? {
        try await read { db in
            try db.row(
                """
                SELECT at FROM attempt INDEXED BY attemptAccepted WHERE result = 'accepted' ORDER BY id DESC LIMIT 1
                """,
                []
            )?
            .instant("at")
        }
    }

    package func trouble(ofRelay relay: String) async throws -> RelayTrouble? {
        try await read { db in
            try db.row("SELECT * FROM relayTrouble WHERE relay = ?", [relay]).map { row in
                RelayTrouble(
                    relay: try row.value("relay"),
                    kind: try row.label("kind"),
                    since: try row.instant("since"),
                    failures: try row.value("failures"),
                    until: try row.instant("until"),
                    reason: try row.value("reason"),
                    reply: try row.value("reply")
                )
            }
        }
    }

    package func note(trouble: RelayTrouble) async throws {
        try await write { db in
            try db.run(
                """
                INSERT OR REPLACE INTO relayTrouble (relay, kind, since, failures, until, reason, reply)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    trouble.relay, trouble.kind.rawValue, trouble.since.milliseconds, trouble.failures,
                    trouble.until.milliseconds, trouble.reason, trouble.reply,
                ]
            )
        }
    }

    package func endTrouble(ofRelay relay: String, at now: Instant) async throws {
        try await write { db in
            try QueueRows(db: db).free(at: now)
            try db.run(
                """
                INSERT OR REPLACE INTO relayRecovery (relay, at)
                SELECT relay, ? FROM relayTrouble WHERE relay = ? AND kind IN (\(Self.kindsToMend))
                """,
                [now.milliseconds, relay]
            )
            try db.run("DELETE FROM relayTrouble WHERE relay = ?", [relay])
        }
    }

    private static let kindsToMend = RelayTrouble.Kind.allCases.filter(\.needsMending).map { "'\($0.rawValue)'" }
        .joined(separator: ", ")

    package func recovery(ofRelay relay: String) async throws -> Instant? {
        try await read { db in
            try db.row("SELECT at FROM relayRecovery WHERE relay = ?", [relay])?.instant("at")
        }
    }
}

/// Reads mails with all that is known of them.
struct LedgerRows {
    let db: Database
    let episodes: EpisodeRows
    /// So many of the changes that a mail told are read, at most.
    let toldLimit: Int?

    private static let columns =
        "\(MessageRows.stateColumns), messageID, subscription, recipient, subject, replaces"

    func records(_ query: LedgerQuery, after id: Int, limit: Int) throws -> [LedgerRecord] {
        let condition = Condition(query)
        return try db.each(
            "SELECT \(Self.columns) FROM message m WHERE m.id > ? \(condition.sql) ORDER BY m.id LIMIT ?",
            [id] + condition.arguments + [limit]
        ) { try record($0, about: query.alert?.composed) }
    }

    func latest(to recipient: String?, before id: Int, limit: Int) throws -> [LedgerRecord] {
        try latestIDs(to: recipient, before: id, limit: limit).compactMap(mail)
    }

    func mail(_ id: Int) throws -> LedgerRecord? {
        try db.row("SELECT \(Self.columns) FROM message m WHERE m.id = ?", [id]).map { try record($0, about: nil) }
    }

    /// An address and a subscription each have an index of their own: what both find is put together here.
    private func latestIDs(to recipient: String?, before id: Int, limit: Int) throws -> [Int] {
        guard let recipient else {
            return try ids("id < ?", [id, limit])
        }
        let found = try ["recipient", "subscription"].flatMap { column in
            try ids("\(column) = ? AND id < ?", [recipient, id, limit])
        }
        return Array(Set(found).sorted(by: >).prefix(limit))
    }

    private func ids(_ condition: String, _ arguments: StatementArguments) throws -> [Int] {
        try db.each("SELECT id FROM message WHERE \(condition) ORDER BY id DESC LIMIT ?", arguments) { row in
            try row.value("id")
        }
    }

    private func record(_ row: Row, about alert: String?) throws -> LedgerRecord {
        let state = try MessageRows.state(row)
        let told = try told(
            in: latest(after: state),
            at: moment(of: state, replaces: row.value("replaces")),
            about: alert
        )
        return LedgerRecord(
            message: state,
            messageID: try row.value("messageID"),
            subscription: try row.value("subscription"),
            recipient: try row.value("recipient"),
            subject: try row.value("subject"),
            attempts: try attempts(of: state.id),
            orders: try QueueRows(db: db).orders(about: state.id),
            told: told.events,
            toldCount: told.count,
            toldIndicators: told.indicators,
            replaces: try row.value("replaces", as: Int?.self)
        )
    }

    /// When what the mail says was composed: a mail in the place of another says what that one said.
    private func moment(of message: MessageState, replaces: Int?) throws -> Instant {
        var moment = message.createdAt
        var next = replaces
        while let id = next, let row = try db.row("SELECT createdAt, replaces FROM message WHERE id = ?", [id]) {
            moment = try row.instant("createdAt")
            next = try row.value("replaces", as: Int?.self).flatMap { $0 < id ? $0 : nil }
        }
        return moment
    }

    /// The mail that has the notices of a mail now: the last of those that took its place when the address was mended.
    private func latest(after message: MessageState) throws -> Int {
        var latest = message.id
        guard message.isDropped else { return latest }
        while let next = try db.number("SELECT id FROM message WHERE replaces = ? ORDER BY id DESC LIMIT 1", [latest]) {
            guard next > latest else { break }
            latest = Int(next)
        }
        return latest
    }

    private func attempts(of message: Int) throws -> [DeliveryAttempt] {
        try db.each(
            "SELECT at, result, retryAt, reason, reply, said FROM attempt WHERE message = ? ORDER BY id",
            [message]
        ) { row in
            DeliveryAttempt(
                message: message,
                at: try row.instant("at"),
                result: try MessageRows.result(row),
                reason: try row.value("reason"),
                reply: try row.value("reply"),
                said: try row.value("said", as: String?.self)
            )
        }
    }

    // MARK: What a mail told

    /// What is read of it, and how much there is.
    private typealias Told = (events: [AlertEvent], count: Int, indicators: Set<IndicatorID>)

    /// All of it, where there is room for that; else the first changes of the alert that is asked for.
    private func told(in message: Int, at moment: Instant, about alert: String?) throws -> Told {
        let (all, arguments) = (toldOf, [message, moment.milliseconds] as StatementArguments)
        let query = "SELECT count(DISTINCT event) FROM notice INDEXED BY noticeOfMessage WHERE message = ?"
        let count = try toldLimit == nil ? 0 : db.number(query, [message]).map(Int.init) ?? 0
        guard let toldLimit, count > toldLimit else {
            let events = try events("\(all) ORDER BY n.event", arguments)
            return (events, events.count, [])
        }
        let indicators = try indicators(in: message)
        guard let alert else {
            let events = try events("\(all) GROUP BY n.event ORDER BY n.event LIMIT ?3", arguments + [toldLimit])
            return (events, count, indicators)
        }
        let names: StatementArguments = [alert, "\(alert)#", "\(alert)$"]
        let events = try events(
            "\(all) AND \(Self.isAbout(3)) GROUP BY n.event ORDER BY n.event LIMIT ?6",
            arguments + names + [toldLimit]
        )
        let own = "SELECT count(DISTINCT n.event) \(Self.sources) WHERE n.message = ?1 AND \(Self.isAbout(2))"
        return (events, try db.number(own, [message] + names).map(Int.init) ?? 0, indicators)
    }

    static let ofEvent = "JOIN episode e ON e.id = v.episode JOIN series s ON s.id = e.series"
    private static let sources =
        "FROM notice n INDEXED BY noticeOfMessage JOIN event v ON v.seq = n.event \(ofEvent)"

    /// Whether it is about the alert, or the episode, whose name stands at a place with both ends of those of its episodes.
    private static func isAbout(_ place: Int) -> String {
        "(e.name = ?\(place) OR e.name >= ?\(place + 1) AND e.name < ?\(place + 2))"
    }

    /// A mail tells the facts that were noted with it, where those are not the change's own; else, of an open alert, the facts as
    /// they stood when it was composed, which may be newer than its last change.
    static let asTold = """
        SELECT seq, kind, at, name, coalesce(n.facts, (
            SELECT r.facts FROM refreshedFacts r
            WHERE r.episode = e.id AND r.at <= ?2 AND r.lastEvent >= v.seq AND NOT EXISTS (
                SELECT 1 FROM event w WHERE w.episode = e.id AND w.seq > v.seq AND w.at <= ?2
            ) ORDER BY r.at DESC, r.id DESC LIMIT 1
        ), v.facts) AS facts, rule, indicator, area, breakdown
        """

    private var toldOf: String { "\(Self.asTold) \(Self.sources) WHERE n.message = ?1" }

    /// The changes that a query finds; one may be told by two subscriptions of one recipient.
    private func events(_ query: String, _ arguments: StatementArguments) throws -> [AlertEvent] {
        let all = try db.each(query, arguments, episodes.event)
        return all.indices.filter { $0 == 0 || all[$0].seq != all[$0 - 1].seq }.map { all[$0] }
    }

    private func indicators(in message: Int) throws -> Set<IndicatorID> {
        Set(
            try db.each("SELECT DISTINCT s.indicator \(Self.sources) WHERE n.message = ?", [message]) { row in
                IndicatorID(try row.value("indicator"))
            }
        )
    }
}

/// What a query asks, in SQL.
private struct Condition {
    private(set) var sql = ""
    private(set) var arguments: StatementArguments = []

    init(_ query: LedgerQuery) {
        if let who = query.recipient { add("(recipient = ? OR subscription = ?)", [who, who]) }
        if let from = query.from { add("createdAt >= ?", [from.milliseconds]) }
        if let through = query.through { add("createdAt <= ?", [through.milliseconds]) }
        if let alert = query.alert?.composed {
            // From '#' to the character behind it: the episodes of the alert, by its index. A mail whose place another one
            // took told the same.
            add(
                """
                m.id IN (
                    WITH RECURSIVE telling (id) AS (
                        SELECT n.message FROM episode e JOIN event v ON v.episode = e.id JOIN notice n ON n.event = v.seq
                        WHERE name = ? OR name >= ? AND name < ?
                        UNION SELECT o.replaces FROM telling JOIN message o ON o.id = telling.id
                        WHERE o.replaces IS NOT NULL
                    )
                    SELECT id FROM telling
                )
                """,
                [alert, "\(alert)#", "\(alert)$"]
            )
        }
    }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        sql += " AND \(condition)"
        arguments += values
    }
}

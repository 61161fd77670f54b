package import Alerting
internal import Assessment
internal import GRDB
internal import Indicators

extension SQLiteStore {
    package func lastTold(
        of alerts: [AlertKey],
        to subscription: String
    ) async throws -> [AlertKey: ToldBefore.Alert] {
        try await read { [rules] db in
            let rows = LedgerRows(db: db, episodes: EpisodeRows(db: db, rules: rules), toldLimit: nil)
            return try alerts.reduce(into: [:]) { told, alert in
                told[alert] = try rows.lastTold(of: alert, to: subscription)
            }
        }
    }
}

extension LedgerRows {
    /// How an alert stood by the last mail that told of it, and by those that came after.
    func lastTold(of alert: AlertKey, to subscription: String) throws -> ToldBefore.Alert? {
        let name = alert.description.composed
        // From '#' to the character behind it: the episodes of the alert, by its index.
        let last = try db.row(
            """
            SELECT max(v.seq) AS seq, v.episode, e.number, m.createdAt FROM episode e JOIN event v ON v.episode = e.id
            JOIN notice n ON n.event = v.seq AND n.subscription = ?1 JOIN message m ON m.id = n.message
            WHERE e.name >= ?2 AND e.name < ?3
            """,
            [subscription, "\(name)#", "\(name)$"]
        )
        guard let last, let seq = try last.value("seq", as: Int?.self) else { return nil }
        // Until it changed again, every mail told it as it stood.
        let change = "SELECT min(at) FROM event WHERE episode = ? AND seq > ?"
        let next = try db.number(change, [try last.value("episode", as: Int64.self), seq]) ?? Int64.max
        let latest = "SELECT createdAt FROM message WHERE subscription = ? AND createdAt < ? ORDER BY id DESC LIMIT 1"
        let moment = try db.number(latest, [subscription, next]) ?? 0
        let query = """
            \(Self.asTold) FROM notice n JOIN event v ON v.seq = n.event \(Self.ofEvent)
            WHERE n.event = ?1 AND n.subscription = ?3
            """
        return try db.row(query, [seq, moment, subscription])
            .map(episodes.event)
            .map { event in
                ToldBefore.Alert(
                    kind: event.kind,
                    number: try last.value("number"),
                    facts: event.facts,
                    at: try last.instant("createdAt")
                )
            }
    }
}

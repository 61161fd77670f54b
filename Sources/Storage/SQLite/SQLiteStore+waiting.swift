package import Alerting
internal import Assessment
internal import GRDB
package import Indicators

/// What waits to be told, without reading what it tells.
extension SQLiteStore {
    package func waitingNames(of subscription: String) async throws -> [WaitingNotice] {
        try await read { db in
            let query = """
                SELECT n.event, v.kind, v.at, rule, number, indicator, area, breakdown
                FROM notice n JOIN event v ON v.seq = n.event JOIN episode e ON e.id = v.episode
                JOIN series s ON s.id = e.series
                WHERE n.subscription = ? AND n.isTold = 0 ORDER BY n.event
                """
            var texts = KeyTexts()
            var rules: [String: RuleName] = [:]
            var found: [WaitingNotice] = []
            try RowStatement(db, query).readAll([.text(subscription)]) { row in
                guard let event = row.number(0), let kind = row.text(1).flatMap(AlertEventKind.init),
                    let at = row.number(2),
                    let rule = row.text(3), let number = row.number(4)
                else { throw Self.unknownNotice }
                let name = rules[rule] ?? RuleName(rule)
                rules[rule] = name
                let alert = AlertKey(rule: name, series: try texts.key(row, from: 5))
                found.append(
                    WaitingNotice(
                        subscription: subscription,
                        event: Int(event),
                        kind: kind,
                        run: Episode.Run(alert: alert, number: Int(number)),
                        at: Instant(milliseconds: at)
                    )
                )
            }
            return found
        }
    }

    private static let unknownNotice = StoreError.failed(
        "read store: a notice has a form that this version does not know"
    )

    package func outlines(of notices: [WaitingNotice]) async throws -> [Int: AlertOutline] {
        try await read { [rules] db in
            let statement = try RowStatement(db, "SELECT facts, closedAt FROM event WHERE seq = ?")
            var programmes: Set<String> = []
            var found: [Int: AlertOutline] = [:]
            found.reserveCapacity(notices.count)
            for notice in notices {
                // Facts are let go of one by one: there may be very many.
                let outline = try statement.read([Int64(notice.event)]) { row in
                    var facts = try FindingFacts(json: row.text(0) ?? "", rules: rules)
                    facts.about.programme = programmes.insert(facts.about.programme).memberAfterInsert
                    return AlertOutline(facts, isClosed: row.number(1) != nil)
                }
                if let outline { found[notice.event] = outline }
            }
            return found
        }
    }

    package func waitingNotices(of subscription: String, events: Set<Int>) async throws -> [Notice] {
        try await read { [rules] db in
            let rows = NoticeRows(db: db, episodes: EpisodeRows(db: db, rules: rules), progress: {})
            return try events.sorted().compactMap { try rows.waiting(for: subscription, event: $0) }
        }
    }

    package func mayHaveOpenEpisodes(
        of indicators: Set<IndicatorID>,
        notWaitingFor subscriptions: [String]
    ) async throws -> Bool {
        try await read { db in
            let waits = subscriptions.map { _ in "?" }.joined(separator: ", ")
            let query = """
                SELECT EXISTS (
                    SELECT 1 FROM series s CROSS JOIN episode e ON e.series = s.id
                    WHERE s.indicator = ? AND e.closedAt IS NULL AND NOT EXISTS (
                        SELECT 1 FROM event v CROSS JOIN notice n ON n.event = v.seq
                        WHERE v.episode = e.id AND n.isTold = 0 AND n.subscription IN (\(waits))
                    )
                )
                """
            let statement = try RowStatement(db, query)
            return try indicators.contains { indicator in
                let names = [indicator.description.composed] + subscriptions
                return try statement.read(names.map(Parameter.text)) { $0.number(0) == 1 } ?? false
            }
        }
    }
}

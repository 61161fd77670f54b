internal import Alerting
internal import Assessment
internal import GRDB
internal import Indicators

/// Reads episodes and events.
struct EpisodeRows {
    let db: Database
    /// The rules whose evidence can be read.
    let rules: RuleRegistry
    private let texts = SharedTexts()

    init(db: Database, rules: RuleRegistry) {
        self.db = db
        self.rules = rules
    }

    /// The columns that ``episode(_:)`` reads.
    static let columns = "rule, number, openedAt, e.closedAt, e.facts, e.handling, indicator, area, breakdown"

    func alert(_ row: Row) throws -> AlertKey {
        AlertKey(rule: try row.label("rule"), series: try SeriesRows.key(row))
    }

    func episode(_ row: Row) throws -> Episode {
        var facts = try FindingFacts(json: try row.value("facts"), rules: rules)
        texts.share(in: &facts)
        return Episode(
            alert: try alert(row),
            number: try row.value("number"),
            openedAt: try row.instant("openedAt"),
            closedAt: try row.instantOrNone("closedAt"),
            facts: facts,
            handling: try handling(row)
        )
    }

    /// What people did with the episode: most are none's.
    private func handling(_ row: Row) throws -> Handling {
        try row.value("handling", as: String?.self).map { try EpisodeHandlingForm(json: $0).handling() } ?? .none
    }

    /// Adds the episodes of one series to the state.
    func read(_ key: SeriesKey, into state: inout EpisodeState) throws {
        guard let id = try idWithEpisodes(of: key) else { return }
        let open = try db.each(
            """
            SELECT \(Self.columns) FROM episode e JOIN series s ON s.id = e.series
            WHERE e.series = ? AND e.closedAt IS NULL
            """,
            [id],
            episode
        )
        for episode in open { state.open[episode.alert] = episode }
        let counts = try db.each("SELECT rule, count(*) AS count FROM episode WHERE series = ? GROUP BY rule", [id]) {
            (AlertKey(rule: try $0.label("rule"), series: key), try $0.value("count", as: Int.self))
        }
        for (alert, count) in counts { state.counts[alert] = count }
        state.untrue += try untrue(of: id)
    }

    /// The row of a series that has had episodes: most have none, and cost one look.
    private func idWithEpisodes(of key: SeriesKey) throws -> Int64? {
        let query = """
            SELECT id FROM series WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3
                AND EXISTS (SELECT 1 FROM episode WHERE series = series.id)
            """
        return try RowStatement(db, query).read(key) { $0.number(0) } ?? nil
    }

    /// The ended episodes of a series of which something was told by a value that has been taken back since.
    private func untrue(of series: Int64) throws -> [Episode] {
        let known =
            "SELECT 1 FROM observation INDEXED BY observationWithdrawn WHERE series = ? AND withdrawal IS NOT NULL"
        guard try db.row(known, [series]) != nil else { return [] }
        return try ended(of: series).compactMap { ended in
            let wrong = try ended.told.first { try WithdrawalRows(db: db).isTakenBack($0, series: series) }
            return wrong.map { facts in
                var untrue = ended.episode
                untrue.facts = facts
                return untrue
            }
        }
    }

    /// The episodes of a series that have ended and of which some value was told to hold.
    func ended(of key: SeriesKey) throws -> [EndedEpisode] {
        try SeriesRows(db: db).id(of: key).map(ended) ?? []
    }

    private func ended(of series: Int64) throws -> [EndedEpisode] {
        let ended = try db.each(
            """
            SELECT e.id, \(Self.columns) FROM episode e JOIN series s ON s.id = e.series
            WHERE e.series = ? AND e.closedAt IS NOT NULL
            """,
            [series]
        ) { (id: try $0.value("id", as: Int64.self), episode: try episode($0)) }
        // What rests by an edit goes on where it was when that is taken back.
        return try ended.filter { !$0.episode.facts.rests }.map { ended in
            EndedEpisode(episode: ended.episode, told: try told(of: ended.id))
        }
        .filter { !$0.told.isEmpty }
    }

    /// What was told of an episode and not put right since, the latest first.
    private func told(of episode: Int64) throws -> [FindingFacts] {
        EndedEpisode.told(
            by: try db.each("SELECT kind, facts FROM event WHERE episode = ? ORDER BY seq", [episode]) { row in
                (
                    kind: try row.label("kind", as: AlertEventKind.self),
                    facts: try FindingFacts(json: try row.value("facts"), rules: rules)
                )
            }
        )
    }
}

package import Alerting
internal import Assessment
internal import GRDB
internal import Indicators
internal import Synchronization

extension SQLiteStore {
    @discardableResult
    package func commit(decisions: Decisions) async throws -> [Notice] {
        let (notices, events) = try await write { db in
            var round = try DecisionRound(db: db)
            for transition in decisions.transitions { try round.apply(transition) }
            let moment = decisions.judged.map(\.at).max()
            for episode in decisions.refreshed { try round.refresh(episode, at: moment) }
            let notices = try decisions.notices.map(round.add)
            for judged in decisions.judged { try round.close(judged) }
            for series in decisions.edited {
                try round.endEdit(of: series, light: decisions.editedLights[series])
            }
            for silence in decisions.begunSilences { try SilenceRows(db: db).begin(silence) }
            for silence in decisions.endedSilences { try SilenceRows(db: db).end(silence) }
            for (hash, effects) in decisions.effects { try round.keep(effects, of: hash) }
            return (notices, round.logged)
        }
        recentEvents.withLock { $0.keep(events) }
        return notices
    }
}

/// Writes what one round of judging decided.
private struct DecisionRound {
    /// What makes a notice and an event speak of the same change.
    private struct Change: Hashable {
        let episode: String
        let kind: AlertEventKind
        let at: Instant
    }

    private let db: Database
    private let closing: RowStatement
    private let logging: RowStatement
    private let opening: RowStatement
    private let episodesOfAlert: RowStatement
    private let updating: RowStatement
    private let openOfName: RowStatement
    private let noticing: RowStatement
    private var lastNumber: Int64
    private var events: [Change: Int64] = [:]
    /// The events as they stand in the log.
    private(set) var logged: [AlertEvent] = []

    init(db: Database) throws {
        self.db = db
        lastNumber = try db.number("SELECT max(seq) FROM event") ?? 0
        closing = try RowStatement(db, Self.closingStatement)
        logging = try RowStatement(
            db,
            "INSERT INTO event (seq, episode, kind, at, closedAt, facts, handling, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        opening = try RowStatement(
            db,
            "INSERT INTO episode (name, series, rule, number, openedAt, closedAt, facts) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        episodesOfAlert = try RowStatement(
            db,
            "SELECT count(*), count(*) FILTER (WHERE closedAt IS NULL) FROM episode WHERE series = ? AND rule = ?"
        )
        updating = try RowStatement(
            db,
            "UPDATE episode SET openedAt = ?, closedAt = ?, facts = ?, handling = ? WHERE id = ?"
        )
        openOfName = try RowStatement(db, "SELECT id FROM episode WHERE name = ? AND closedAt IS NULL")
        noticing = try RowStatement(
            db,
            "INSERT INTO notice (event, subscription, isUrgent, isTold) VALUES (?, ?, ?, 0)"
        )
    }

    /// Takes the mark off, where the series has not been marked again since it was read.
    private static let closingStatement = """
        UPDATE series SET judgedMark = max(judgedMark, ?4), nextReview = ?5, judgedAt = ?6, light = ?7
        WHERE indicator = ?1 AND area = ?2 AND breakdown = ?3
        """

    mutating func apply(_ transition: Transition) throws {
        let episode = transition.episode
        // The event keeps the facts as they are now, the episode as they will be: the same text for the moment.
        let facts = try episode.facts.json()
        if transition.reopens { try reopen(episode) }
        let id =
            switch transition.kind {
            case .opened: try open(episode, facts)
            case .corrected: try correct(episode, facts)
            case .worsened, .eased, .escalated, .relaxed, .changed, .released, .resolved, .targetChanged, .acknowledged,
                .silenced, .reminded, .explained:
                try update(episode, facts)
            }
        lastNumber += 1
        try logging.run([
            .number(lastNumber), .number(id), .text(transition.kind.rawValue), .number(transition.at.milliseconds),
            .optional(episode.closedAt?.milliseconds), .text(facts),
            .optional(try EpisodeHandlingForm(episode.handling)?.json()),
            .optional(try transition.note.map { try HandlingNoteForm($0).json() }),
        ])
        events[Change(episode: episode.id, kind: transition.kind, at: transition.at)] = lastNumber
        logged.append(AlertEvent(transition, seq: Int(lastNumber)))
    }

    /// Replaces the facts, and keeps when that was, so that they can be shown as they stood.
    func refresh(_ episode: Episode, at moment: Instant?) throws {
        let facts = try episode.facts.json()
        let id = try update(episode, facts)
        guard let moment else { return }
        try db.run(
            "INSERT INTO refreshedFacts (episode, at, lastEvent, facts) VALUES (?, ?, ?, ?)",
            [id, moment.milliseconds, lastNumber, facts]
        )
    }

    private func open(_ episode: Episode, _ facts: String) throws -> Int64 {
        let series = try SeriesRows(db: db).makeID(of: episode.alert.series)
        let rule = Parameter.text(episode.alert.rule.rawValue)
        let known = try episodesOfAlert.read([.number(series), rule]) { (all: $0.number(0), open: $0.number(1)) }
        guard known?.open ?? 0 == 0, Int64(episode.number) == (known?.all ?? 0) + 1 else { throw StoreError.stale }
        try opening.run([
            .text(episode.id.composed), .number(series), rule, .number(Int64(episode.number)),
            .number(episode.openedAt.milliseconds), .optional(episode.closedAt?.milliseconds), .text(facts),
        ])
        return db.lastInsertedRowID
    }

    /// Corrects an episode, which may have ended before; once by the same facts: what a correction told may be taken back too.
    private func correct(_ episode: Episode, _ facts: String) throws -> Int64 {
        let ended = try db.number(
            """
            SELECT e.id FROM episode e WHERE name = ?1 AND closedAt IS NOT NULL
                AND (
                    (SELECT kind FROM event WHERE episode = e.id ORDER BY seq DESC LIMIT 1) <> 'corrected'
                    OR e.facts <> ?2
                )
            """,
            [episode.id.composed, facts]
        )
        guard let ended else { return try update(episode, facts) }
        try db.run("UPDATE episode SET facts = ? WHERE id = ?", [facts, ended])
        return ended
    }

    /// Takes the end off the last episode of an alert; one that is open stays as it is.
    private func reopen(_ episode: Episode) throws {
        try db.run(
            """
            UPDATE episode SET closedAt = NULL WHERE name = ?1 AND closedAt IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM episode l WHERE l.series = episode.series AND l.rule = episode.rule AND l.number > episode.number
            )
            """,
            [episode.id.composed]
        )
    }

    private func update(_ episode: Episode, _ facts: String) throws -> Int64 {
        let name = episode.id.composed
        guard let id = try openOfName.read([.text(name)], { $0.number(0) }) ?? nil else { throw StoreError.stale }
        try updating.run([
            .number(episode.openedAt.milliseconds), .optional(episode.closedAt?.milliseconds), .text(facts),
            .optional(try EpisodeHandlingForm(episode.handling)?.json()), .number(id),
        ])
        return id
    }

    func add(_ notice: Notice) throws -> Notice {
        let change = Change(episode: notice.episode.id, kind: notice.kind, at: notice.at)
        guard let event = events[change] else {
            throw StoreError.failed("commit decisions: a notice tells of a change that is not among them")
        }
        try noticing.run([.number(event), .text(notice.subscription), .number(notice.isUrgent ? 1 : 0)])
        return notice.numbered(Int(event))
    }

    func endEdit(of series: SeriesKey, light: Light?) throws {
        guard let id = try SeriesRows(db: db).id(of: series) else { return }
        try db.run("UPDATE series SET isEdited = 0, light = coalesce(?, light) WHERE id = ?", [light?.rawValue, id])
    }

    /// Keeps what the last import of some content changed, with what is known of that.
    func keep(_ effects: ImportEffects, of hash: String) throws {
        let query = "SELECT id, effects FROM import WHERE hash = ? AND refusal IS NULL ORDER BY id DESC LIMIT 1"
        guard let row = try db.row(query, [hash]) else { return }
        let known = try row.value("effects", as: String?.self).map(ImportEffects.init(json:))
        try db.run(
            "UPDATE import SET effects = ? WHERE id = ?",
            [try (known?.followed(by: effects) ?? effects).json(), try row.value("id", as: Int64.self)]
        )
    }

    /// Takes the mark off, where the series has not been marked again since it was read.
    func close(_ judged: Decisions.Judged) throws {
        try closing.run(
            judged.series.key.parameters + [
                .number(Int64(judged.series.mark)), .optional(judged.nextReview?.milliseconds),
                .number(judged.at.milliseconds), .optional(judged.light?.rawValue),
            ]
        )
    }
}

extension AlertEvent {
    /// The event of a change.
    fileprivate init(_ transition: Transition, seq: Int) {
        self.init(
            seq: seq,
            kind: transition.kind,
            at: transition.at,
            alert: transition.episode.alert,
            episode: transition.episode.id.composed,
            facts: transition.episode.facts,
            note: transition.note
        )
    }
}

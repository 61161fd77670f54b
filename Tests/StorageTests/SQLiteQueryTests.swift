import AlertSamples
import Alerting
import Assessment
import Feeds
import Foundation
import GRDB
import Indicators
import Synchronization
import Testing

@testable import Storage

@Suite("SQLite: how it finds its rows")
struct SQLiteQueryTests {
    /// Queries that look at everything, because everything is asked for.
    private static let whole = [
        "SELECT indicator, area, breakdown FROM series ORDER BY",
        "SELECT series FROM expectation",
        "SELECT indicator, fingerprint FROM definition", "SELECT name, hours FROM subscription",
        // What a page counts, once for each state of the store.
        "SELECT indicator, coalesce(light, 'grey') AS light, count(*)", "SELECT refusal, count(*)",
        "SELECT indicator, light, count(*)", "SELECT indicator, json_extract(facts, '$.severity')",
        // Of a mail that told more changes than are shown.
        "SELECT DISTINCT s.indicator FROM notice",
        // A row for each relay that took no mail: one.
        "FROM relayTrouble WHERE until", "UPDATE relayTrouble",
        // The silences that people made: asked at a start, and where the clock was put back.
        "SELECT 1 FROM silence WHERE endedBy IS NULL",
        // Who refers to a new series is looked for only where somebody is known to before it is there (OP_FkIfZero): never.
        "INSERT INTO series (id, indicator",
        // The schema's own, when a store is opened.
        "sqlite_master", "sqlite_schema", "grdb_migrations",
    ]

    /// Lists that are read from one end, up to a limit.
    private static let ends = [
        "FROM message m LEFT JOIN attempt", "ORDER BY openedAt DESC",
        "SELECT at FROM import ORDER BY id DESC",
        // The episodes of one series.
        "ORDER BY e.openedAt DESC",
    ]

    /// Indexes that hold nothing but what is looked for: reading them from end to end is the point of them.
    private static let partial = [
        "noticeUrgent", "seriesMarked", "episodeOpenOnce", "messageDue", "messageFailed", "messageToPlace",
        "messageUndelivered", "definitionOpening", "definitionEdited", "seriesEdited", "vanishedRowOpen",
        "episodeHandled", "silenceLeft", "messageReplaces", "episodeOpenSince", "attemptAccepted",
        // No table, but the few mails that a ledger of one alert found.
        "SCAN telling",
    ]

    /// Everything that the daemon asks of a store, again and again.
    private func exercise(_ store: SQLiteStore) async throws {
        try await store.adopt(expected: [ExpectedSeries(key: wmo, fingerprint: "1")], at: start)
        try await store.take(
            header("a"),
            [row("112"), row("5", of: lonely, line: 3)],
            dependants: { _ in [mean] }
        )
        try await store.take(header("b"), [row("112"), row("6", of: lonely, line: 3), row("7", 2023, line: 4)])
        try await store.take(header("b"), [])
        try await store.record(refusal: header("c", claim: "c"), reason: .notACSV)
        _ = try await store.committedImport(of: "c")
        try await store.judgeEverything(nextReview: start)
        _ = try await store.keysToJudge()
        _ = try await store.histories(of: [wmo])
        _ = try await store.revisions(of: lonely, period: year(2024))
        try await store.begin(subscription: "raad", after: slot("2026-04-01T07:00"))
        try await store.setBack(subscription: "raad", to: slot("2026-03-31T07:00"))
        try await store.commit(change(.opened, episode()), to: ["raad"], urgent: true)
        let urgent = try await store.waitingUrgentNotices()
        try await store.commit(urgent: UrgentCommit(subscription: "raad", message: message("m"), notices: urgent))
        try await store.commit(change(.resolved, episode()), to: ["raad"])
        _ = try await (
            store.openEpisodes(), store.episodes(of: [wmo]), store.episodes(after: nil, limit: 5),
            store.openParts(of: [episode().alert, AlertKey(rule: .target, series: lonely)])
        )
        _ = try await (store.toldSubscriptions(of: [episode().id]), store.lastEventNumber())
        _ = try await store.lastTold(of: [episode().alert], to: "raad")
        _ = try await store.events(after: 0, limit: 5)
        try await handle(store)
        try await edit(store)
        try await deliver(store)
        try await look(store)
    }

    /// What pages ask, page by page.
    private func look(_ store: SQLiteStore) async throws {
        _ = try await (store.lightCounts(), store.standings(of: [wmo]), store.freshness())
        _ = try await (store.judgedLights(), store.openAlerts(), store.openEpisodes(after: nil, limit: 5))
        _ = try await store.openAlertCount()
        let waiting = try await store.waitingNames(of: "raad")
        _ = try await store.outlines(of: waiting)
        _ = try await store.waitingNotices(of: "raad", events: Set(waiting.map(\.event) + [1]))
        _ = try await store.mayHaveOpenEpisodes(of: [wmo.indicator], notWaitingFor: ["raad"])
        for lights in [[.red], [.red, .amber]] as [Set<Light>] {
            _ = try await store.series(of: [wmo.indicator], lights: lights, after: wmo, limit: 5)
        }
        _ = try await (store.openEpisodes(of: .target, limit: 5), store.allEpisodes(of: [wmo], limit: 5))
        _ = try await (store.deliveries(before: nil, limit: 5), store.delivery(1), store.deliveryCounts())
        _ = try await store.deliveries(ofHashes: ["a"])
        for part in [.all, SeriesPart(of: wmo.indicator), SeriesPart(of: wmo.indicator, in: wmo.area)] {
            _ = try await (store.series(of: part, after: nil, limit: 5), store.series(of: part, after: wmo, limit: 5))
        }
    }

    private func handle(_ store: SQLiteStore) async throws {
        var silence = Silence(
            id: 1,
            scope: Silence.Scope(),
            from: start,
            until: start.adding(seconds: 60),
            by: "beheer",
            why: "x",
            at: start
        )
        var decisions = Decisions()
        decisions.begunSilences = [silence]
        try await store.commit(decisions: decisions)
        _ = try await (store.silences(isAll: false), store.handledEpisodes(), store.firstTold(of: [episode().id]))
        silence.ended = Silence.Ending(at: start)
        decisions = Decisions()
        decisions.endedSilences = [silence]
        try await store.commit(decisions: decisions)
    }

    private func edit(_ store: SQLiteStore) async throws {
        try await store.endOpening(of: store.openingIndicators())
        try await store.adopt(expected: [ExpectedSeries(key: wmo, fingerprint: "2")], at: start)
        let edited = try await store.editedSeries(limit: 5).map(\.key)
        _ = try await (store.definitionEdits(), store.restingEpisodes(of: edited))
        try await store.commit(decisions: Decisions(edited: edited))
        try await store.endEdits()
        try await store.note(hours: store.digestHours())
    }

    private func deliver(_ store: SQLiteStore) async throws {
        _ = try await (store.messagesToPlace(limit: 5), store.messages(after: 0, limit: 5), store.bytes(ofMessage: 1))
        try await store.placed(message: 1, in: .new)
        _ = try await store.claimDueMessages(at: start, lease: 5, limit: 5)
        try await store.attempt(1, .retry(at: start))
        try await store.attempt(1, .failed)
        _ = try await (store.ledger(limit: 5), store.outboxCounts(), store.acceptedImport(hash: "a"))
        for verb in QueueOrder.Verb.allCases {
            _ = try await store.obey(QueueOrder(verb: verb, message: 1, by: "beheer", why: "x", at: start))
        }
        _ = try await (store.queue(after: 0, limit: 5), store.orders(about: 1))
        _ = try await store.ledger(LedgerQuery(alert: episode().id, from: start), after: 0, limit: 5)
        _ = try await store.mails(to: nil, before: nil, limit: 5)
        _ = try await store.mails(to: "raad", before: 9, limit: 5)
        _ = try await store.mails(to: nil, before: nil, limit: 5, toldLimit: 0)
        _ = try await store.ledger(LedgerQuery(alert: episode().id), after: 0, limit: 5, toldLimit: 0)
        _ = try await store.episodes(of: [wmo], asOf: start)
        _ = try await (store.trouble(ofRelay: "smtp://r"), store.endTrouble(ofRelay: "smtp://r", at: start))
        _ = try await store.recovery(ofRelay: "smtp://r")
        _ = try await store.thread(of: [episode().id], to: "raad@example.org")
        _ = try await store.thread(ofDigestsOf: "raad", to: "raad@example.org")
        _ = try await store.undelivered(of: "raad", notTo: "college@example.org", madeAfter: start)
        _ = try await store.waiting(notFrom: "nieuw@example.org", at: start, after: 0, limit: 9)
        _ = try await store.mend(senderOf: 1, to: "nieuw@example.org", bytes: [], at: start)
        _ = try await (store.waiting(after: "x", at: start, limit: 9), store.lastAcceptance(), store.told(inMail: 1))
        _ = try await store.resumeSilences(endedAhead: start)
        let digest = DigestCommit(
            subscription: "raad",
            slot: try slot("2026-04-02T07:00"),
            message: message("d"),
            notices: try await store.waitingNotices(of: "raad"),
            failures: try await store.untoldFailures(for: "raad")
        )
        try await store.commit(digest: digest)
    }

    @Test func `no statement reads a whole table, or sorts what it found`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            let statements = Mutex<Set<String>>([])
            store.queue.inDatabase { db in
                db.trace { event in
                    if case .statement(let statement) = event { statements.withLock { _ = $0.insert(statement.sql) } }
                }
            }
            try await exercise(store)
            let asked = statements.withLock { $0 }.filter(Self.isQuery)
            #expect(asked.count > 40)
            for sql in asked.sorted() {
                let steps = try plan(of: sql, in: store)
                #expect(steps.filter(Self.isSlow).isEmpty, "\(sql)")
            }
        }
    }

    private static func isQuery(_ sql: String) -> Bool {
        ["SELECT", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
            && !(whole + ends).contains { sql.contains($0) } && sql != "DELETE FROM confirmedRow"
    }

    private static func isSlow(_ step: String) -> Bool {
        (step.hasPrefix("SCAN") && !step.hasSuffix(" CONSTANT ROW") && !step.hasSuffix(" CONSTANT ROWS")
            && !partial.contains { step.contains($0) })
            || step.contains("TEMP B-TREE")
    }

    private func plan(of sql: String, in store: SQLiteStore) throws -> [String] {
        try store.queue.inDatabase { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            // The plan does not depend on the values: every one is NULL.
            statement.setUncheckedArguments([])
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    @Test func `a tick without work reads three small indexes, and the end of one`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            #expect(try plan(of: SQLiteStore.marked, in: store).first == "SCAN s USING INDEX seriesMarked")
            #expect(
                try plan(of: SQLiteStore.urgent, in: store).first == "SCAN n USING INDEX noticeUrgent"
            )
            #expect(
                try plan(of: SQLiteStore.due, in: store)
                    == ["SEARCH series USING INDEX seriesReview (nextReview<?)"]
            )
            #expect(
                try plan(of: SQLiteStore.ahead, in: store)
                    == ["SEARCH series USING INDEX seriesJudged (judgedAt>?)"]
            )
        }
    }

    @Test func `what deviates is found without reading what does not`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            let statements = Mutex<[String]>([])
            store.queue.inDatabase { db in
                db.trace { event in
                    if case .statement(let statement) = event { statements.withLock { $0.append(statement.sql) } }
                }
            }
            _ = try await store.series(of: [wmo.indicator, mean.indicator], lights: [.red], after: nil, limit: 5)
            let asked = try #require(statements.withLock { $0.last { $0.hasPrefix("SELECT indicator") } })
            let index = "SEARCH series USING INDEX seriesDeviating (light=? AND (indicator,area,breakdown)>(?,?,?))"
            #expect(try plan(of: asked, in: store) == [index])
        }
    }

    @Test func `a restart and idle ticks write nothing`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let expected = [wmo, lonely].map { ExpectedSeries(key: $0, fingerprint: "1") }
            try await prepare(path, expected)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.adopt(expected: expected, at: start.adding(seconds: 60))
            try await store.begin(subscription: "raad", after: slot("2026-04-02T07:00"))
            _ = try await store.seriesToJudge(at: start, limit: 10)
            _ = try await store.claimDueMessages(at: start, lease: 60, limit: 10)
            let log = try FileManager.default.attributesOfItem(atPath: "\(path)-wal")[.size] as? Int
            #expect(log == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    private func prepare(_ path: String, _ expected: [ExpectedSeries]) async throws {
        let store = try SQLiteStore(path: path, access: .writing)
        try await store.adopt(expected: expected, at: start)
        try await store.begin(subscription: "raad", after: slot("2026-04-01T07:00"))
        try await store.judgeEverything()
    }
}

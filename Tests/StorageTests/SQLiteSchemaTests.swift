import Alerting
import Assessment
import Feeds
import Foundation
import GRDB
import Indicators
import Testing

@testable import Storage

@Suite("SQLite: stores of earlier versions")
struct SQLiteSchemaTests {
    /// A store as an earlier version left it.
    struct OldStore: CustomTestStringConvertible, Sendable {
        /// What each version added to the one before, and rows as it wrote them.
        private static let steps = [
            (schema: GoldenSchema.version1, rows: GoldenSchema.rows1),
            (schema: GoldenSchema.version2Change, rows: GoldenSchema.rows2),
            (schema: GoldenSchema.version3Change, rows: GoldenSchema.rows3),
        ]

        static let all = steps.indices.map { OldStore(version: $0 + 1) }

        let version: Int

        var testDescription: String { "version \(version)" }

        func make(_ path: String, withRows: Bool = true) throws {
            let queue = try DatabaseQueue(path: path)
            try queue.inDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = 1348823404;")
                for step in Self.steps.prefix(version) {
                    try db.execute(sql: step.schema + (withRows ? step.rows : ""))
                }
                try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
                for number in 1...version { try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('\(number)')") }
            }
            try queue.close()
        }
    }

    private func schema(of store: SQLiteStore) throws -> Set<String> {
        try store.queue.read { db in
            Set(
                try String.fetchAll(
                    db,
                    sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'grdb_migrations'"
                )
            )
        }
    }

    @Test(arguments: OldStore.all)
    func `an older store and a new one come out the same`(_ old: OldStore) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try old.make(path, withRows: false)
            let upgraded = try SQLiteStore(path: path, access: .writing)
            let fresh = try SQLiteStore(path: folder.appending(path: "new.sqlite").path, access: .writing)
            #expect(try schema(of: upgraded) == schema(of: fresh))
        }
    }

    @Test(arguments: OldStore.all, [SQLiteStore.Access.writing, .reading])
    func `everything in an older store is still read`(_ old: OldStore, _ access: SQLiteStore.Access) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try old.make(path)
            // A reader finds the store as the daemon has renewed it.
            if access == .reading { _ = try SQLiteStore(path: path, access: .writing) }
            let store = try SQLiteStore(path: path, access: access)
            try await expectRows1(store)
            if old.version > 1 { try await expectRows2(store) }
        }
    }

    private func expectRows1(_ store: SQLiteStore) async throws {
        let revisions = try await store.revisions(of: wmo, period: year(2024))
        #expect(revisions.map(\.observation.status) == [.provisional, .definitive])
        #expect(revisions.map(\.importHash) == ["a", "b"])
        #expect(revisions.allSatisfy { $0.observation.milestone == nil })
        let latest = try #require(try await store.history(of: wmo).latest?.observation)
        #expect(latest.value.description == "107.5" && latest.sampleSize == 1204 && latest.note == "noot")
        #expect(latest.interval == ValueRange(minimum: try decimal("100.0"), maximum: try decimal("12")))
        #expect(latest.referenceDate == CalendarDate(dayNumber: 20_000))
        #expect(try await store.keysToJudge() == [wmo])
        #expect(try await store.openEpisodes() == [episode()])
        #expect(try await store.waitingNotices(of: "raad") == [notice(change(.opened, episode()), event: 1)])
        #expect(try await store.untoldFailures(for: "raad").map(\.reply) == ["550 no"])
        #expect(try await store.messagesToPlace(limit: 9).map(\.lies) == [.new])
    }

    private func expectRows2(_ store: SQLiteStore) async throws {
        let day = try #require(Period("2026-03-31"))
        let reports = try await store.revisions(of: shelter, period: day).map(\.observation)
        #expect(
            reports.map(\.milestone) == [
                MilestoneReport(status: .delayed, expected: CalendarDate("2027-01-01")),
                MilestoneReport(status: .unknown),
            ]
        )
        #expect(reports.map(\.note) == ["wacht", nil])
        #expect(reports.map(\.referenceDate) == [CalendarDate("2026-03-31"), CalendarDate("2026-03-31")])
    }

    @Test func `an older store takes in what the new version knows`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try OldStore.all[0].make(path)
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.take(header("d"), [row("108")])
            let result = try await store.take(header("e"), [report(.stopped), row("109", line: 3)])
            #expect(result.isAccepted && result.tally.taken == 1 && result.tally.revised == 1)
            let values = try await store.revisions(of: wmo, period: year(2024)).map(\.value.description)
            #expect(values == ["112", "107.5", "108", "109"])
            #expect(try await store.history(of: shelter).latest?.observation.milestoneStatus == .stopped)
        }
    }

    @Test(arguments: OldStore.all)
    func `a value of an older store is taken back`(_ old: OldStore) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try old.make(path)
            let store = try SQLiteStore(path: path, access: .writing)
            let before = try #require(try await store.history(of: wmo).latest)
            try await store.withdraw(wmo, 2024)
            let all = try await store.revisions(of: wmo, period: year(2024))
            #expect(all.map(\.value.description) == ["112", "107.5", "112"])
            #expect(try await store.history(of: wmo).latest?.revision == before.revision + 1)
        }
    }

    @Test func `an indicator of an older store is under watch already`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try #require(OldStore.all.last).make(path)
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in
                try db.execute(sql: "INSERT INTO definition VALUES ('wmo-maatwerk', '1', 0)")
            }
            try queue.close()
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.adopt(expected: [ExpectedSeries(key: wmo, fingerprint: "2")], at: start)
            #expect(try await store.openingIndicators().isEmpty)
            let edit = try #require(try await store.definitionEdits()[wmo.indicator])
            #expect(edit.cause == .edited && edit.before == nil)
            #expect(try await store.editedSeries(limit: 9).map(\.key) == [wmo])
        }
    }

    @Test func `what an older store watched is known to whoever is subscribed then`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try #require(OldStore.all.last).make(path)
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in
                try db.execute(sql: "INSERT INTO definition VALUES ('wmo-maatwerk', '1', 0)")
            }
            try queue.close()
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.followedIndicators().ofEarlierVersion == [wmo.indicator])
            try await store.adopt(followed: ["raad@example.org": [wmo.indicator]])
            let followed = try await store.followedIndicators()
            #expect(followed == FollowedIndicators(byRecipient: ["raad@example.org": [wmo.indicator]]))
        }
    }

    @Test(arguments: OldStore.all)
    func `which light a series had, and what a feed brought, an older store does not know`(_ old: OldStore) async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try old.make(path)
            let store = try SQLiteStore(path: path, access: .writing)
            try await store.judgeEverything()
            let later = start.adding(seconds: 60)
            try await store.take(header("new", at: later, profile: "wmo"), [row("3", 2023)])
            let marked = try #require(try await store.seriesToJudge(at: start, limit: 9).first)
            let standing = SeriesToJudge.Standing(judgedAt: start, markedBy: "new", markedAt: later)
            #expect(marked.standing == standing)
            #expect(try await store.vanished(at: nil).isEmpty)
        }
    }

    @Test func `an import of an older store has no claim, and no crash of it is looked for`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try #require(OldStore.all.last).make(path)
            let store = try SQLiteStore(path: path, access: .writing)
            #expect(try await store.acceptedImport(hash: "a")?.fileName == "a.csv")
            #expect(try await store.committedImport(of: "") == nil)
        }
    }

    /// What an import names beside its counts, with everything that a fault may tell.
    private func list() throws -> IntakeTally.List {
        let details: [FaultDetail] = [
            .nearest("matig"), .unit(.percent), .range(ValueRange(minimum: .zero), .perThousand),
            .periodKind(expected: .schoolYear, found: .year), .inputs(["matig", "sterk"]),
            .otherRow(line: 3, text: "7,0"), .requiredColumns(.milestone), .counts(expected: 3, found: 4), .splitNumber,
            .looksLike(.lessThan),
        ]
        var tally = IntakeTally()
        for (number, detail) in details.enumerated() {
            tally.count(RowFault(.unknownArea, line: number, column: "gebied", cell: "é\"", detail: detail))
        }
        tally.count(RowSkip(line: 9, reason: .noValue))
        let reports = [MilestoneReport(status: .delayed, expected: CalendarDate("2027-01-01")), .init(status: .done)]
        tally.count(
            RevisedValue(
                series: SeriesKey(indicator: "wmo", area: "GM0303", breakdown: Breakdown(pairs: ["leeftijd": "65+"])),
                period: try year(2024),
                old: try decimal("7.0"),
                new: try decimal("8"),
                oldReport: reports[0],
                newReport: reports[1]
            )
        )
        return tally.list
    }

    @Test func `the form in which stores keep what an import named does not change`() throws {
        let list = try list()
        let json = try list.json()
        #expect(json == GoldenSchema.list4)
        #expect(try IntakeTally.List(json: GoldenSchema.list4) == list)
        let fault = StoreError.failed("read store: an import has a form that this version does not know")
        #expect(throws: fault) { try IntakeTally.List(json: "{}") }
    }

    @Test func `a code that this version does not know is told, not guessed`() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "store.sqlite").path, access: .writing)
            try await store.take(header("a"), [report(.delayed)])
            try await store.queue.write { db in try db.execute(sql: "UPDATE observation SET milestoneStatus = 99") }
            let fault = StoreError.failed("read store: an observation has a form that this version does not know")
            await #expect(throws: fault) { try await store.history(of: shelter) }
        }
    }

    @Test func `the codes of statuses do not change`() {
        let codes = MilestoneStatus.allCases.map { "\($0.code) \($0.rawValue)" }
        #expect(
            codes == [
                "1 gereed", "2 op schema", "3 vertraagd", "4 uitgesteld", "5 gestopt", "6 niet gestart", "7 onbekend",
            ]
        )
        #expect(MilestoneStatus.allCases.allSatisfy { MilestoneStatus(code: $0.code) == $0 })
    }

    @Test func `a reader leaves the renewal of an older store to the daemon`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "old.sqlite").path
            try OldStore.all[0].make(path)
            let why = "it is of an earlier version, which the daemon renews at its start"
            #expect(throws: StoreError.unreadable(path: path, why: why)) {
                try SQLiteStore(path: path, access: .reading)
            }
        }
    }
}

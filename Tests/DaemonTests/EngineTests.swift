import Alerting
import Catalogue
import Feeds
import Files
import Foundation
import Indicators
import Logging
import Storage
import StoreSupport
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("The engine, on folders of its own and a store in memory")
struct EngineTests {
    private static let indicators = Watched.yearly("wmo")
    private static let rows = "indicator;periode;waarde\n"

    /// An engine with its folders; nothing of it outlives the test.
    private struct Fixture {
        let folder: TemporaryFolder
        let store: InMemoryStore
        let engine: Engine

        init(
            _ indicators: String = EngineTests.indicators,
            now: Instant = Instant(seconds: 1_801_000_000),
            mostFilesAtOnce: Int = 1000
        ) throws {
            folder = try TemporaryFolder()
            store = InMemoryStore()
            engine = try Self.engine(in: folder, store, indicators, now: now, mostFilesAtOnce: mostFilesAtOnce)
        }

        /// Another engine on the same folders and the same store, as after a restart.
        func restarted(now: Instant = Instant(seconds: 1_801_000_000)) throws -> Engine {
            try Self.engine(in: folder, store, EngineTests.indicators, now: now)
        }

        private static func engine(
            in folder: TemporaryFolder,
            _ store: InMemoryStore,
            _ indicators: String,
            now: Instant,
            mostFilesAtOnce: Int = 1000
        ) throws -> Engine {
            try Engine(
                active: ActiveConfiguration(try Watched.configuration(indicators, in: folder.path)),
                store: store,
                clock: .fixed(now),
                notifier: SystemdNotifier(environment: [:]),
                watchdog: nil,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                mostFilesAtOnce: mostFilesAtOnce
            )
        }

        /// Puts a file into the inbox, last changed so many seconds ago.
        func drop(_ name: String, _ text: String, age: Double = 60) throws {
            let inbox = try folder.directory("var/inbox")
            try inbox.remove(FileName(name))
            try inbox.put(name, text)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -age)],
                ofItemAtPath: inbox.path(name)
            )
        }

        /// Starts the engine; its indicators are under watch already.
        func begin() async throws {
            try await engine.start()
            try await store.endOpening(of: store.openingIndicators())
        }

        func names(_ place: String) throws -> [String] { try folder.directory("var/\(place)").sortedNames() }

        func log() throws -> [String] {
            (try folder.directory("var").text("alerts.jsonl") ?? "").split(separator: "\n").map(String.init)
        }
    }

    @Test func `the status line says that mail is held and why, since nobody can be mailed that`() async throws {
        let fixture = try Fixture()
        let engine = fixture.engine
        let start = Instant(seconds: 1_801_000_000)
        let trouble = RelayTrouble(
            relay: "smtp://r",
            kind: .fault,
            since: start,
            failures: 1,
            until: start.adding(seconds: 3600),
            reason: "authentication-refused",
            reply: "535 no"
        )
        await engine.note(trouble)
        #expect(await engine.statusLine.hasPrefix("MAIL IS HELD (authentication-refused); watching"))
        await engine.note(RelayTrouble?.none)
        #expect(await engine.statusLine.hasPrefix("watching"))
    }

    @Test func `a pass takes a file in, judges, mails and writes log and outbox`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        let summary = try await fixture.engine.pass()
        #expect(summary.inbox.outcomes == [.taken: 1] && summary.isComplete)
        #expect(summary.judged.events == 1 && summary.urgent == 1 && summary.digests == 0)
        let events = try await fixture.store.events(after: 0, limit: 2)
        #expect(events.map { "\($0.kind.rawValue) \($0.alert)" } == ["opened target:wmo/GM0303"])
        #expect(try fixture.names("inbox").isEmpty)
        #expect(try fixture.names("archive").count == 1)
        #expect(try fixture.log().count == 1)
        #expect(try fixture.names("outbox/new").count == 1)
        #expect(await fixture.engine.statusLine.hasSuffix("1 file taken in, 0 refused, 1 alert event"))
        let again = try await fixture.engine.pass()
        #expect(again.judged.judged == 0 && again.urgent == 0)
        #expect(try fixture.log().count == 1)
    }

    @Test func `of more files than can be held those that were taken are judged first, however patient it is`()
        async throws
    {
        let fixture = try Fixture(mostFilesAtOnce: 2)
        try await fixture.begin()
        for number in 1...5 {
            try fixture.drop("\(number).csv", "indicator;periode;waarde;uitsplitsing\nwmo;2026;150;groep=\(number)\n")
        }
        var passes: [Engine.Summary] = []
        for _ in 1...3 { passes.append(try await fixture.engine.pass(patience: 2.5)) }
        #expect(
            passes.map { $0.inbox.outcomes[.taken] } == [2, 2, 1] && passes.map(\.inbox.isFull) == [true, true, false]
        )
        #expect(passes.map(\.judged.events) == [2, 2, 1] && passes.last?.nextScanIn == nil)
        #expect(try fixture.names("archive").count == 5 && fixture.names("inbox").isEmpty)
    }

    @Test func `very many events are all in the log, in their order`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        let rows = (1...1200).map { "wmo;2026;150;groep=\($0)\n" }
        try fixture.drop("a.csv", "indicator;periode;waarde;uitsplitsing\n\(rows.joined())")
        #expect(try await fixture.engine.pass().judged.events == 1200)
        let events = try await fixture.store.events(after: 0, limit: 2000)
        let log = try fixture.log()
        #expect(log.count == 1200 && events.map(\.seq) == Array(1...1200))
        #expect(zip(log, events).allSatisfy { "\($0)".contains($1.episode) })
    }

    private static func owe(_ engine: isolated Engine) { engine.owesUrgent = true }

    @Test func `what was committed and not mailed when something broke off is mailed by the next pass`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        let (engine, store) = (fixture.engine, fixture.store)
        let file = try OpenFile.temporary(holding: Array("\(Self.rows)wmo;2026;150\n".utf8))
        _ = try await engine.takeByHand(name: FileName("a.csv"), file: file, isHolding: true)
        let judge = Judge(store: store, active: await engine.active, digests: store)
        let judged = try await judge.run(at: await engine.now) {}
        #expect(!judged.urgent.isEmpty)
        #expect(try await engine.pass().urgent == 0)
        await Self.owe(engine)
        #expect(try await engine.pass().urgent == 1)
        #expect(try await engine.pass().urgent == 0)
    }

    @Test func `a file that cannot be read leaves the pass incomplete and the active going`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        try fixture.drop("b.csv", "geen kop\n")
        let summary = try await fixture.engine.pass()
        #expect(summary.inbox.outcomes == [.taken: 1, .refused: 1] && !summary.isComplete)
        #expect(summary.judged.events == 1)
    }

    @Test func `a start makes log and outbox whole that a sudden end left behind the store`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        _ = try await fixture.engine.pass()
        let (log, mails) = (try fixture.log(), try fixture.names("outbox/new"))
        try fixture.folder.directory("var").remove(FileName("alerts.jsonl"))
        for name in mails { try fixture.folder.directory("var/outbox/new").remove(FileName(name)) }
        try await fixture.restarted().start()
        #expect(try fixture.log() == log)
        #expect(try fixture.names("outbox/new") == mails)
    }

    @Test func `a start judges nothing and mails nothing by itself`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try await fixture.restarted().start()
        #expect(try await fixture.store.lastEventNumber() == 0)
        #expect(try await fixture.store.mails().isEmpty)
    }

    @Test func `another file that is about to be ready is waited for, and judged with the first`() async throws {
        let fixture = try Fixture("\(Self.indicators)\n\(Watched.yearly("jeugd"))")
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        try fixture.drop("b.csv", "\(Self.rows)jeugd;2026;150\n", age: -3600)
        let waiting = try await fixture.engine.pass(patience: 3600)
        #expect(waiting.inbox.outcomes == [.taken: 1] && waiting.nextScanIn != nil)
        #expect(waiting.judged.judged == 0 && waiting.urgent == 0)
        try fixture.drop("b.csv", "\(Self.rows)jeugd;2026;150\n")
        let done = try await fixture.engine.pass(patience: 3600)
        #expect(done.inbox.outcomes == [.taken: 2])
        #expect(done.judged.events == 2 && done.urgent == 1)
    }

    @Test func `whoever drops files without end does not keep it from judging`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        for _ in 0..<10 {
            try fixture.drop("b.csv", Self.rows, age: -3600)
            #expect(try await fixture.engine.pass(patience: 3600).judged.judged == 0)
        }
        try fixture.drop("b.csv", Self.rows, age: -3600)
        #expect(try await fixture.engine.pass(patience: 3600).judged.events == 1)
    }

    /// Configurations that ask for another place or pace.
    static let fixed: [(key: String, old: String, new: String)] = [
        ("folders", "inbox: var/inbox", "inbox: var/other"),
        ("store", "sqlite:var/peilwacht.sqlite", "sqlite:var/other.sqlite"),
        ("alert_log", "var/alerts.jsonl", "var/other.jsonl"),
        ("evaluate_every", "programmes:", "evaluate_every: 5m\nprogrammes:"),
        ("control_socket", "programmes:", "control_socket: other.sock\nprogrammes:"),
        ("mail", "from: peilwacht@", "from: ander@"),
    ]

    @Test(arguments: fixed)
    func `a reload refuses what needs a restart, by its name`(key: String, old: String, new: String) async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        var small = try SmallConfiguration()
        small.configuration = "language: nl\n" + small.configuration
        let same = try small.load(root: fixture.folder.path)
        #expect(try await fixture.engine.reload(same) == nil)
        small.configuration = small.configuration.replacing(old, with: new)
        let complaint = try await fixture.engine.reload(small.load(root: fixture.folder.path))
        #expect(complaint == "'\(key)' has changed, and that needs a restart; the old configuration stays in force")
        #expect(await fixture.engine.statusLine == "watching 2 indicators")
    }

    @Test func `what a reload changes is decided at once, apart from what the next pass brings`() async throws {
        let fixture = try Fixture()
        try await fixture.begin()
        try fixture.drop("a.csv", "\(Self.rows)wmo;2026;150\n")
        _ = try await fixture.engine.pass()
        let looser = Watched.yearly("wmo", "targets: {2026: \"<200\"}")
        #expect(try await fixture.engine.reload(Watched.configuration(looser, in: fixture.folder.path)) == nil)
        #expect(try await fixture.engine.pass().judged.events == 0)
        #expect(try fixture.log().last?.contains("\"event\":\"target-changed\"") == true)
        #expect(try fixture.log().count == 2)
    }

    @Test func `a leap of the clock is warned about, there and back`() async throws {
        let fixture = try Fixture()
        let shown = Mutex(Instant(seconds: 1_801_000_000))
        let lines = Mutex<[String]>([])
        let engine = try Engine(
            active: ActiveConfiguration(try Watched.configuration(Self.indicators, in: fixture.folder.path)),
            store: fixture.store,
            clock: WallClock(now: { shown.withLock { $0 } }, sinceBoot: { 0 }),
            notifier: SystemdNotifier(environment: [:]),
            watchdog: nil,
            logger: Logger(label: "test") { _ in Overheard { line in lines.withLock { $0.append(line) } } }
        )
        try await engine.start()
        for year in [0, 5, 5, 0] {
            shown.withLock { $0 = Instant(seconds: 1_801_000_000 + year * 31_536_000) }
            _ = try await engine.pass()
        }
        let told = lines.withLock { $0 }.filter { $0.contains("clock") }
        #expect(told.map { $0.contains("put forward") } == [true, false])
    }
}

/// A log that is overheard.
private struct Overheard: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    let say: @Sendable (String) -> Void

    init(_ say: @escaping @Sendable (String) -> Void) { self.say = say }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { say(event.message.description) }
}

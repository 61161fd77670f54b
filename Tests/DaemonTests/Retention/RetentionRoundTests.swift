import Catalogue
import Feeds
import Files
import Indicators
import Storage
import TestSupport
import Testing

@testable import Daemon

@Suite("Removing what was kept long enough")
struct RetentionRoundTests {
    private let folder: TemporaryFolder
    private let store = FakeOutboxStore()
    private let outbox: Outbox

    init() throws {
        folder = try TemporaryFolder()
        outbox = try Outbox(path: "\(folder.path)/outbox")
        for place in ["archive", "quarantine", "receipts", "log"] {
            _ = try Directory.open("\(folder.path)/\(place)", creating: 0o750)
        }
    }

    private func round(_ change: (inout RetentionSettings) -> Void) throws -> RetentionRound {
        var settings = RetentionSettings.everything
        change(&settings)
        let archive = try folder.directory("archive")
        return RetentionRound(
            settings: settings,
            folders: IntakeFolders(
                inbox: archive,
                work: archive,
                archive: archive,
                quarantine: try folder.directory("quarantine"),
                receipts: try folder.directory("receipts")
            ),
            outbox: outbox,
            alertLog: try AlertLogFile(path: "\(folder.path)/log/alerts.jsonl", language: .nl, isByMonth: true),
            store: store,
            progress: {}
        )
    }

    /// So many days from the moment at which the test put its files down.
    private func later(_ days: Int) -> Instant { WallClock.system.now().adding(seconds: days * 86_400) }

    private func names(_ place: String) throws -> [String] { try folder.directory(place).sortedNames() }

    @Test func `each kind goes when its own time is over, and nothing goes that nobody set a time for`() async throws {
        for place in ["archive", "quarantine", "receipts"] {
            try folder.directory(place).put("a.csv", "x")
            try folder.directory(place).put("b.csv", "x")
        }
        let round = try round { settings in
            settings.archive = 60
            settings.quarantine = 30
        }
        #expect(try await round.run(at: later(29)).isEmpty)
        let first = try await round.run(at: later(31))
        #expect(first.quarantine == 2 && first.archive == 0)
        let second = try await round.run(at: later(61))
        #expect(second.archive == 2)
        #expect(try names("archive").isEmpty && names("quarantine").isEmpty)
        #expect(try await round.run(at: later(40_000)).isEmpty)
        #expect(try names("receipts") == ["a.csv", "b.csv"])
    }

    @Test func `of a delivered mail the file and the bytes go, and the next start brings neither back`() async throws {
        store.addMessage(1, .sent)
        store.addMessage(2, .failed)
        store.addMessage(3, .new)
        _ = try await outbox.catchUp(with: store)
        let round = try round { $0.sentMail = 30 }
        #expect(try await round.run(at: later(3650)).sentMail == 1)
        #expect(try names("outbox/sent").isEmpty)
        #expect(try await outbox.makeWhole(with: store, clock: later(0)) == 0)
        #expect(try names("outbox/sent").isEmpty)
        #expect(try names("outbox/failed").count == 1 && names("outbox/new").count == 1)
    }

    @Test func `months of the alert log go whole, and the log itself stays`() async throws {
        let log = try folder.directory("log")
        for name in [
            "alerts.jsonl", "alerts-2026-01.jsonl", "alerts-2026-02.jsonl", "alerts-2026-02-2.jsonl", "other.jsonl",
        ] {
            try log.put(name, "")
        }
        let round = try round { $0.alertLog = 30 }
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 2))
        let moment = Instant(seconds: day.adding(days: 28).dayNumber * 86_400)
        #expect(try await round.run(at: moment).alertLog == 1)
        #expect(try await round.run(at: moment.adding(seconds: 86_400)).alertLog == 2)
        #expect(try names("log") == ["alerts.jsonl", "other.jsonl"])
    }

    @Test func `so many go at a time that the watch is not held up`() async throws {
        let archive = try folder.directory("archive")
        for number in 0..<501 { try archive.put("\(number).csv", "x") }
        let round = try round { $0.archive = 30 }
        let tally = try await round.run(at: later(31))
        #expect(tally.archive == 500 && tally.isCut)
        #expect(try await round.run(at: later(31)).archive == 1)
    }
}

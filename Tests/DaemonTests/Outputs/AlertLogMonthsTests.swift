import Alerting
import Feeds
import Files
import Indicators
import Synchronization
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("An alert log with a file for each month")
struct AlertLogMonthsTests {
    private let folder: TemporaryFolder
    private let directory: Directory
    private let store = FakeEventLog()

    init() throws {
        folder = try TemporaryFolder()
        directory = try folder.directory()
    }

    private func open() throws -> AlertLogFile { try AlertLogFile(path: "\(folder.path)/alerts.jsonl", language: .nl) }

    private var expected: String {
        store.events.withLock { $0.map { AlertLogLine.json($0, by: .exact, in: .nl) }.joined() }
    }
    private func byMonth() throws -> AlertLogFile {
        try AlertLogFile(path: "\(folder.path)/alerts.jsonl", language: .nl, isByMonth: true)
    }

    /// The lines of all files, the months first.
    private var everything: String {
        get throws {
            let months = try directory.sortedNames().filter { $0.hasPrefix("alerts-") && $0.hasSuffix(".jsonl") }
            return try months.map { try text($0) }.joined() + text("alerts.jsonl")
        }
    }

    private func text(_ name: String) throws -> String { try directory.text(name) ?? "" }

    /// Events on the first of these months of 2026.
    private func addEvents(in months: [Int]) throws {
        for month in months {
            let day = try #require(CalendarDate(year: 2026, month: month, day: 1))
            store.addEvents(2, at: Instant(seconds: day.dayNumber * 86_400))
        }
    }

    @Test func `each month has a file of its own, and the numbers go on`() async throws {
        try addEvents(in: [1, 2])
        let log = try byMonth()
        _ = try await log.catchUp(with: store, by: { .exact })
        try addEvents(in: [2, 4])
        _ = try await log.catchUp(with: store, by: { .exact })
        #expect(try directory.sortedNames() == ["alerts-2026-01.jsonl", "alerts-2026-02.jsonl", "alerts.jsonl"])
        #expect(try everything == expected)
        #expect(try text("alerts.jsonl").hasPrefix("{\"seq\":7,"))
        // A start, with the setting or without it, goes on where it was.
        for log in [try byMonth(), try open()] {
            store.addEvents(1, at: Instant(seconds: 1_777_000_000))
            #expect(try await log.catchUp(with: store, by: { .exact }).keptAside == nil)
            #expect(try everything == expected)
        }
    }

    @Test func `an end in the middle of the turn of the month loses nothing and writes nothing twice`() async throws {
        try addEvents(in: [1])
        _ = try await byMonth().catchUp(with: store, by: { .exact })
        #expect(try directory.move(FileName("alerts.jsonl"), to: directory, as: FileName("alerts-2026-01.jsonl")))
        try addEvents(in: [2])
        _ = try await byMonth().catchUp(with: store, by: { .exact })
        #expect(try everything == expected)
        #expect(try text("alerts.jsonl").hasPrefix("{\"seq\":3,"))
    }

    @Test func `months that know more than the store are kept aside, and so is the log`() async throws {
        try addEvents(in: [1, 2, 3])
        _ = try await byMonth().catchUp(with: store, by: { .exact })
        store.events.withLock { $0.removeLast(3) }
        let report = try await byMonth().catchUp(with: store, by: { .exact })
        #expect(report.isAhead && report.keptAside != nil)
        #expect(try everything == expected)
    }

    @Test func `months that were moved elsewhere leave a log that goes on`() async throws {
        try addEvents(in: [1, 2])
        _ = try await byMonth().catchUp(with: store, by: { .exact })
        #expect(try directory.remove(FileName("alerts-2026-01.jsonl")))
        try addEvents(in: [2])
        #expect(try await byMonth().catchUp(with: store, by: { .exact }).keptAside == nil)
        #expect(try text("alerts.jsonl").hasPrefix("{\"seq\":3,"))
    }
}

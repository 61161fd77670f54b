import Alerting
import Feeds
import Files
import Foundation
import Indicators
import Storage
import Synchronization
import Telling
import TestSupport
import Testing

@testable import Daemon

struct AlertLogTailTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let log: String
        let verdict: AlertLogTail.Verdict
    }

    static let cases: [Case] = [
        Case(testDescription: "an empty log", log: "", verdict: .whole(lastSeq: 0, length: 0)),
        Case(
            testDescription: "two lines",
            log: "{\"seq\":1}\n{\"seq\":2,\"a\":1}\n",
            verdict: .whole(lastSeq: 2, length: 26)
        ),
        Case(testDescription: "a torn line", log: "{\"seq\":1}\n{\"se", verdict: .whole(lastSeq: 1, length: 10)),
        Case(
            testDescription: "a last line without its end",
            log: "{\"seq\":1}\n{\"seq\":2}",
            verdict: .whole(lastSeq: 1, length: 10)
        ),
        Case(testDescription: "NULs at the end", log: "{\"seq\":1}\n\0\0\0", verdict: .whole(lastSeq: 1, length: 10)),
        Case(
            testDescription: "a NUL for the line feed",
            log: "{\"seq\":1}\n{\"seq\":2}\0",
            verdict: .whole(lastSeq: 1, length: 10)
        ),
        Case(testDescription: "only a torn line", log: "{\"seq\"", verdict: .whole(lastSeq: 0, length: 0)),
        Case(testDescription: "a gap", log: "{\"seq\":1}\n{\"seq\":3}\n", verdict: .damaged(line: 2)),
        Case(testDescription: "a beginning that is gone", log: "{\"seq\":2}\n", verdict: .damaged(line: 1)),
        Case(testDescription: "a line twice", log: "{\"seq\":1}\n{\"seq\":1}\n", verdict: .damaged(line: 2)),
        Case(
            testDescription: "NULs in the middle",
            log: "{\"seq\":1}\n\0\0\n{\"seq\":3}\n",
            verdict: .damaged(line: 2)
        ),
        Case(testDescription: "NULs before a line", log: "\0\0{\"seq\":1}\n", verdict: .damaged(line: 1)),
        Case(testDescription: "NULs in a line", log: "{\"seq\":1,\0\0}\n", verdict: .damaged(line: 1)),
        Case(testDescription: "an empty line", log: "{\"seq\":1}\n\n", verdict: .damaged(line: 2)),
        Case(testDescription: "another text", log: "hello\n", verdict: .damaged(line: 1)),
        Case(
            testDescription: "a line that is cut inside",
            log: "{\"seq\":1,\"a\n{\"seq\":2}\n",
            verdict: .damaged(line: 1)
        ),
        Case(testDescription: "a number with a zero in front", log: "{\"seq\":01}\n", verdict: .damaged(line: 1)),
        Case(testDescription: "no number", log: "{\"seq\":}\n", verdict: .damaged(line: 1)),
        Case(
            testDescription: "a number that is too large",
            log: "{\"seq\":99999999999999999999}\n",
            verdict: .damaged(line: 1)
        ),
    ]

    @Test(arguments: cases, [1, 3, 1_000])
    func `a log is whole up to its last good line, or damaged`(example: Case, chunk: Int) {
        var tail = AlertLogTail()
        let bytes = Array(example.log.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            tail.add(bytes[start..<min(start + chunk, bytes.count)])
        }
        #expect(tail.verdict == example.verdict)
    }

    @Test func `megabytes of NULs behind the last line are cut off without being kept`() {
        var tail = AlertLogTail()
        tail.add(Array("{\"seq\":1}\n".utf8))
        for _ in 0..<40 { tail.add([UInt8](repeating: 0, count: 65_536)) }
        #expect(tail.verdict == .whole(lastSeq: 1, length: 10))
    }
}

struct AlertLogFileTests {
    private let folder: TemporaryFolder
    private let directory: Directory
    private let store = FakeEventLog()

    init() throws {
        folder = try TemporaryFolder()
        directory = try folder.directory()
        store.addEvents(3)
    }

    private func open() throws -> AlertLogFile { try AlertLogFile(path: "\(folder.path)/alerts.jsonl", language: .nl) }

    private var expected: String {
        store.events.withLock { $0.map { AlertLogLine.json($0, by: .exact, in: .nl) }.joined() }
    }

    @Test func `a missing log is written from the first event`() async throws {
        let report = try await open().catchUp(with: store, by: { .exact })
        #expect(report.written == 3)
        #expect(report.keptAside == nil)
        #expect(try directory.text("alerts.jsonl") == expected)
        #expect(try directory.sortedNames() == ["alerts.jsonl"])
    }

    @Test func `each event is written once, whoever asks and however often`() async throws {
        let log = try open()
        _ = try await log.catchUp(with: store, by: { .exact })
        store.addEvents(1_200)
        #expect(try await log.catchUp(with: store, by: { .exact }).written == 1_200)
        #expect(try await log.catchUp(with: store, by: { .exact }).written == 0)
        #expect(try await open().catchUp(with: store, by: { .exact }).written == 0)
        #expect(try directory.text("alerts.jsonl") == expected)
    }

    @Test func `a log is for its owner and group only`() async throws {
        _ = try await open().catchUp(with: store, by: { .exact })
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/alerts.jsonl")
        let mode = try #require(attributes[.posixPermissions] as? Int)
        #expect(mode & 0o137 == 0)
    }

    @Test(arguments: ["{\"se", "\0\0\0\0", "{\"seq\":4", "{\"seq\":3,\"x\":\0"])
    func `a torn end is cut off and written again`(torn: String) async throws {
        try directory.put("alerts.jsonl", expected + torn)
        let report = try await open().catchUp(with: store, by: { .exact })
        #expect(report.cutOff == torn.utf8.count)
        #expect(report.keptAside == nil)
        #expect(try directory.text("alerts.jsonl") == expected)
    }

    @Test(arguments: ["garbage\n", "{\"seq\":2}\n", "{\"seq\":1}\n{\"seq\":3}\n", "{\"seq\":1}\n\0\0\n"])
    func `a damaged log is kept aside and written anew`(damaged: String) async throws {
        for number in 1...2 {
            try directory.remove(FileName("alerts.jsonl"))
            try directory.put("alerts.jsonl", damaged)
            let report = try await open().catchUp(with: store, by: { .exact })
            #expect(report.keptAside == directory.shown(FileName("alerts.jsonl.damaged-\(number)")))
            #expect(try directory.text("alerts.jsonl") == expected)
            #expect(try directory.text("alerts.jsonl.damaged-\(number)") == damaged)
        }
    }

    @Test func `a log that knows more than the store is kept aside`() async throws {
        let longer = FakeEventLog()
        longer.addEvents(5)
        _ = try await open().catchUp(with: longer, by: { .exact })
        #expect(try await open().catchUp(with: store, by: { .exact }).keptAside != nil)
        #expect(try directory.text("alerts.jsonl") == expected)
    }

    @Test func `a log that is taken away under our hands is written anew`() async throws {
        let log = try open()
        _ = try await log.catchUp(with: store, by: { .exact })
        #expect(try directory.remove(FileName("alerts.jsonl")))
        store.addEvents(1)
        #expect(try await log.catchUp(with: store, by: { .exact }).written == 4)
        #expect(try directory.text("alerts.jsonl") == expected)
    }

    @Test func `a log that somebody else writes in is kept aside`() async throws {
        let log = try open()
        _ = try await log.catchUp(with: store, by: { .exact })
        try directory.openForAppending(FileName("alerts.jsonl"), mode: 0o640).write(Array("mine\n".utf8))
        store.addEvents(1)
        #expect(try await log.catchUp(with: store, by: { .exact }).keptAside != nil)
        #expect(try directory.text("alerts.jsonl") == expected)
    }

    @Test func `a gap in the events of the store is never written`() async throws {
        let log = try open()
        _ = try await log.catchUp(with: store, by: { .exact })
        let before = expected
        store.addEvents(2)
        store.events.withLock { _ = $0.remove(at: 3) }
        await #expect(throws: StoreError.failed("event 4 is missing")) {
            try await log.catchUp(with: store, by: { .exact })
        }
        #expect(try directory.text("alerts.jsonl") == before)
    }
}

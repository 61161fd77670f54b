import Feeds
import Files
import Foundation
import Indicators
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Daemon

struct OutboxTests {
    private let folder: TemporaryFolder
    private let store = FakeOutboxStore()
    private let clock: Instant

    init() throws {
        folder = try TemporaryFolder()
        clock = WallClock.system.now()
    }

    private func open() throws -> Outbox { try Outbox(path: "\(folder.path)/outbox") }

    private func names(_ part: String) throws -> [String] { try folder.directory("outbox/\(part)").sortedNames() }

    private let name = "0000000012.20260401T060000Z.eml"

    @Test func `the name says which message, and when it was made`() {
        let message = MessageState(id: 12, key: "k", createdAt: Instant(seconds: 1_775_023_200), folder: .new)
        #expect(Outbox.fileName(message) == FileName(name))
    }

    @Test func `a message is placed once and told to the store`() async throws {
        let outbox = try open()
        store.addMessage(12)
        #expect(try await outbox.catchUp(with: store) == 1)
        #expect(try await outbox.catchUp(with: store) == 0)
        #expect(try names("new") == [name])
        #expect(try names("tmp").isEmpty)
        #expect(try folder.directory("outbox/new").text(name) == "Subject: x\r\n\r\nx\r\n")
    }

    @Test func `a message that is sent moves, and lies in one folder only`() async throws {
        let outbox = try open()
        store.addMessage(12)
        _ = try await outbox.catchUp(with: store)
        store.move(message: 12, to: .sent)
        #expect(try await outbox.catchUp(with: store) == 1)
        #expect(try names("new").isEmpty)
        #expect(try names("sent") == [name])
    }

    @Test func `more messages than one page are all placed`() async throws {
        for id in 1...250 { store.addMessage(id) }
        #expect(try await open().catchUp(with: store) == 250)
        #expect(try names("new").count == 250)
    }

    /// Where a crash may have left a message that was on its way from `new` to `sent`.
    enum Crash: CaseIterable {
        case nothingWritten
        case onlyInTmp
        case onlyInNew
        case inBoth
        case onlyInSent
    }

    @Test(arguments: Crash.allCases)
    func `a crash at any step is made whole by doing it again`(crash: Crash) async throws {
        store.addMessage(12, .sent)
        store.messages.withLock { $0[12]?.lies = .new }
        _ = try open()
        let text = "Subject: x\r\n\r\nx\r\n"
        switch crash {
        case .nothingWritten: break
        case .onlyInTmp: try folder.directory("outbox/tmp").put(".0123456789abcdef.tmp", "Subj")
        case .onlyInNew: try folder.directory("outbox/new").put(name, text)
        case .inBoth:
            try folder.directory("outbox/new").put(name, text)
            try folder.directory("outbox/sent").put(name, text)
        case .onlyInSent: try folder.directory("outbox/sent").put(name, text)
        }
        let outbox = try open()
        _ = try await outbox.makeWhole(with: store, clock: clock)
        _ = try await outbox.catchUp(with: store)
        #expect(try names("new").isEmpty)
        #expect(try names("sent") == [name])
        #expect(try folder.directory("outbox/sent").text(name) == text)
    }

    @Test func `a file that is gone or lies wrong is put right at the start`() async throws {
        let outbox = try open()
        for id in 1...4 { store.addMessage(id) }
        _ = try await outbox.catchUp(with: store)
        let (new, failed) = (try folder.directory("outbox/new"), try folder.directory("outbox/failed"))
        let all = try new.names().sorted { $0 < $1 }
        try new.remove(all[0])
        _ = try new.move(all[1], to: failed, as: all[1])
        try failed.put(all[2], [1])
        #expect(try await outbox.makeWhole(with: store, clock: clock) == 3)
        #expect(try await outbox.makeWhole(with: store, clock: clock) == 0)
        #expect(try new.names().sorted { $0 < $1 } == all)
        #expect(try failed.names().isEmpty)
    }

    @Test func `the file of a dropped mail lies in failed until somebody removes it, and then stays away`() async throws
    {
        let outbox = try open()
        store.addMessage(12)
        _ = try await outbox.catchUp(with: store)
        store.move(message: 12, to: .failed, isDropped: true)
        _ = try await outbox.catchUp(with: store)
        #expect(try await outbox.makeWhole(with: store, clock: clock) == 0)
        #expect(try names("new").isEmpty)
        #expect(try names("failed") == [name])
        try folder.directory("outbox/failed").remove(FileName(name))
        #expect(try await outbox.makeWhole(with: store, clock: clock) == 0)
        #expect(try names("failed").isEmpty)
    }

    @Test func `a file that somebody changed is kept beside the true one`() async throws {
        let outbox = try open()
        try folder.directory("outbox/new").put(name, "Subject: other")
        store.addMessage(12)
        _ = try await outbox.catchUp(with: store)
        #expect(try names("new") == [name, "\(name).other-1"])
        #expect(try folder.directory("outbox/new").text(name) == "Subject: x\r\n\r\nx\r\n")
    }

    @Test func `what is no message of ours is left alone`() async throws {
        let outbox = try open()
        try folder.directory("outbox/new").put("note.txt", "mine")
        _ = try await outbox.makeWhole(with: store, clock: clock)
        #expect(try names("new") == ["note.txt"])
    }

    @Test func `halves are swept after 36 hours, not before`() async throws {
        let outbox = try open()
        let tmp = try folder.directory("outbox/tmp")
        try tmp.put("half", "Subj")
        _ = try await outbox.makeWhole(with: store, clock: clock.adding(seconds: 35 * 3600))
        #expect(try names("tmp") == ["half"])
        #expect(try await outbox.makeWhole(with: store, clock: clock.adding(seconds: 37 * 3600)) == 1)
        #expect(try names("tmp").isEmpty)
    }

    @Test func `what a sudden end left under a name of its own is swept at the next start`() async throws {
        let outbox = try open()
        let tmp = try folder.directory("outbox/tmp")
        _ = try DurableFile.writeAside(in: tmp) { try $0.write(Array("Subj".utf8)) }
        #expect(try await outbox.makeWhole(with: store, clock: clock) == 1)
        #expect(try names("tmp").isEmpty)
    }
}

import Feeds
import Files
import Glibc
import Indicators
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// Files that somebody still writes in.
struct WriterTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }
    private let name = FileName("a.csv")

    init() throws { fixture = try InboxFixture() }

    private static let half = "indicator;periode;waarde\nwmo-maatwerk;2024;11"
    private static let whole = "indicator;periode;waarde\nwmo-maatwerk;2024;112\n"

    private func writer() throws -> OpenFile { try folders.inbox.openForAppending(name, mode: 0o644) }

    private func values() -> [ExactDecimal] { fixture.store.rows.map(\.observation.value) }

    @Test func `a writer who pauses for an hour in the middle of a number is waited for`() async throws {
        var writer: OpenFile? = try writer()
        try writer?.write(Array(Self.half.utf8))
        let inbox = fixture.inbox()
        for _ in 1...3 {
            #expect(try await fixture.pass(inbox).isEmpty)
            fixture.ahead.withLock { $0 += 3_600_000 }
        }
        #expect(try folders.inbox.sortedNames() == ["a.csv"])
        try writer?.write(Array("2\n".utf8))
        writer = nil
        #expect(try await fixture.pass(inbox).map(\.outcome) == [.taken])
        #expect(values() == [ExactDecimal(112)])
        #expect(try folders.archive.text("a.csv") == Self.whole)
    }

    @Test func `a writer whose file was claimed all the same is waited for`() async throws {
        var writer: OpenFile? = try writer()
        try writer?.write(Array(Self.half.utf8))
        // As where it is renamed into the folder by another writer than the one who holds it open.
        _ = try ClaimDesk(work: folders.work).claim(name, from: folders.inbox)
        let inbox = fixture.inbox()
        for _ in 1...5 {
            #expect(try await fixture.pass(inbox).isEmpty)
            fixture.ahead.withLock { $0 += 3_600_000 }
        }
        try writer?.write(Array("2\n".utf8))
        writer = nil
        #expect(try await fixture.pass(inbox).map(\.outcome) == [.taken])
        #expect(values() == [ExactDecimal(112)])
        #expect(try fixture.isAtRest())
    }

    @Test func `a file by hand that somebody writes in is not taken`() async throws {
        let writer = try writer()
        try writer.write(Array(Self.half.utf8))
        let file = try OpenFile.open("\(fixture.folder.path)/inbox/a.csv")
        let receipt = try await fixture.inbox()
            .takeByHand(file, name: name, isDryRun: false, with: fixture.intake(), at: fixture.now)
        #expect(receipt.outcome == .refused)
        #expect(receipt.tally.faults.map(\.reason) == [.beingWritten])
        #expect(values().isEmpty)
        withExtendedLifetime(writer) {}
    }

    // MARK: Where the kernel says nothing

    /// A daemon that is not told who writes, as of files of other users and on a share.
    private func blindInbox() -> Inbox {
        Inbox(
            folders: fixture.folders,
            clock: { [fixture] in fixture.clock() },
            writers: { file in (try? file.status().links) == nil ? .none : .unknown }
        )
    }

    @Test func `what is archived is what was taken in, though its writer goes on, and what he adds is a new delivery`()
        async throws
    {
        let writer = try writer()
        try writer.write(Array(Self.half.utf8))
        let inbox = blindInbox()
        let first = try await fixture.pass(inbox)
        #expect(first.map(\.outcome) == [.taken])
        try writer.write(Array("2\n".utf8))
        let hash = try #require(first.first?.sha256)
        #expect(FileDigest(of: try #require(try folders.archive.content(name))).description == hash)

        #expect(try await fixture.pass(inbox).isEmpty)
        fixture.ahead.withLock { $0 += 3_600_000 }
        let second = try await fixture.pass(inbox)
        #expect(second.map(\.outcome) == [.taken])
        #expect(second.first?.tally.revised == 1)
        #expect(second.first?.continues?.at == fixture.now)
        #expect(second.first?.text(zone: .utc).contains("In dit bestand is verder geschreven") == true)
        #expect(values() == [ExactDecimal(11), ExactDecimal(112)])
        // A third time it has not changed, and is forgotten after a while.
        fixture.ahead.withLock { $0 += 3_600_000 }
        #expect(try await fixture.pass(inbox).isEmpty)
        fixture.ahead.withLock { $0 += 3_600_000 }
        #expect(try await fixture.pass(inbox).isEmpty)
        #expect(try fixture.isAtRest())
        #expect(try folders.archive.text("a.csv") == Self.half)
        #expect(try folders.receipts.names().count == 4)
    }

    @Test func `what a writer adds is questioned like any other row`() async throws {
        let writer = try writer()
        try writer.write(Array(Self.whole.utf8))
        let inbox = blindInbox()
        #expect(try await fixture.pass(inbox).map(\.outcome) == [.taken])
        try writer.write(Array("wmo-maatwerk;2025;1\n".utf8))
        #expect(try await fixture.pass(inbox).isEmpty)
        fixture.ahead.withLock { $0 += 3_600_000 }
        let second = try await fixture.pass(inbox)
        #expect(second.map(\.outcome) == [.refused])
        #expect(second.first?.tally.faults.map(\.reason) == [.implausible])
        #expect(values() == [ExactDecimal(112)])
    }

    @Test func `a writer who goes on after the program has died is a new delivery too`() async throws {
        let writer = try writer()
        try writer.write(Array(Self.half.utf8))
        try await fixture.pass(blindInbox())
        try writer.write(Array("2\n".utf8))
        let restarted = blindInbox()
        #expect(try await fixture.pass(restarted).isEmpty)
        fixture.ahead.withLock { $0 += 3_600_000 }
        #expect(try await fixture.pass(restarted).map(\.outcome) == [.taken])
        #expect(values() == [ExactDecimal(11), ExactDecimal(112)])
    }

    @Test func `a file that nobody goes on with is kept once`() async throws {
        try fixture.drop("a.csv")
        let inbox = blindInbox()
        #expect(try await fixture.pass(inbox).map(\.outcome) == [.taken])
        #expect(try folders.work.names().count == 1)
        for _ in 1...2 {
            #expect(try await fixture.pass(inbox).isEmpty)
            fixture.ahead.withLock { $0 += 3_600_000 }
        }
        #expect(try await fixture.pass(inbox).isEmpty)
        #expect(try fixture.isAtRest())
        #expect(try folders.archive.sortedNames() == ["a.csv"])
    }

    @Test func `a file of our own that nobody has open is not copied`() async throws {
        try fixture.drop("a.csv")
        let before = try #require(try folders.inbox.status(of: name)).inode
        try await fixture.pass()
        #expect(try folders.archive.status(of: name)?.inode == before)
    }
}

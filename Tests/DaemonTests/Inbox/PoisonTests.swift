import Feeds
import Files
import Foundation
import Glibc
import Indicators
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// Files whose reading ends the program, or would take it for ever.
@Suite(.timeLimit(.minutes(30)))
struct PoisonTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }
    private var store: WatchedIntakeStore { fixture.store }

    init() throws { fixture = try InboxFixture() }

    /// Claims the file and begins to read it, as a program does that dies of it, so many times.
    private func die(_ times: Int, of name: FileName = FileName("a.csv")) throws {
        let desk = ClaimDesk(work: folders.work)
        for number in 0..<times {
            var claim = try #require(number == 0 ? desk.claim(name, from: folders.inbox) : desk.leftOvers().first)
            #expect(claim.name == name)
            try desk.beginReading(&claim)
        }
    }

    @Test(arguments: hostileNames + [FileName("a.csv")])
    func `a file in whose reading the program died twice is put aside unread`(name: FileName) async throws {
        try fixture.drop(name)
        try die(2, of: name)
        try fixture.drop("b.csv", "indicator;periode;waarde\nwmo-maatwerk;2023;1\n")
        #expect(try await fixture.pass().map(\.outcome) == [.refused, .taken])
        #expect(store.refusalReasons == [.endedTheProgram])
        #expect(try folders.quarantine.names() == [name])
        #expect(try fixture.isAtRest())
    }

    @Test func `the receipt says so`() async throws {
        try fixture.drop("a.csv")
        try die(2)
        let receipt = try #require(try await fixture.pass().first)
        #expect(receipt.sha256 == nil && receipt.tally.faults.map(\.reason) == [.endedTheProgram])
        #expect(try folders.receipts.text("a.csv.unread.txt")?.contains("twee keer onverwacht afgebroken") == true)
        #expect(receipt.text(language: .en, zone: .utc).contains("broken off twice"))
    }

    @Test func `to have died in it once is no reason`() async throws {
        try fixture.drop("a.csv")
        try die(1)
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
        #expect(try fixture.isAtRest())
    }

    @Test func `a reading that fails and ends is no death`() async throws {
        try fixture.drop("a.csv")
        store.fault = .failed("constraint")
        for _ in 0..<4 { try await fixture.pass() }
        store.fault = .inputOutput("disk full")
        for _ in 0..<4 { await #expect(throws: (any Error).self) { try await fixture.pass() } }
        store.fault = nil
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
    }

    @Test func `what was committed before the second death is told, not refused`() async throws {
        try fixture.drop("a.csv")
        try die(1)
        let claim = try #require(try ClaimDesk(work: folders.work).leftOvers().first)
        let file = try claim.folder.openFile(claim.name)
        _ = try await fixture.intake().take(file, name: claim.name, claim: claim.id, at: fixture.now)
        try die(1, again: claim)
        let receipts = try await fixture.pass()
        #expect(receipts.map(\.outcome) == [.taken] && receipts.first?.tally.taken == 1)
        #expect(try folders.archive.sortedNames() == ["a.csv"])
        #expect(store.refusalReasons.isEmpty)
    }

    private func die(_ times: Int, again claim: Claim) throws {
        var claim = claim
        for _ in 0..<times { try ClaimDesk(work: folders.work).beginReading(&claim) }
    }

    @Test func `a reading that is stopped keeps nothing, is no death, and is begun anew`() async throws {
        try fixture.drop("a.csv")
        for stop in 1...3 {
            let signs = Mutex(0)
            let intake = fixture.intake {
                let count = signs.withLock { signs in
                    signs += 1
                    return signs
                }
                if count == stop { throw Pulse.Stopped() }
            }
            await #expect(throws: Pulse.Stopped.self) { try await fixture.pass(intake: intake) }
            #expect(store.rows.isEmpty && store.refusalReasons.isEmpty)
        }
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
    }

    // MARK: Size

    /// A file of 100 GB that takes no room.
    private func dropSparse(_ name: String, in folder: Directory) throws {
        try folder.createFile(FileName(name), mode: 0o644).truncate(to: 100_000_000_000)
    }

    @Test func `a huge file that is dropped twice under one name is never read, and both are kept`() async throws {
        let reads = Mutex(0)
        for _ in 0..<2 {
            try dropSparse("a.csv", in: folders.inbox)
            let intake = fixture.intake { reads.withLock { $0 += 1 } }
            #expect(try await fixture.pass(intake: intake).map(\.outcome) == [.refused])
        }
        #expect(reads.withLock(\.self) == 0)
        #expect(store.refusalReasons == [.tooLarge, .tooLarge])
        #expect(try folders.quarantine.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test func `a second name of a huge file is refused without being copied`() async throws {
        try dropSparse("elsewhere", in: folders.work)
        _ = try folders.work.link(FileName("elsewhere"), to: folders.inbox, as: FileName("a.csv"))
        #expect(try await fixture.pass().map(\.outcome) == [.refused])
        #expect(store.refusalReasons == [.tooLarge])
        try folders.work.remove(FileName("elsewhere"))
        #expect(try fixture.isAtRest())
    }

    @Test func `whoever waits sees that hashing, reading and copying go on`() async throws {
        let rows = (0..<20_000).map { "wmo-maatwerk;\(1950 + $0 % 100);\($0 / 100)\n" }.joined()
        try folders.work.put("elsewhere", "indicator;periode;waarde\n" + rows)
        let pieces = try #require(try folders.work.status(of: FileName("elsewhere"))?.size) / 65_536
        _ = try folders.work.link(FileName("elsewhere"), to: folders.inbox, as: FileName("a.csv"))
        let signs = Mutex(0)
        try await fixture.pass(intake: fixture.intake { signs.withLock { $0 += 1 } })
        #expect(pieces >= 5)
        #expect(signs.withLock(\.self) >= 3 * pieces)
    }

    // MARK: What cannot be moved

    @Test func `a refused file that cannot be moved is refused once, and read once`() async throws {
        let bad = "indicator;periode;waarde\nonbekend;2024;1\n"
        try fixture.drop("a.csv", bad)
        #expect(rmdir("\(fixture.folder.path)/quarantine") == 0)
        let inbox = fixture.inbox()
        let signs = Mutex(0)
        let intake = fixture.intake { signs.withLock { $0 += 1 } }
        for _ in 0..<3 {
            let pass = try await inbox.pass(with: intake, at: fixture.now)
            #expect(pass.stuck == 1 && pass.outcomes.isEmpty)
        }
        let once = signs.withLock(\.self)
        #expect(once > 0 && once <= 4)
        // Another start reads it again, and says the same.
        try await fixture.pass(intake: intake)
        #expect(store.refusalReasons == [.unknownIndicator])
    }

    // MARK: Leftovers

    @Test func `nothing that stands under the names of our own keeps a start from going on`() async throws {
        let all = [folders.inbox, folders.work, folders.archive, folders.quarantine, folders.receipts]
        for folder in all {
            _ = try folder.makeFolder(FileName(".peilwacht-probe.tmp"), mode: 0)
            _ = try folder.makeFolder(FileName(".peilwacht-probe-0123456789abcdef.tmp"), mode: 0)
            #expect(symlink("/nowhere/at/all", folder.path(".peilwacht-probe-a.tmp")) == 0)
            #expect(mkfifo(folder.path(".peilwacht-probe-b.tmp"), 0) == 0)
            _ = try folder.makeFolder(FileName(".0123456789abcdef.tmp"), mode: 0)
            try folder.put(".peilwacht-probe-c.tmp", "")
        }
        try folders.verifyMoves()
        for folder in all {
            #expect(try folder.status(of: FileName(".peilwacht-probe-c.tmp")) == nil)
            #expect(try folder.names().count == 5)
        }
        try fixture.drop("a.csv")
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
    }

    @Test func `what lies in the daemon's own folder and is no claim is left alone`() async throws {
        let work = folders.work
        try work.put("file", "x")
        let odd = try work.folder(FileName("not-a-claim.x.y"), creating: 0o700)
        try odd.put("a.csv", "x")
        let trap = try work.folder(FileName("0123456789abcdef"), creating: 0o700)
        _ = try trap.makeFolder(FileName(".0123456789abcdef.tmp"), mode: 0o700)
        try fixture.drop("b.csv")
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
        #expect(try work.names().count == 3)
    }
}

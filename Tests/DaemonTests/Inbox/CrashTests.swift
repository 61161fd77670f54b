import Feeds
import Files
import Foundation
import Glibc
import Indicators
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

/// The steps of one file, each followed by the end of the process; the next start makes it whole.
struct CrashTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }

    init() throws { fixture = try InboxFixture() }

    enum Step: Int, CaseIterable {
        case dropped
        case folderMade
        case claimed
        case halfReceiptWritten
        case recorded
        case receiptWritten
        case moved
        case closed
    }

    /// Goes through the steps up to one, as ``Inbox`` does.
    private func go(to last: Step, _ content: String) async throws {
        try fixture.drop("a.csv", content)
        guard last.rawValue >= Step.folderMade.rawValue else { return }
        let desk = ClaimDesk(work: folders.work)
        guard last != .folderMade else {
            _ = try folders.work.makeFolder(FileName("0123456789abcdef"), mode: 0o700)
            return
        }
        let claim = try #require(try desk.claim(FileName("a.csv"), from: folders.inbox))
        guard last != .claimed else { return }
        guard last != .halfReceiptWritten else {
            try claim.folder.put(".0123456789abcdef.tmp", "half")
            return
        }
        let intake = fixture.intake()
        let receipt = try await intake.take(
            try claim.folder.openFile(claim.name),
            name: claim.name,
            claim: claim.id,
            at: fixture.now
        )
        guard last != .recorded else { return }
        let filing = Filing(folders: folders)
        try filing.write(ToldReceipt(receipt), language: .nl, zone: .utc)
        guard last != .receiptWritten else { return }
        try filing.put(claim, as: receipt)
        guard last != .moved else { return }
        try desk.close(claim)
    }

    @Test(arguments: Step.allCases)
    func `an accepted file is in the store once and in the archive once`(step: Step) async throws {
        try await go(to: step, InboxFixture.good)
        for _ in 0..<2 { try await fixture.pass() }
        #expect(fixture.store.rows.count == 1)
        #expect(fixture.store.refusalReasons.isEmpty)
        #expect(try folders.archive.sortedNames() == ["a.csv"])
        #expect(try folders.archive.text("a.csv") == InboxFixture.good)
        #expect(try folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test(arguments: Step.allCases)
    func `a refused file is in quarantine once and has its receipt`(step: Step) async throws {
        let bad = "indicator;periode;waarde\nonbekend;2024;1\n"
        try await go(to: step, bad)
        for _ in 0..<2 { try await fixture.pass() }
        #expect(fixture.store.rows.isEmpty)
        #expect(Set(fixture.store.refusalReasons) == [.unknownIndicator])
        #expect(try folders.quarantine.sortedNames() == ["a.csv"])
        #expect(try folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test func `a receipt that tells what was taken in is not replaced by the repetition after a crash`() async throws {
        try await go(to: .receiptWritten, InboxFixture.good)
        let before = try folders.receipts.sortedNames().map { try folders.receipts.text($0) }
        try await fixture.pass()
        #expect(try folders.receipts.sortedNames().map { try folders.receipts.text($0) } == before)
    }

    @Test(arguments: Step.allCases)
    func `the receipt after a crash is the one that there would have been without it`(step: Step) async throws {
        let content = "indicator;periode;waarde\nwmo-maatwerk;2024;112\nwmo-maatwerk;2023;-\n"
        let calm = try InboxFixture()
        try calm.drop("a.csv", content)
        try await calm.pass()
        try await go(to: step, content)
        try await fixture.pass()
        let names = try calm.folders.receipts.sortedNames()
        #expect(try folders.receipts.sortedNames() == names)
        for name in names { #expect(try Self.words(folders, name) == Self.words(calm.folders, name)) }
    }

    /// What a receipt says, but for the name of its claim, which is another one each time.
    private static func words(_ folders: IntakeFolders, _ name: String) throws -> [Substring] {
        let text = try #require(try folders.receipts.text(name))
        return text.split(separator: "\n").filter { !$0.contains("\"delivery\"") }
    }

    @Test func `the same content under the same name, dropped again after a crash, is a repetition`() async throws {
        try await go(to: .recorded, InboxFixture.good)
        try fixture.drop("a.csv")
        #expect(try await fixture.pass().map(\.outcome) == [.taken, .duplicate])
    }

    @Test(arguments: hostileNames)
    func `a claimed file keeps its name over a crash`(name: FileName) async throws {
        try fixture.drop(name)
        _ = try ClaimDesk(work: folders.work).claim(name, from: folders.inbox)
        #expect(try await fixture.pass().map(\.fileName) == [name])
        #expect(try folders.archive.names() == [name])
    }

    @Test func `a file that is gone before it is claimed leaves nothing behind`() throws {
        #expect(try ClaimDesk(work: folders.work).claim(FileName("a.csv"), from: folders.inbox) == nil)
        #expect(try folders.work.names().isEmpty)
    }
}

/// The `import` command.
struct TakeByHandTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }

    init() throws { fixture = try InboxFixture() }

    private func take(_ text: String, name: String = "a.csv", isDryRun: Bool = false) async throws -> Receipt {
        let file = try OpenFile.temporary(holding: Array(text.utf8))
        return try await fixture.inbox().takeByHand(
            file,
            name: FileName(name),
            isDryRun: isDryRun,
            with: fixture.intake(),
            at: fixture.now
        )
    }

    @Test func `an accepted file is in the store, and a copy of it in the archive`() async throws {
        #expect(try await take(InboxFixture.good).outcome == .taken)
        #expect(fixture.store.rows.count == 1)
        #expect(try folders.archive.text("a.csv") == InboxFixture.good)
        #expect(try folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test func `a dry run says the same and leaves nothing`() async throws {
        #expect(try await take(InboxFixture.good, isDryRun: true).outcome == .dryRun)
        #expect(try await take("onzin", isDryRun: true).outcome == .refused)
        #expect(fixture.store.rows.isEmpty)
        #expect(fixture.store.refusalReasons.isEmpty)
        for folder in [folders.archive, folders.quarantine, folders.receipts, folders.work] {
            #expect(try folder.names().isEmpty)
        }
    }

    @Test func `a refused file is not kept: the user has it`() async throws {
        #expect(try await take("indicator;periode;waarde\nonbekend;2024;1\n").outcome == .refused)
        #expect(fixture.store.refusalReasons == [.unknownIndicator])
        #expect(try folders.quarantine.names().isEmpty)
        #expect(try folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test func `a store that fails leaves no half`() async throws {
        fixture.store.fault = .inputOutput("disk full")
        await #expect(throws: (any Error).self) { try await take(InboxFixture.good) }
        #expect(try fixture.isAtRest())
    }

    @Test func `what is committed and cannot be filed is filed by the next pass`() async throws {
        let archive = "\(fixture.folder.path)/archive"
        #expect(rmdir(archive) == 0)
        await #expect(throws: FileSystemFault.self) { try await take(InboxFixture.good) }
        #expect(fixture.store.rows.count == 1)
        #expect(try folders.work.names().count == 1)
        let again = try IntakeFolders(
            inbox: folders.inbox,
            work: folders.work,
            archive: fixture.folder.directory("archive"),
            quarantine: folders.quarantine,
            receipts: folders.receipts
        )
        let inbox = Inbox(folders: again, clock: { fixture.clock() })
        #expect(try await inbox.pass(with: fixture.intake(), at: fixture.now).outcomes == [.taken: 1])
        #expect(try again.archive.text("a.csv") == InboxFixture.good)
        #expect(fixture.store.rows.count == 1)
    }

    @Test(arguments: ["../../etc/cron.d/x", "", "..", "a/b"])
    func `a name that is a path is refused`(name: String) async throws {
        await #expect(throws: FileSystemFault.self) { try await take(InboxFixture.good, name: name) }
        #expect(fixture.store.rows.isEmpty)
        #expect(try fixture.isAtRest())
    }

    @Test func `a folder or device that a user names is refused`() async throws {
        for (path, reason) in [("/etc", IntakeReason.fileIsFolder), ("/dev/null", .notARegularFile)] {
            let receipt = try await fixture.inbox().takeByHand(
                try OpenFile.open(path),
                name: FileName("x"),
                isDryRun: false,
                with: fixture.intake(),
                at: fixture.now
            )
            #expect(receipt.tally.faults.map(\.reason) == [reason])
        }
    }
}

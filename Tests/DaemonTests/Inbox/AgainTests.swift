import Feeds
import Files
import Glibc
import Indicators
import Storage
import TestSupport
import Testing

@testable import Daemon

/// The same bytes again.
struct AgainTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }

    init() throws { fixture = try InboxFixture() }

    private static let other = "indicator;periode;waarde\nwmo-maatwerk;2024;480\n"

    private func take(_ name: String, _ text: String) async throws -> Receipt {
        try fixture.drop(name, text)
        return try #require(try await fixture.pass().first)
    }

    @Test func `a value that another file replaced is told, with how to let it hold again`() async throws {
        _ = try await take("a.csv", InboxFixture.good)
        let replacing = try await take("b.csv", Self.other)
        let again = try await take("a.csv", InboxFixture.good)
        #expect(again.outcome == .duplicate)
        #expect(again.tally.lapsed.count == 1)
        let text = again.text(zone: .utc)
        #expect(!text.contains("u hoeft niets te doen"))
        #expect(text.contains("112 is vervangen; nu geldt 480"))
        #expect(text.contains("SHA-256 \(try #require(replacing.sha256).prefix(12))"))
        #expect(text.contains("peilwacht undo"))
        #expect(again.json(zone: .utc).contains("\"cause\": \"replaced\""))
    }

    @Test func `a receipt is never overwritten`() async throws {
        _ = try await take("a.csv", InboxFixture.good)
        let name = "a.csv.\(FileDigest(of: Array(InboxFixture.good.utf8)).description.prefix(12))"
        let first = try #require(try folders.receipts.text("\(name).txt"))
        for _ in 1...5 { _ = try await take("a.csv", InboxFixture.good) }
        #expect(try folders.receipts.text("\(name).txt") == first)
        let numbers = ["", ".2", ".3", ".4", ".5", ".6"]
        let names = numbers.flatMap { number in ["json", "txt"].map { "\(name)\(number).\($0)" } }
        #expect(try folders.receipts.sortedNames() == names.sorted())
        #expect(try folders.receipts.text("\(name).6.txt")?.hasPrefix("AL EERDER INGENOMEN") == true)
    }

    @Test func `a receipt with the longest name has its number all the same`() async throws {
        let name = String(repeating: "x", count: 251) + ".csv"
        for _ in 1...3 { _ = try await take(name, InboxFixture.good) }
        #expect(try folders.receipts.names().count == 6)
    }

    @Test func `who tries again after a full disk is not told that it was taken in before`() async throws {
        try fixture.folder.directory("elsewhere").put("a.csv", InboxFixture.good)
        let file = try OpenFile.open("\(fixture.folder.path)/elsewhere/a.csv")
        // The folder for receipts is gone: what is committed cannot be told.
        #expect(rmdir("\(fixture.folder.path)/receipts") == 0)
        await #expect(throws: FileSystemFault.self) {
            try await fixture.inbox()
                .takeByHand(file, name: FileName("a.csv"), isDryRun: false, with: fixture.intake(), at: fixture.now)
        }
        #expect(fixture.store.rows.count == 1)
        let inbox = Inbox(
            folders: IntakeFolders(
                inbox: folders.inbox,
                work: folders.work,
                archive: folders.archive,
                quarantine: folders.quarantine,
                receipts: try fixture.folder.directory("receipts")
            ),
            clock: { [fixture] in fixture.clock() }
        )
        let receipt =
            try await inbox
            .takeByHand(file, name: FileName("a.csv"), isDryRun: false, with: fixture.intake(), at: fixture.now)
        #expect(receipt.outcome == .taken)
        #expect(receipt.tally.taken == 1)
        // What waited to be filed is filed, with the one receipt.
        _ = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(try fixture.folder.directory("receipts").sortedNames().count == 2)
        #expect(try folders.work.names().isEmpty)
    }
}

import Feeds
import Files
import Foundation
import Glibc
import Indicators
import Storage
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

struct InboxTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }
    private var store: WatchedIntakeStore { fixture.store }

    init() throws { fixture = try InboxFixture() }

    @Test func `a good file is in the store, in the archive, and has its receipt`() async throws {
        try fixture.drop("a.csv")
        let receipts = try await fixture.pass()
        #expect(receipts.map(\.outcome) == [.taken])
        #expect(receipts.first?.tally.taken == 1)
        #expect(store.rows.map(\.series.indicator) == ["wmo-maatwerk"])
        #expect(try folders.archive.text("a.csv") == InboxFixture.good)
        let hash = FileDigest(of: Array(InboxFixture.good.utf8)).description.prefix(12)
        #expect(try folders.receipts.sortedNames() == ["a.csv.\(hash).json", "a.csv.\(hash).txt"])
        #expect(try folders.receipts.text("a.csv.\(hash).json")?.hasSuffix("}\n") == true)
        #expect(try fixture.isAtRest())
    }

    @Test(arguments: hostileNames)
    func `a name of any bytes is kept to the byte`(name: FileName) async throws {
        try fixture.drop(name)
        let receipts = try await fixture.pass()
        #expect(receipts.map(\.outcome) == [.taken])
        #expect(try folders.archive.names() == [name])
        #expect(try folders.receipts.names().count == 2)
        #expect(try fixture.isAtRest())
    }

    @Test func `names that are equal as text do not stand in each other's way`() async throws {
        for (number, name) in hostileNames.enumerated() {
            try fixture.drop(name, "indicator;periode;waarde\nwmo-maatwerk;\(2000 + number);1\n")
        }
        #expect(try await fixture.pass().map(\.outcome) == hostileNames.map { _ in .taken })
        #expect(Set(try folders.archive.names()) == Set(hostileNames))
        #expect(store.rows.count == hostileNames.count)
    }

    @Test func `the file that changed first is taken first`() async throws {
        for (name, age) in [("a.csv", 10), ("b.csv", 30), ("c.csv", 20)] {
            try fixture.drop(name, "indicator;periode;waarde\nwmo-maatwerk;2024;\(age)\n")
            let date = Date(timeIntervalSinceNow: -Double(age))
            try FileManager.default.setAttributes(
                [.modificationDate: date],
                ofItemAtPath: "\(fixture.folder.path)/inbox/\(name)"
            )
        }
        #expect(try await fixture.pass().map(\.fileName) == ["b.csv", "c.csv", "a.csv"].map { FileName($0) })
    }

    @Test func `the same content again is answered and changes nothing`() async throws {
        try fixture.drop("a.csv")
        try fixture.drop("b.csv")
        let outcomes = try await fixture.pass().map(\.outcome)
        #expect(Set(outcomes) == [.taken, .duplicate])
        try fixture.drop("a.csv")
        let again = try await fixture.pass()
        #expect(again.map(\.outcome) == [.duplicate])
        #expect(again.first?.earlier?.at == fixture.now)
        #expect(store.rows.count == 1)
        #expect(try folders.archive.sortedNames() == ["a.csv", "b.csv"])
        #expect(try fixture.isAtRest())
    }

    @Test func `other content under a name that the archive has gets its hash before the extension`() async throws {
        try fixture.drop("a.csv")
        try await fixture.pass()
        let other = "indicator;periode;waarde\nwmo-maatwerk;2024;113\n"
        try fixture.drop("a.csv", other)
        try await fixture.pass()
        let hash = FileDigest(of: Array(other.utf8)).description.prefix(12)
        #expect(try folders.archive.sortedNames() == ["a.\(hash).csv", "a.csv"])
        #expect(try folders.archive.text("a.csv") == InboxFixture.good)
        #expect(try folders.archive.text("a.\(hash).csv") == other)
    }

    @Test(arguments: [
        ("", IntakeReason.emptyFile), ("%PDF-1.7\n", .fileIsPDF), ("PK\u{3}\u{4}zip", .zipDamaged),
        ("indicator;periode;waarde\nonbekend;2024;1\n", .unknownIndicator),
    ])
    func `a refused file is in quarantine with its reason, and the next one is taken`(
        content: String,
        reason: IntakeReason
    ) async throws {
        try fixture.drop("a-bad.csv", content)
        try fixture.drop("b-good.csv")
        let receipts = try await fixture.pass()
        #expect(receipts.map(\.outcome).sorted { $0.rawValue < $1.rawValue } == [.refused, .taken])
        #expect(store.refusalReasons == [reason])
        #expect(try folders.quarantine.sortedNames() == ["a-bad.csv"])
        #expect(try folders.archive.sortedNames() == ["b-good.csv"])
        #expect(try folders.receipts.names().count == 4)
    }

    @Test func `a file that is too large is refused without being read`() async throws {
        try fixture.drop("a.csv")
        let receipts = try await fixture.pass(intake: fixture.intake(sizeLimit: 10))
        #expect(store.refusalReasons == [.tooLarge])
        #expect(receipts.first?.sha256 == nil)
        #expect(try folders.receipts.sortedNames() == ["a.csv.unread.json", "a.csv.unread.txt"])
    }

    @Test func `a file that cannot be read is moved, not tried for ever`() async throws {
        try fixture.drop("a.csv")
        try fixture.drop("b.csv", "indicator;periode;waarde\nwmo-maatwerk;2023;1\n")
        // Whoever is root can read everything, so the answer of the system is played.
        let inbox = fixture.inbox { folder, name throws(FileSystemFault) in
            guard name != FileName("a.csv") else { throw .failed(call: "open", path: "a.csv", code: .permissionDenied) }
            return try folder.openFile(name)
        }
        try await fixture.pass(inbox)
        #expect(store.refusalReasons == [.cannotRead])
        #expect(try folders.quarantine.sortedNames() == ["a.csv"])
        #expect(try folders.archive.sortedNames() == ["b.csv"])
        #expect(try fixture.isAtRest())
    }

    @Test func `a disk that stumbles once over a good file does not make it a bad one`() async throws {
        try fixture.drop("a.csv")
        let stumbles = Mutex(1)
        let inbox = fixture.inbox { folder, name throws(FileSystemFault) in
            let isNow = stumbles.withLock { left in
                left -= 1
                return left >= 0
            }
            if isNow { throw .failed(call: "open", path: "a.csv", code: .ioError) }
            return try folder.openFile(name)
        }
        #expect(try await fixture.pass(inbox).isEmpty)
        fixture.ahead.withLock { $0 += 3_600_000 }
        #expect(try await fixture.pass(inbox).map(\.outcome) == [.taken])
        #expect(store.refusalReasons.isEmpty)
    }

    @Test func `a file that the disk never gives is refused in the end`() async throws {
        try fixture.drop("a.csv")
        let inbox = fixture.inbox { _, _ throws(FileSystemFault) in
            throw .failed(call: "open", path: "a.csv", code: .ioError)
        }
        for _ in 1...3 {
            try await fixture.pass(inbox)
            fixture.ahead.withLock { $0 += 3_600_000 }
        }
        #expect(store.refusalReasons == [.cannotRead])
        #expect(try folders.quarantine.sortedNames() == ["a.csv"])
    }

    @Test func `the profile is the one that describes the name`() async throws {
        let profiles = ["ggd-*.csv", "*.csv"].enumerated().map { number, pattern in
            FeedProfile(name: "feed-\(number)", filePattern: Glob(pattern))
        }
        try fixture.drop("ggd-1.csv")
        #expect(try await fixture.pass(intake: fixture.intake(profiles: profiles)).map(\.feed) == ["feed-0"])
    }

    @Test func `a file that is being written is left until it rests`() async throws {
        fixture.ahead.withLock { $0 = 0 }
        let inbox = fixture.inbox()
        try fixture.drop("a.csv", "indicator;per")
        var pass = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(pass.waiting == 1)
        let look = try #require(pass.nextLook)
        #expect(look <= fixture.clock().adding(milliseconds: ReadyTest.Stillness.unknown))
        try folders.inbox.openForAppending(FileName("a.csv"), mode: 0o644)
            .write(Array(InboxFixture.good.utf8.dropFirst("indicator;per".utf8.count)))
        pass = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(pass.waiting == 1)
        fixture.ahead.withLock { $0 = 5_000 }
        pass = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(pass.outcomes == [.taken: 1])
        #expect(pass.nextLook == nil)
    }

    @Test func `a file that was renamed into the folder is taken at once`() async throws {
        fixture.ahead.withLock { $0 = 0 }
        let inbox = fixture.inbox()
        try fixture.drop("a.csv")
        await inbox.note(.entries([FileName("a.csv"): .movedIn]))
        #expect(try await inbox.pass(with: fixture.intake(), at: fixture.now).outcomes == [.taken: 1])
    }

    @Test func `two passes at once take each file once`() async throws {
        for number in 0..<20 {
            try fixture.drop("\(number).csv", "indicator;periode;waarde\nwmo-maatwerk;\(2000 + number);1\n")
        }
        let inbox = fixture.inbox()
        async let one = inbox.pass(with: fixture.intake(), at: fixture.now)
        async let two = inbox.pass(with: fixture.intake(), at: fixture.now)
        let taken = try await (one.outcomes[.taken] ?? 0) + (two.outcomes[.taken] ?? 0)
        #expect(taken == 20)
        #expect(store.rows.count == 20)
    }

    @Test func `three hundred files are all taken, whatever events were lost`() async throws {
        for number in 0..<300 {
            try fixture.drop("\(number).csv", "indicator;periode;waarde\nwmo-maatwerk;2024;\(100 + number)\n")
        }
        let inbox = fixture.inbox()
        await inbox.note(.rescan)
        #expect(try await inbox.pass(with: fixture.intake(), at: fixture.now).outcomes == [.taken: 300])
        #expect(try folders.archive.names().count == 300)
        #expect(try fixture.isAtRest())
    }

    @Test func `the way of a file is tried before the first one comes`() throws {
        try folders.verifyMoves()
        for folder in [folders.inbox, folders.work, folders.archive, folders.quarantine, folders.receipts] {
            #expect(try folder.names().isEmpty)
        }
    }
}

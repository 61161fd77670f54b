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

/// What people, programs and attackers leave in a folder beside files.
struct HostileInboxTests {
    private let fixture: InboxFixture
    private var folders: IntakeFolders { fixture.folders }
    private var store: WatchedIntakeStore { fixture.store }

    init() throws { fixture = try InboxFixture() }

    enum Oddity: String, CaseIterable {
        case symbolicLink
        case danglingLink
        case linkToFolder
        case fifo
        case socket
        case device

        var reason: IntakeReason {
            switch self {
            case .symbolicLink, .danglingLink, .linkToFolder: .symbolicLink
            case .fifo, .socket, .device: .notARegularFile
            }
        }

        /// Makes it; `false` where this user may not.
        func make(_ path: String) throws -> Bool {
            switch self {
            case .symbolicLink: return Glibc.symlink("/etc/passwd", path) == 0
            case .danglingLink: return Glibc.symlink("/nowhere/at/all", path) == 0
            case .linkToFolder: return Glibc.symlink("/etc", path) == 0
            case .fifo: return mkfifo(path, 0o666) == 0
            case .socket: return mknod(path, S_IFSOCK | 0o666, 0) == 0
            // The null device: 1, 3.
            case .device: return mknod(path, S_IFCHR | 0o666, 0x103) == 0
            }
        }
    }

    @Test(.timeLimit(.minutes(30)), arguments: Oddity.allCases)
    func `what is no file goes to quarantine itself, and holds nobody up`(oddity: Oddity) async throws {
        guard try oddity.make(folders.inbox.path("a.csv")) else {
            withKnownIssue("only root makes a \(oddity.rawValue)") { Issue.record("not run") }
            return
        }
        try fixture.drop("b.csv")
        let kind = try folders.inbox.status(of: FileName("a.csv"))?.kind
        try await fixture.pass()
        #expect(store.refusalReasons == [oddity.reason])
        #expect(try folders.quarantine.status(of: FileName("a.csv"))?.kind == kind)
        #expect(try folders.archive.sortedNames() == ["b.csv"])
        #expect(try folders.receipts.sortedNames().prefix(2) == ["a.csv.unread.json", "a.csv.unread.txt"])
        #expect(try fixture.isAtRest())
    }

    @Test func `a second link of the same name is kept too`() async throws {
        for _ in 0..<3 {
            symlink("/etc/passwd", folders.inbox.path("a.csv"))
            try await fixture.pass()
        }
        #expect(try folders.quarantine.names().count == 3)
    }

    @Test func `a folder is left alone and told of once`() async throws {
        _ = try folders.inbox.folder(FileName("sub"), creating: 0o755)
        try fixture.drop("b.csv")
        let inbox = fixture.inbox()
        let first = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(first.troubles == [InboxPass.Trouble(name: FileName("sub"), why: .isFolder)])
        #expect(first.outcomes == [.taken: 1])
        let second = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(second.troubles.isEmpty)
        #expect(second.stuck == 1)
        #expect(try folders.inbox.sortedNames() == ["sub"])
        // After a start there is no second one, however often.
        try await fixture.pass()
        let receipts = try folders.receipts.sortedNames().filter { $0.hasPrefix("sub") }
        #expect(receipts == ["sub.unread.json", "sub.unread.txt"])
        #expect(try folders.receipts.text("sub.unread.txt")?.contains("als één zip-bestand") == true)
    }

    @Test func `a file with another name elsewhere is taken as a copy that the other name cannot reach`() async throws {
        try folders.work.put("elsewhere", InboxFixture.good)
        _ = try folders.work.link(FileName("elsewhere"), to: folders.inbox, as: FileName("a.csv"))
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
        try folders.work.openForAppending(FileName("elsewhere"), mode: 0o644).write([1, 2, 3])
        #expect(try folders.archive.text("a.csv") == InboxFixture.good)
        #expect(try folders.archive.status(of: FileName("a.csv"))?.links == 1)
    }

    /// Writes in the claimed file while the store reads it, as a program that has kept it open would.
    private func disturb(_ isDue: @escaping @Sendable () -> Bool) {
        let path = fixture.folder.path
        store.state.withLock { state in
            state.beforeRow = {
                guard isDue(), let work = try? Directory.open("\(path)/work"), let ids = try? work.names() else {
                    return
                }
                for id in ids {
                    _ = try? work.folder(id).openForAppending(FileName("a.csv"), mode: 0).write(Array("\n".utf8))
                }
            }
        }
    }

    @Test(arguments: [1, 2, 3])
    func `a file that somebody still writes in is tried again, and refused in the end`(times: Int) async throws {
        try fixture.drop("a.csv")
        let isDue = Mutex(false)
        disturb {
            isDue.withLock { due in
                defer { due = false }
                return due
            }
        }
        let inbox = fixture.inbox()
        var outcomes: [Receipt.Outcome: Int] = [:]
        for pass in 1...3 {
            isDue.withLock { $0 = pass <= times }
            outcomes.merge(try await inbox.pass(with: fixture.intake(), at: fixture.now).outcomes, uniquingKeysWith: +)
            #expect(store.rows.count == (outcomes[.taken] ?? 0))
            fixture.ahead.withLock { $0 += 3_000 }
        }
        #expect(outcomes == (times < 3 ? [.taken: 1] : [.refused: 1]))
        #expect(store.refusalReasons == (times < 3 ? [] : [.changedWhileReading]))
        #expect(try fixture.isAtRest())
    }

    @Test func `before it is tried again it must rest`() async throws {
        try fixture.drop("a.csv")
        disturb { true }
        let inbox = fixture.inbox()
        for _ in 0..<5 {
            let pass = try await inbox.pass(with: fixture.intake(), at: fixture.now)
            #expect(pass.outcomes.isEmpty)
            #expect(pass.waiting == 1)
            #expect(pass.nextLook != nil)
        }
    }

    /// Writes over a byte of the claimed file, as often as the store begins to read it; its size stays as it was.
    private func overwrite() {
        let path = "\(fixture.folder.path)/work"
        store.state.withLock { state in
            state.beforeRow = {
                for id in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
                    let file = FileHandle(forUpdatingAtPath: "\(path)/\(id)/a.csv")
                    try? file?.seek(toOffset: UInt64(InboxFixture.good.utf8.count - 2))
                    try? file?.write(contentsOf: Data("3".utf8))
                    try? file?.close()
                }
            }
        }
    }

    @Test(arguments: [0, 3600])
    func `a file that is written over between its two readings is not taken in, however old it was`(
        age: Double
    ) async throws {
        try fixture.drop("a.csv")
        let path = "\(fixture.folder.path)/inbox/a.csv"
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
        overwrite()
        let pass = try await fixture.inbox().pass(with: fixture.intake(), at: fixture.now)
        #expect(pass.outcomes.isEmpty && pass.waiting == 1)
        #expect(store.rows.isEmpty && store.refusalReasons.isEmpty)
    }

    @Test func `a store that refuses one file leaves it for later and takes the next`() async throws {
        try fixture.drop("a.csv")
        store.fault = .failed("constraint")
        let inbox = fixture.inbox()
        let first = try await inbox.pass(with: fixture.intake(), at: fixture.now)
        #expect(first.troubles.count == 1)
        #expect(try folders.work.names().count == 1)
        store.fault = nil
        #expect(try await inbox.pass(with: fixture.intake(), at: fixture.now).outcomes == [.taken: 1])
        #expect(try fixture.isAtRest())
    }

    @Test(arguments: [StoreError.inputOutput("disk full"), .inUse(path: "x"), .notAStore(path: "x", why: "y")])
    func `a store that fails altogether ends the pass, and no file is lost`(fault: StoreError) async throws {
        try fixture.drop("a.csv")
        try fixture.drop("b.csv", "indicator;periode;waarde\nwmo-maatwerk;2023;101\n")
        store.fault = fault
        await #expect(throws: fault) { try await fixture.pass() }
        store.fault = nil
        #expect(try await fixture.pass().map(\.outcome) == [.taken, .taken])
        #expect(try folders.archive.sortedNames() == ["a.csv", "b.csv"])
        #expect(try fixture.isAtRest())
    }

    @Test func `a failed sync ends the pass`() async throws {
        try fixture.drop("a.csv")
        let inbox = fixture.inbox { _, _ throws(FileSystemFault) in throw .syncFailed(path: "a.csv", code: .ioError) }
        await #expect(throws: FileSystemFault.syncFailed(path: "a.csv", code: .ioError)) {
            try await fixture.pass(inbox)
        }
        #expect(try await fixture.pass().map(\.outcome) == [.taken])
    }
}

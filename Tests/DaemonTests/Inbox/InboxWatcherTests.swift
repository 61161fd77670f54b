import Feeds
import Files
import Foundation
import Glibc
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

@Suite(.timeLimit(.minutes(30)))
struct InboxWatcherTests {
    private let folder: TemporaryFolder
    private let inbox: Directory

    init() throws {
        folder = try TemporaryFolder()
        inbox = try folder.directory("inbox")
    }

    private func watch() throws -> (watcher: InboxWatcher, hints: AsyncStream<InboxHint>) {
        let (hints, line) = AsyncStream.makeStream(of: InboxHint.self)
        let watcher = InboxWatcher(path: "\(folder.path)/inbox") { line.yield($0) }
        try #require(watcher.renew() == .begun(afterTrouble: false))
        return (watcher, hints)
    }

    /// Waits until an entry had an event.
    private func event(_ event: InboxHint.Event, of name: FileName, in hints: AsyncStream<InboxHint>) async -> Bool {
        for await hint in hints {
            if case .entries(let events) = hint, events[name] == event { return true }
        }
        return false
    }

    @Test(arguments: hostileNames)
    func `a file that is closed is told by its name, to the byte`(name: FileName) async throws {
        let (watcher, hints) = try watch()
        try inbox.put(name, [1])
        #expect(await event(.closed, of: name, in: hints))
        watcher.stop()
    }

    @Test func `a file that is renamed into its name is told`() async throws {
        let (watcher, hints) = try watch()
        try inbox.put("a.csv.part", "x")
        _ = try inbox.move(FileName("a.csv.part"), to: inbox, as: FileName("a.csv"))
        #expect(await event(.movedIn, of: FileName("a.csv"), in: hints))
        watcher.stop()
    }

    @Test func `a folder that is moved away is missed loudly, and watched again when it is back`() async throws {
        let (watcher, hints) = try watch()
        let root = try folder.directory()
        #expect(watcher.renew() == .watching && watcher.isWatching)
        _ = try root.move(FileName("inbox"), to: root, as: FileName("old"))
        for await hint in hints {
            if case .watchLost = hint { break }
        }
        guard case .refused = watcher.renew() else {
            Issue.record("nothing is there to watch")
            return
        }
        #expect(watcher.renew() == .stillRefused && !watcher.isWatching)
        let again = try folder.directory("inbox")
        #expect(watcher.renew() == .begun(afterTrouble: true))
        try again.put("a.csv", "x")
        #expect(await event(.closed, of: FileName("a.csv"), in: hints))
        watcher.stop()
    }

    @Test func `a folder that has the path of another is watched instead`() async throws {
        let (watcher, hints) = try watch()
        let root = try folder.directory()
        _ = try root.move(FileName("inbox"), to: root, as: FileName("old"))
        let other = try folder.directory("inbox")
        #expect(!watcher.isWatching)
        #expect(watcher.renew() == .begun(afterTrouble: false))
        try other.put("a.csv", "x")
        #expect(await event(.closed, of: FileName("a.csv"), in: hints))
        watcher.stop()
    }

    /// A system that has no instances, or no watches, left.
    static let exhausted = [
        ("instances", Inotify(begin: { .failure(.tooManyOpenFiles) }, watch: Inotify.system.watch)),
        ("watches", Inotify(begin: Inotify.system.begin, watch: { _, _, _ in .failure(.noSpace) })),
    ]

    @Test(arguments: exhausted)
    func `a system that has none left is complained of once, and asked again`(what: String, inotify: Inotify) {
        let watcher = InboxWatcher(path: "\(folder.path)/inbox", inotify: inotify) { _ in }
        guard case .refused(let fault) = watcher.renew() else {
            Issue.record("watched without \(what)")
            return
        }
        #expect(fault.description.hasPrefix("watch \(folder.path)/inbox: "))
        #expect(watcher.renew() == .stillRefused && !watcher.isWatching)
        watcher.stop()
    }

    @Test func `where some are free again it is watched after all`() async throws {
        let (hints, line) = AsyncStream.makeStream(of: InboxHint.self)
        let isFree = Mutex(false)
        let inotify = Inotify(
            begin: { isFree.withLock { $0 } ? Inotify.system.begin() : .failure(.tooManyOpenFiles) },
            watch: Inotify.system.watch
        )
        let watcher = InboxWatcher(path: "\(folder.path)/inbox", inotify: inotify) { line.yield($0) }
        _ = watcher.renew()
        isFree.withLock { $0 = true }
        #expect(watcher.renew() == .begun(afterTrouble: true))
        try inbox.put("a.csv", "x")
        #expect(await event(.closed, of: FileName("a.csv"), in: hints))
        watcher.stop()
    }
}

struct InotifyNewsTests {
    /// The bytes of one event, as the kernel gives them.
    private func event(watch: Int32 = 1, _ mask: Int32, _ name: String = "") -> [UInt8] {
        let padded = name.isEmpty ? [] : Array(name.utf8) + [UInt8](repeating: 0, count: 16 - name.utf8.count % 16)
        let fields = [UInt32(bitPattern: watch), UInt32(bitPattern: mask), 0, UInt32(padded.count)]
        return fields.flatMap { field in withUnsafeBytes(of: field) { Array($0) } } + padded
    }

    @Test func `the last event of an entry counts`() {
        var news = InotifyNews()
        news.add(
            event(IN_CREATE, "a") + event(IN_CLOSE_WRITE, "a") + event(IN_CREATE, "b") + event(IN_MOVED_TO, "c"),
            watch: 1
        )
        #expect(news.entries == [FileName("a"): .closed, FileName("b"): .created, FileName("c"): .movedIn])
        #expect(!news.hasOverflowed)
        #expect(!news.isLost)
    }

    @Test func `an overflow asks for a scan, whichever watch it names`() {
        var news = InotifyNews()
        news.add(event(watch: -1, IN_Q_OVERFLOW), watch: 1)
        #expect(news.hasOverflowed)
    }

    @Test func `more entries than are told one by one ask for a scan`() {
        var news = InotifyNews()
        for number in 0..<5_000 { news.add(event(IN_CLOSE_WRITE, "\(number)"), watch: 1) }
        #expect(news.hasOverflowed)
    }

    @Test(arguments: [IN_DELETE_SELF, IN_MOVE_SELF, IN_UNMOUNT, IN_IGNORED])
    func `the end of the watch is seen`(mask: Int32) {
        var news = InotifyNews()
        news.add(event(mask), watch: 1)
        #expect(news.isLost)
    }

    @Test func `what an older watch says counts no more`() {
        var news = InotifyNews()
        news.add(event(watch: 2, IN_IGNORED) + event(watch: 2, IN_CLOSE_WRITE, "a"), watch: 1)
        #expect(news.entries.isEmpty)
        #expect(!news.isLost)
    }

    @Test func `folders are no files, and half an event is none`() {
        var news = InotifyNews()
        news.add(event(IN_CREATE | IN_ISDIR, "sub") + event(IN_CLOSE_WRITE, "a").dropLast(), watch: 1)
        #expect(news.entries.isEmpty)
    }
}

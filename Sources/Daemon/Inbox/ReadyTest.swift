package import Feeds
package import Files
package import Indicators

/// Decides which entries of the inbox nobody is writing any more.
///
/// What somebody has open for writing is not ready, however still it is: the kernel says so where it can (``FileWriters``),
/// and else the close of a writer who was seen coming. An event is believed about the moment, never about the content: an
/// entry must also have stayed as it is. Where neither speaks (a share) the time of the last change does, after a longer
/// wait, and where that lies ahead of the clock, only having been seen unchanged.
package struct ReadyTest: Sendable {
    /// Whether an entry may be claimed.
    package enum Verdict: Hashable, Sendable {
        /// Its name says that it is not meant for us.
        case ignored
        case ready
        /// It may be ready at the moment, if nothing happens to it.
        case wait(until: Instant)
    }

    /// How long an entry must have been left alone, in milliseconds.
    package enum Stillness {
        /// Behind the close of a writer.
        package static let closed = 250
        /// Without an event, where nobody has it open.
        package static let unknown = 2_000
        /// Without an event, where the kernel does not say whether anybody has it open: its writer may pause.
        package static let unseen = 60_000
        /// Made under our eyes and not closed, where the kernel says no more than that.
        ///
        /// The close should still come; it never does for a file that was only linked into the folder.
        package static let open = 600_000
        /// Between two looks at what somebody has open.
        static let held = 3_000...60_000
    }

    /// What is remembered of one entry that was not ready.
    private struct Memory {
        /// As last seen; `nil` before.
        var status: FileStatus?
        /// Since when it has been seen like that.
        var since: Instant
        /// What was told since it was last looked at.
        var news: InboxHint.Event?
        var newsAt: Instant
        /// What was told of it as it is.
        var event: InboxHint.Event?
        var scan: Int
    }

    private var memories: [FileName: Memory] = [:]
    private var scan = 0
    /// More than this is not remembered; such entries become ready by the time of their last change.
    private static let mostRemembered = 10_000

    package init() {}

    /// Notes an event.
    package mutating func note(_ event: InboxHint.Event, of name: FileName, at now: Instant) {
        guard !Self.isIgnored(name), memories[name] != nil || memories.count < Self.mostRemembered else { return }
        var memory = memories[name] ?? Memory(since: now, newsAt: now, scan: scan)
        memory.news = event
        memory.newsAt = now
        memories[name] = memory
    }

    /// Forgets every event: some were lost.
    package mutating func forgetEvents() {
        for name in memories.keys {
            memories[name]?.news = nil
            memories[name]?.event = nil
        }
    }

    /// Begins a look at the whole folder.
    package mutating func beginScan() { scan += 1 }

    /// Ends it: what was not met has gone.
    package mutating func endScan() { memories = memories.filter { $0.value.scan == scan } }

    /// Judges one entry as it is now.
    package mutating func verdict(
        _ name: FileName,
        _ status: FileStatus,
        writers: FileWriters,
        at now: Instant
    ) -> Verdict {
        guard !Self.isIgnored(name) else { return .ignored }
        // Nothing is ever written into a link, a FIFO or a device that we would take.
        guard status.kind == .regular else { return .ready }
        let memory = updated(memories[name], status, at: now)
        let readyAt = Self.readyAt(memory, status, writers, now: now)
        guard readyAt > now else {
            memories[name] = nil
            return .ready
        }
        if memories[name] != nil || memories.count < Self.mostRemembered { memories[name] = memory }
        return .wait(until: readyAt)
    }

    private func updated(_ known: Memory?, _ status: FileStatus, at now: Instant) -> Memory {
        var memory = known ?? Memory(since: now, newsAt: now, scan: scan)
        let isChanged = !(memory.status.map { status.looksUnchanged(since: $0) } ?? false)
        if let news = memory.news {
            memory.event = news
        } else if isChanged, memory.event != nil {
            // Somebody writes again without having closed.
            memory.event = .created
        }
        // The clock may have been set back.
        memory.since = isChanged ? now : min(memory.since, now)
        memory.newsAt = min(memory.newsAt, now)
        memory.status = status
        memory.news = nil
        memory.scan = scan
        return memory
    }

    private static func readyAt(
        _ memory: Memory,
        _ status: FileStatus,
        _ writers: FileWriters,
        now: Instant
    ) -> Instant {
        guard writers != .some else { return nextLook(atHeld: memory, now: now) }
        let modified = Instant(milliseconds: status.modified / 1_000_000)
        let isPlausible = modified <= now
        let isKnown = writers == .none
        switch memory.event {
        case .movedIn: return now
        case .closed:
            let last = isPlausible ? max(memory.newsAt, modified) : max(memory.newsAt, memory.since)
            return last.adding(milliseconds: Stillness.closed)
        case .created where !isKnown: return memory.since.adding(milliseconds: Stillness.open)
        case .created, nil:
            let last = isPlausible ? min(memory.since, modified) : memory.since
            return last.adding(milliseconds: isKnown ? Stillness.unknown : Stillness.unseen)
        }
    }

    /// The close of its writer is told where the folder is watched; elsewhere one that is silent for long is asked less often.
    private static func nextLook(atHeld memory: Memory, now: Instant) -> Instant {
        let silence = Int(now.milliseconds - memory.since.milliseconds)
        let wait = min(max(silence / 4, Stillness.held.lowerBound), Stillness.held.upperBound)
        return now.adding(milliseconds: wait)
    }
}

// MARK: Names

extension ReadyTest {
    /// Whether the name is one that programs give to what is not finished, or to what Windows notes of a folder.
    package static func isIgnored(_ name: FileName) -> Bool {
        let bytes = name.bytes
        if bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: "~") { return true }
        if bytes.starts(with: Array("~$".utf8)) { return true }
        let lowered = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
        if windowsNotes.contains(lowered) { return true }
        return unfinished.contains { lowered.count > $0.count && lowered.suffix($0.count).elementsEqual($0) }
    }

    private static let unfinished = [
        ".part", ".filepart", ".tmp", ".partial", ".crdownload", ".swp",
    ].map { Array($0.utf8) }

    private static let windowsNotes = ["thumbs.db", "desktop.ini"].map { Array($0.utf8) }
}

extension FileStatus {
    /// Whether nobody has written since, as far as can be seen; a change of rights does not count.
    fileprivate func looksUnchanged(since earlier: FileStatus) -> Bool {
        inode == earlier.inode && size == earlier.size && modified == earlier.modified
    }
}

extension Instant {
    /// The moment so many milliseconds later.
    func adding(milliseconds more: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(more)) }
}

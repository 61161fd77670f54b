internal import Feeds
internal import Files
internal import Glibc

/// The events of some reads, gathered: per entry the last one that matters.
struct InotifyNews {
    private(set) var entries: [FileName: InboxHint.Event] = [:]
    private(set) var hasOverflowed = false
    private(set) var isLost = false
    /// More entries at once are not told one by one.
    private static let mostEntries = 4_096

    /// Adds what one read gave; events of another watch than ours are old news.
    mutating func add(_ bytes: [UInt8], watch: Int32?) {
        var place = 0
        while let event = InotifyEvent(bytes, at: place) {
            place += event.length
            add(event, watch: watch)
        }
    }

    private mutating func add(_ event: InotifyEvent, watch: Int32?) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            hasOverflowed = true
            return
        }
        guard event.watch == watch else { return }
        if event.mask & Self.ends != 0 { isLost = true }
        guard event.name.isPlain, event.mask & UInt32(IN_ISDIR) == 0 else { return }
        if event.mask & UInt32(IN_MOVED_TO) != 0 {
            entries[event.name] = .movedIn
        } else if event.mask & UInt32(IN_CLOSE_WRITE) != 0 {
            entries[event.name] = .closed
        } else if event.mask & UInt32(IN_CREATE) != 0 {
            entries[event.name] = .created
        }
        if entries.count > Self.mostEntries { hasOverflowed = true }
    }

    private static let ends = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)
}

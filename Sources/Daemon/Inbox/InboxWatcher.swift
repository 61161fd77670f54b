internal import Dispatch
internal import Feeds
package import Files
internal import Glibc
internal import Indicators
internal import Synchronization

/// Watches the inbox with inotify.
///
/// Its word is a hint (reliability, section 2): `link()`, `truncate()`, NFS and CIFS make no event.
package final class InboxWatcher: Sendable {
    private let path: String
    private let descriptor: Int32
    private nonisolated(unsafe) let source: any DispatchSourceRead
    // Dispatch's objects may be used from any thread; the protocol does not say so.
    private let onHint: @Sendable (InboxHint) -> Void
    /// The descriptor of the watch, and the folder it is on; `nil` where it was lost.
    private let watch = Mutex<Watch?>(nil)

    private struct Watch {
        let number: Int32
        let folder: FileStatus
    }

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - path: of the inbox.
    ///   - onHint: is called on a queue of the watcher's own.
    /// - Throws: that there is nothing to watch, or no watch to be had.
    package init(path: String, onHint: @escaping @Sendable (InboxHint) -> Void) throws(FileSystemFault) {
        let made = SystemCall.make { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }
        descriptor = try made.orFault("watch", path.shownSafely())
        self.path = path
        self.onHint = onHint
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "inbox"))
        source.setCancelHandler { [descriptor] in close(descriptor) }
        // Every field is set from here on, so the handler may hold the watcher; weakly, so that it can end.
        source.setEventHandler { [weak self] in self?.read() }
        source.activate()
        do {
            try add()
        } catch {
            source.cancel()
            throw error
        }
    }

    deinit { source.cancel() }

    /// Watches again where the watch was lost or another folder has the path; call it with each timed scan.
    ///
    /// - Returns: whether there is a watch now.
    package func renew() -> Bool {
        let now = try? Directory.open(path).status()
        let isOn = watch.withLock { watch in
            watch.map { $0.folder.inode == now?.inode && $0.folder.device == now?.device } ?? false
        }
        return isOn || (try? add()) != nil
    }

    /// Ends watching.
    package func stop() { source.cancel() }

    private func add() throws(FileSystemFault) {
        let folder = try Directory.open(path).status()
        let added = SystemCall.make { inotify_add_watch(descriptor, path, Self.mask) }
        let number = try added.orFault("watch", path.shownSafely())
        let old = watch.withLock { watch in
            defer { watch = Watch(number: number, folder: folder) }
            return watch?.number
        }
        if let old, old != number { inotify_rm_watch(descriptor, old) }
    }

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK
    )
}

// MARK: Reading

extension InboxWatcher {
    private func read() {
        var news = InotifyNews()
        while let chunk = nextChunk() { news.add(chunk, watch: watch.withLock { $0?.number }) }
        if news.isLost {
            watch.withLock { $0 = nil }
            onHint(.watchLost(path.shownSafely()))
        }
        if news.hasOverflowed {
            onHint(.rescan)
        } else if !news.entries.isEmpty {
            onHint(.entries(news.entries))
        }
    }

    private func nextChunk() -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        return bytes.isEmpty ? nil : bytes
    }
}

internal import Feeds
package import Files
internal import Glibc
internal import Indicators
internal import Synchronization

/// Watches the inbox with inotify.
///
/// Its word is a hint (reliability, section 2): `link()`, `truncate()`, NFS and CIFS make no event. So where the system
/// refuses a watch, nothing is lost but time.
package final class InboxWatcher: Sendable {
    /// What an attempt to watch came to.
    package enum Renewal: Hashable, Sendable {
        /// The folder under the path is watched, as before.
        case watching
        /// It is watched from now on; what happened before was not seen.
        case begun(afterTrouble: Bool)
        case refused(FileSystemFault)
        /// For the same reason as the last time.
        case stillRefused
    }

    private struct State: Sendable {
        var instance: InotifyInstance?
        /// The descriptor of the watch, and the folder it is on; `nil` where it was lost.
        var watch: (number: Int32, folder: FileStatus)?
        var trouble: FileSystemFault?
        var isStopped = false
    }

    private let path: String
    private let inotify: Inotify
    private let onHint: @Sendable (InboxHint) -> Void
    private let state = Mutex(State())

    /// A watcher that does not watch yet: ``renew()`` begins.
    ///
    /// - Parameters:
    ///   - path: of the inbox.
    ///   - inotify: the calls, which tests refuse.
    ///   - onHint: is called on a queue of the watcher's own.
    package init(path: String, inotify: Inotify = .system, onHint: @escaping @Sendable (InboxHint) -> Void) {
        self.path = path
        self.inotify = inotify
        self.onHint = onHint
    }

    /// Begins to watch where there is no watch, or another folder has the path; call it with each scan.
    package func renew() -> Renewal {
        state.withLock { state in
            guard !state.isStopped, !isOn(state) else { return .watching }
            do throws(FileSystemFault) {
                try add(&state)
                defer { state.trouble = nil }
                return .begun(afterTrouble: state.trouble != nil)
            } catch {
                defer { state.trouble = error }
                return state.trouble == error ? .stillRefused : .refused(error)
            }
        }
    }

    /// Whether the folder that has the path now is watched.
    package var isWatching: Bool { state.withLock { isOn($0) } }

    /// Ends watching.
    package func stop() {
        state.withLock { state in
            state.instance = nil
            state.isStopped = true
        }
    }

    private func isOn(_ state: State) -> Bool {
        guard let watch = state.watch, let now = try? Directory.open(path).status() else { return false }
        return watch.folder.isSameEntry(as: now)
    }

    private func add(_ state: inout State) throws(FileSystemFault) {
        let folder = try Directory.open(path).status()
        let instance = try instance(&state)
        let added = inotify.watch(instance.descriptor, path, Self.mask)
        let number = try added.orFault("watch", path.shownSafely())
        if let old = state.watch?.number, old != number { inotify_rm_watch(instance.descriptor, old) }
        state.watch = (number, folder)
    }

    private func instance(_ state: inout State) throws(FileSystemFault) -> InotifyInstance {
        if let instance = state.instance { return instance }
        let descriptor = try inotify.begin().orFault("watch", path.shownSafely())
        // Weakly, so that the watcher can end.
        let instance = InotifyInstance(descriptor: descriptor) { [weak self] in self?.read() }
        state.instance = instance
        return instance
    }

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK
    )
}

// MARK: Reading

extension InboxWatcher {
    private func read() {
        let (instance, watch) = state.withLock { ($0.instance, $0.watch?.number) }
        guard let instance else { return }
        var news = InotifyNews()
        while let chunk = instance.nextChunk() { news.add(chunk, watch: watch) }
        if news.isLost {
            state.withLock { if $0.watch?.number == watch { $0.watch = nil } }
            onHint(.watchLost(path.shownSafely()))
        }
        if news.hasOverflowed {
            onHint(.rescan)
        } else if !news.entries.isEmpty {
            onHint(.entries(news.entries))
        }
    }
}

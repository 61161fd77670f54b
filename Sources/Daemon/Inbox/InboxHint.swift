package import Feeds

/// What inotify told of the inbox: where to look, never what is true.
package enum InboxHint: Hashable, Sendable {
    /// What happened to an entry.
    package enum Event: Hashable, Sendable {
        /// It was renamed into the folder.
        case movedIn
        /// A writer has closed it.
        case closed
        /// It has been made, and its writer has not closed it.
        case created
    }

    /// The last event of each entry.
    case entries([FileName: Event])
    /// Events were lost.
    case rescan
    /// The folder was removed, moved or unmounted: to be said loudly. ``InboxWatcher/renew()`` may find it again.
    case watchLost(String)
}

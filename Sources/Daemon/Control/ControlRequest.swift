package import Storage

/// What a command asks of the running daemon.
package enum ControlRequest: Hashable, Sendable {
    /// Take a file in by hand, or only say what would be taken in.
    case take(name: [UInt8], bytes: [UInt8], isDryRun: Bool)
    /// Make one whole pass now.
    case pass
    /// Try a mail again, or give it up.
    case queue(QueueOrder)
}

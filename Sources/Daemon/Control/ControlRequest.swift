package import Alerting
package import Storage

/// What a command asks of the running daemon.
///
/// Whoever reaches the socket may ask; only the daemon's own user and root may give orders.
package enum ControlRequest: Hashable, Sendable {
    /// Take a file in by hand, or only say what would be taken in.
    case take(name: [UInt8], HandedFile, isDryRun: Bool)
    /// Take in the file at an absolute path, or only say what would be taken in, without its bytes going over the socket.
    ///
    /// Where the daemon may not open it, or meets another file there, it answers with ``ControlResponse/notMet``.
    case takeAt(path: String, device: UInt64, inode: UInt64, isDryRun: Bool)
    /// Make one whole pass now.
    case pass
    /// Try a mail again, or give it up.
    case queue(QueueOrder)
    /// Take a value back, or all that one file brought.
    case withdraw(WithdrawalOrder)
    /// Keep that somebody, who may read the store, has hidden values shown.
    case disclose(DisclosureNote)
    /// Hand a mail to the relay, to see whether it takes it.
    case testMail(MailTestOrder)
    /// Do something with open alerts.
    case handle(HandlingOrder)
    /// Say whether the watch itself works, with figures; the answer has the exit status of a monitoring plugin.
    case health
    /// Show what the store holds.
    case show(ReportQuestion)

    package var kind: ControlKind {
        switch self {
        case .take: .take
        case .takeAt: .takeAt
        case .pass: .pass
        case .queue: .queue
        case .withdraw: .withdraw
        case .disclose: .disclose
        case .testMail: .testMail
        case .handle: .handle
        case .health: .health
        case .show: .show
        }
    }
}

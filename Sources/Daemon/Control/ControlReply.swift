internal import Synchronization

/// The place for the answer to one request: it is given once, and whoever drops it without an answer has given one too.
///
/// Whatever becomes of the work loop, the command at the other end of the socket is never left waiting.
final class ControlReply: Sendable {
    private let continuation: Mutex<CheckedContinuation<ControlResponse, Never>?>

    init(_ continuation: CheckedContinuation<ControlResponse, Never>) {
        self.continuation = Mutex(continuation)
    }

    deinit { give(.stopping) }

    /// Gives the answer; a second one is passed over.
    func give(_ response: ControlResponse) {
        let waiting = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(returning: response)
    }
}

extension ControlResponse {
    /// The answer of a daemon that does not come to it any more.
    static let stopping = ControlResponse(status: .tryAgainLater, words: "the daemon is stopping; try again later")

    /// The answer to an order that was begun, of which nobody hears any more how it ended.
    static let stoppedMeanwhile = ControlResponse(
        status: .ownFault,
        words: "the daemon stopped before it had answered: its log says whether it did what was asked"
    )

    /// An answer that says why there is none.
    init(status: ExitStatus, words: String) {
        self.init(status: status.rawValue, json: words, text: words)
    }

    /// The answer to a request that failed.
    init(failure error: any Error) {
        self.init(status: ExitStatus(of: error), words: wordsForPeople(about: error))
    }

    /// Whether it is the result that was asked for, however good or bad, and not the words for why there is none.
    package var isResult: Bool { ControlOutcome(status: status, json: json).isResult }
}

extension ControlOutcome {
    /// Whether the result that was asked for goes with it.
    var isResult: Bool {
        let statuses: [ExitStatus] = [.done, .incomplete, .dataRefused]
        return statuses.contains { $0.rawValue == status }
    }
}

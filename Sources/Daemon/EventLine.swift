internal import Dispatch
internal import Synchronization

/// The events that wait for the work loop.
///
/// Passes, writings and heartbeats do not pile up: one that waits covers whatever asks for another.
final class EventLine: Sendable {
    let events: AsyncStream<WorkLoop.Event>
    private let continuation: AsyncStream<WorkLoop.Event>.Continuation
    private let queue = DispatchQueue(label: "peilwacht.event-line")
    private let waiting = Mutex<Set<String>>([])

    init() {
        (events, continuation) = AsyncStream.makeStream()
    }

    /// Puts an event at the end of the line.
    func put(_ event: WorkLoop.Event) {
        if let kind = event.mergedKind {
            guard waiting.withLock({ $0.insert(kind).inserted }) else { return }
        }
        continuation.yield(event)
    }

    /// Puts an event at the end of the line, so many seconds from now.
    func put(_ event: WorkLoop.Event, after seconds: Double) {
        queue.asyncAfter(deadline: .now() + seconds) { [self] in put(event) }
    }

    /// Takes nothing more: whoever waits for the answer to a request, or asks from now on, is told that the daemon is stopping
    /// (``ControlReply``).
    func end() async {
        continuation.finish()
        for await _ in events {}
    }

    /// Notes that the event is being handled: what is put from now on is handled after it.
    func took(_ event: WorkLoop.Event) {
        guard let kind = event.mergedKind else { return }
        _ = waiting.withLock { $0.remove(kind) }
    }
}

extension WorkLoop.Event {
    /// The name under which equal events are merged; `nil` for those that each need an answer.
    fileprivate var mergedKind: String? {
        switch self {
        case .pass: "pass"
        case .writeOutputs: "writeOutputs"
        case .heartbeat: "heartbeat"
        case .reload: "reload"
        case .request: nil
        }
    }
}

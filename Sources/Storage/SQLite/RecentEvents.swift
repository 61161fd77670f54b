internal import Alerting

/// The events that were committed last, kept until the log has them: it need not read back what was just written.
struct RecentEvents: Sendable {
    private var events: [AlertEvent] = []

    /// Keeps the events of a commit in the place of those before; none changes nothing.
    mutating func keep(_ committed: [AlertEvent]) {
        if !committed.isEmpty { events = committed }
    }

    /// The events behind a number; `nil` where it has to be looked up.
    ///
    /// Whoever has come to the end needs them no more.
    mutating func take(after seq: Int, limit: Int) -> [AlertEvent]? {
        guard let first = events.first?.seq, let last = events.last?.seq, (first - 1..<last).contains(seq) else {
            return nil
        }
        let found = Array(events[(seq + 1 - first)...].prefix(limit))
        if found.last?.seq == last { events = [] }
        return found
    }
}

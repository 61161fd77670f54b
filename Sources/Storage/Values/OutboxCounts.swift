package import Indicators

/// The size of the outbox.
package struct OutboxCounts: Hashable, Sendable {
    package let waiting: Int
    /// Those that nobody has dropped.
    package let failed: Int
    /// When the oldest waiting message was made.
    package let oldestWaiting: Instant?

    package init(waiting: Int, failed: Int, oldestWaiting: Instant?) {
        self.waiting = waiting
        self.failed = failed
        self.oldestWaiting = oldestWaiting
    }
}

internal import Indicators
internal import Synchronization

/// A clock that shows what it is set to.
final class RehearsalClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    func set(_ now: Instant) { moment.withLock { $0 = now } }

    /// As the daemon reads it; it never leaps.
    var wallClock: WallClock {
        WallClock(now: { self.moment.withLock { $0 } }, sinceBoot: { self.moment.withLock { $0.milliseconds } })
    }
}

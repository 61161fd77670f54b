internal import Indicators
internal import Synchronization

/// Tells systemd that the work goes on, from the work itself.
///
/// It may be called as often as the work likes and from whatever thread it runs on: a timer of its own would go on
/// ticking while the work hangs.
final class Heartbeat: Sendable {
    private struct State {
        var watchdog: Watchdog
        var lastPing: Instant?
    }

    /// `nil` where systemd does not ask.
    private let state: Mutex<State?>
    private let notifier: SystemdNotifier
    private let now: @Sendable () -> Instant

    init(_ watchdog: Watchdog?, notifier: SystemdNotifier, now: @escaping @Sendable () -> Instant) {
        state = Mutex(watchdog.map { State(watchdog: $0) })
        self.notifier = notifier
        self.now = now
    }

    /// The seconds between two pings, where systemd asks for them.
    var interval: Double? { state.withLock { $0?.watchdog.interval } }

    /// Notes that the work goes on; pings systemd, at most once a second, unless another loop hangs.
    func beat() {
        let now = now()
        let pings = state.withLock { state in
            // A clock that was put back does not keep from pinging.
            if let last = state?.lastPing, last <= now, now < last.adding(seconds: 1) { return false }
            guard state?.watchdog.allowsPing(at: now) == true else { return false }
            state?.lastPing = now
            return true
        }
        if pings { notifier.watchdog() }
    }

    /// Watches over a loop, which has to show progress at least every so many seconds.
    func expect(_ loop: String, every seconds: Int) {
        let now = now()
        state.withLock { $0?.watchdog.expect(loop, every: seconds, from: now) }
    }

    /// Notes that a loop has done some work.
    func advance(_ loop: String) {
        let now = now()
        state.withLock { $0?.watchdog.advance(loop, at: now) }
    }

    /// Ends watching over a loop that has nothing to do now.
    func forget(_ loop: String) { state.withLock { $0?.watchdog.forget(loop) } }
}

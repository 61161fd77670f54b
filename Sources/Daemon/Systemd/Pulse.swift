internal import Indicators
internal import Synchronization

/// The sign of life that systemd is given, from whichever thread is at work.
///
/// It is called from the work itself, between its pieces: that it is called at all is the progress.
final class Pulse: Sendable {
    /// The daemon is to stop, and what was being done is left for its next start.
    struct Stopped: Error {}

    private struct State {
        var isStopped = false
        var watchdog: Watchdog?
        /// When systemd was last told.
        var last: Instant?
    }

    private let state: Mutex<State>
    private let clock: @Sendable () -> Instant
    private let tell: @Sendable () -> Void

    /// A pulse that tells by `tell`; none where systemd asks for none.
    init(_ watchdog: Watchdog?, clock: @escaping @Sendable () -> Instant, tell: @escaping @Sendable () -> Void) {
        state = Mutex(State(watchdog: watchdog))
        self.clock = clock
        self.tell = tell
    }

    /// The seconds between two signs; `nil` where none is asked for.
    var interval: Double? { state.withLock { $0.watchdog?.interval } }

    /// Says that the work goes on; however often it is called, systemd is told a few times in each interval only.
    func beat() {
        if state.withLock({ isDue(&$0) }) { tell() }
    }

    /// Says that the work goes on; throws ``Stopped`` where it is not to.
    func goOn() throws {
        if state.withLock(\.isStopped) { throw Stopped() }
        beat()
    }

    /// Lets long work end at its next piece.
    func stop() { state.withLock { $0.isStopped = true } }

    private func isDue(_ state: inout State) -> Bool {
        guard let watchdog = state.watchdog else { return false }
        let now = clock()
        let pause = Int(watchdog.interval * 250)
        // A clock that was put back tells nothing of when the last one was.
        if let last = state.last, last <= now, now < last.adding(milliseconds: pause) { return false }
        guard watchdog.allowsPing(at: now) else { return false }
        state.last = now
        return true
    }

    /// Changes what is watched over.
    func change(_ change: (inout Watchdog, Instant) -> Void) {
        state.withLock { state in
            guard var watchdog = state.watchdog else { return }
            change(&watchdog, clock())
            state.watchdog = watchdog
        }
    }
}

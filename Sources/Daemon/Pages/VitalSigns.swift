internal import Indicators
internal import Synchronization

/// When each part of the daemon last did its work, for whoever asks whether it still does.
///
/// The parts note it, and nothing decides by it: a part that is stuck shows by a moment that grows old.
final class VitalSigns: Sendable {
    struct Signs: Hashable, Sendable {
        /// When the daemon started.
        var startedAt: Instant
        /// When a whole pass of the work loop ended.
        var passedAt: Instant?
        /// When the relay loop last looked whether anything is due; `nil` before, and where there is no relay.
        var relayedAt: Instant?
        /// When the configuration was last read, and whether it was taken over.
        var configuredAt: Instant?
        var configurationIsFaulty = false
        /// Why it was not taken over although it has no fault: what has changed needs a restart.
        var configurationComplaint: String?
    }

    private let state: Mutex<Signs>

    init(startedAt: Instant) {
        state = Mutex(Signs(startedAt: startedAt))
    }

    var signs: Signs { state.withLock { $0 } }

    func note(_ change: (inout Signs) -> Void) { state.withLock { change(&$0) } }
}

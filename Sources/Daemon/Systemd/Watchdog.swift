package import Indicators

/// Decides when systemd is told that the work goes on: only while every loop has shown progress lately.
///
/// A timer of its own would go on ticking while the work hangs.
package struct Watchdog: Sendable {
    /// The seconds between two pings: half of what systemd allows.
    package let interval: Double
    private var allowances: [String: Int] = [:]
    private var progress: [String: Instant] = [:]

    /// A watchdog as systemd asks for it; `nil` where it does not ask.
    package init?(environment: [String: String]) {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0 else {
            return nil
        }
        interval = Double(microseconds) / 2_000_000
    }

    /// Watches over a loop, which has to show progress at least every so many seconds.
    package mutating func expect(_ loop: String, every seconds: Int, from now: Instant) {
        allowances[loop] = seconds
        progress[loop] = now
    }

    /// Ends watching over a loop that has nothing to do now.
    package mutating func forget(_ loop: String) {
        allowances[loop] = nil
        progress[loop] = nil
    }

    /// Notes that a loop has done some work.
    package mutating func advance(_ loop: String, at now: Instant) { progress[loop] = now }

    /// Whether systemd may be told so at the moment.
    ///
    /// Moments are of a clock that does not leap; one that was put back counts as progress all the same.
    package func allowsPing(at now: Instant) -> Bool {
        allowances.allSatisfy { loop, seconds in
            guard let last = progress[loop] else { return false }
            return now <= last.adding(seconds: seconds)
        }
    }
}

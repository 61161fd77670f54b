internal import Glibc
package import Indicators

/// Where the time comes from: the one place that reads a clock.
package struct WallClock: Sendable {
    /// The moment it is now.
    package let now: @Sendable () -> Instant

    /// The clock of the machine.
    package static let system = WallClock(now: systemNow)

    /// A clock that stands still.
    package static func fixed(_ instant: Instant) -> WallClock { WallClock { instant } }

    /// A clock that shows `start` now and runs on from there.
    package static func running(from start: Instant) -> WallClock {
        let begun = systemNow()
        return WallClock { Instant(milliseconds: start.milliseconds + systemNow().milliseconds - begun.milliseconds) }
    }

    private static func systemNow() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

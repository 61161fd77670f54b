internal import Glibc
package import Indicators

/// Where the time comes from: the one place that reads a clock.
package struct WallClock: Sendable {
    /// The moment it is now.
    package let now: @Sendable () -> Instant
    /// The milliseconds since the machine began, sleep included: nobody can put them forward or back.
    package let sinceBoot: @Sendable () -> Int64

    package init(now: @escaping @Sendable () -> Instant, sinceBoot: @escaping @Sendable () -> Int64) {
        self.now = now
        self.sinceBoot = sinceBoot
    }

    /// The clock of the machine.
    package static let system = WallClock(
        now: { read(CLOCK_REALTIME) },
        sinceBoot: { read(CLOCK_BOOTTIME).milliseconds }
    )

    /// A clock that stands still.
    package static func fixed(_ instant: Instant) -> WallClock { WallClock(now: { instant }, sinceBoot: { 0 }) }

    /// A clock that shows `start` now and runs on from there.
    package static func running(from start: Instant) -> WallClock {
        let begun = system.now()
        return WallClock(
            now: { Instant(milliseconds: start.milliseconds + system.now().milliseconds - begun.milliseconds) },
            sinceBoot: system.sinceBoot
        )
    }

    /// A moment for measuring how long something takes: it has no date, and no leap of the clock moves it.
    static func steady() -> Instant { Instant(milliseconds: system.sinceBoot()) }

    private static func read(_ clock: clockid_t) -> Instant {
        var time = timespec()
        clock_gettime(clock, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

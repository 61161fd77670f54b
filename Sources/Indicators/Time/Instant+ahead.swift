extension Instant {
    /// Whether a moment that was noted lies so far ahead of the clock that another clock than this one must have noted it.
    ///
    /// Clocks are corrected by seconds all the time, and that is no leap.
    package func isAhead(of now: Instant) -> Bool { self > now.adding(seconds: Self.leastLeap) }

    /// So many seconds are a leap of the clock.
    package static let leastLeap = 300
}

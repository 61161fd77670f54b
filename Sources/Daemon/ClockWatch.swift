internal import Indicators

/// Notices when the clock leaps, by the time that has really passed between two looks at it.
struct ClockWatch: Sendable {
    private var last: (shown: Instant, sinceBoot: Int64)?

    /// Notes what the clock shows.
    ///
    /// - Parameters:
    ///   - shown: the moment it is by the clock.
    ///   - sinceBoot: the milliseconds since the machine began.
    /// - Returns: by how many seconds the clock was put forward (or back, below 0) since the last look; `nil` where it
    ///   goes as it should.
    mutating func leap(shown: Instant, sinceBoot: Int64) -> Int? {
        defer { last = (shown, sinceBoot) }
        guard let last else { return nil }
        let seconds = (shown.milliseconds - last.shown.milliseconds - (sinceBoot - last.sinceBoot)) / 1000
        return abs(seconds) >= Int64(Instant.leastLeap) ? Int(seconds) : nil
    }
}

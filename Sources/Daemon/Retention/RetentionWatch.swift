/// When what is old enough may be removed: once a day, and never by a clock that has not proved itself.
///
/// What is removed does not come back. A clock that leaps ahead would make everything old, so it has to have gone on evenly
/// for an hour, by the time that passes whatever the clock shows.
struct RetentionWatch: Sendable {
    /// Since when the clock goes on evenly, in milliseconds since the machine began.
    private var evenSince: Int64?
    private var lastRun: Int64?

    private static let proof: Int64 = 60 * 60 * 1000
    private static let day: Int64 = 24 * 60 * 60 * 1000

    /// Notes that the clock has leapt.
    mutating func distrust() { evenSince = nil }

    /// Whether it is time, by the milliseconds since the machine began.
    mutating func isDue(sinceBoot: Int64) -> Bool {
        guard let evenSince else {
            self.evenSince = sinceBoot
            return false
        }
        return sinceBoot - evenSince >= Self.proof && lastRun.map { sinceBoot - $0 >= Self.day } ?? true
    }

    /// Notes that everything that was old enough is removed; where some is left the next pass goes on.
    mutating func ran(sinceBoot: Int64) { lastRun = sinceBoot }
}

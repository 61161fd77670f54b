/// What the text of a period says.
///
/// What may mean two things is never settled by a guess: `1/2/2023` is a day in February or in January.
package enum PeriodReading: Hashable, Sendable {
    case period(Period)
    /// A code of CBS for a period of which Peilwacht has no series.
    case unwatched(UnwatchedPeriod)
    /// It may mean each of these, or something else: it has to be written so.
    case unclear([Period])
    case unreadable

    /// Reads every notation that is known; the star of provisional figures is no part of it.
    package init(_ text: some StringProtocol) {
        let text = String(text)
        if let period = Period(usual: text) {
            self = .period(period)
        } else if text.utf8.count > Self.longest {
            self = .unreadable
        } else if let kind = UnwatchedPeriod(code: text) {
            self = .unwatched(kind)
        } else {
            self = PeriodTokens(Self.withoutMidnight(text)).map(PeriodShapes.read) ?? .unreadable
        }
    }

    private static let longest = 48

    /// The day without the midnight that programs write behind it: `2023-01-01T00:00:00`.
    private static func withoutMidnight(_ text: String) -> String {
        let end = text.hasSuffix("Z") ? text.dropLast() : text[...]
        for time in ["00:00:00.000", "00:00:00", "00:00"] where end.hasSuffix(time) {
            let day = end.dropLast(time.count)
            if day.hasSuffix("T") || day.hasSuffix(" ") { return String(day.dropLast()) }
        }
        return text
    }
}

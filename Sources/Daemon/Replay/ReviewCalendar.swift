internal import Indicators

/// When which series has to be looked at again, whatever comes in.
///
/// Series share their days, so that there are few moments, however many series there are.
struct ReviewCalendar {
    private var days: [Instant: Set<SeriesKey>] = [:]
    private var moments: [SeriesKey: Instant] = [:]

    /// The first moment at which there is a review.
    var first: Instant? { days.keys.min() }

    /// Sets the review of a series; without a moment it has none.
    mutating func set(_ moment: Instant?, of series: SeriesKey) {
        if let before = moments[series] {
            days[before]?.remove(series)
            if days[before]?.isEmpty ?? false { days[before] = nil }
        }
        moments[series] = moment
        if let moment { days[moment, default: []].insert(series) }
    }

    /// Takes out the series whose time has come.
    mutating func take(until now: Instant) -> Set<SeriesKey> {
        let due = days.filter { $0.key <= now }
        for (moment, series) in due {
            days[moment] = nil
            for key in series { moments[key] = nil }
        }
        return due.values.reduce(into: []) { $0.formUnion($1) }
    }
}

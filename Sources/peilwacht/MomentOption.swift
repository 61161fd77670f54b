import Indicators

/// A moment, or a date, which means its first moment or its last one.
func moment(
    _ text: String,
    _ option: String,
    in zone: LocalZone,
    isEnd: Bool = false
) throws(Failure) -> Instant {
    if let moment = zone.moment(text) { return moment }
    guard let date = CalendarDate(text) else {
        throw Failure(
            .usage,
            "peilwacht: \(option) '\(text.shownSafely())' cannot be read; write '2026-04-01' or '2026-04-01T08:00'"
        )
    }
    guard isEnd else { return zone.start(of: date) }
    return Instant(milliseconds: zone.start(of: date.adding(days: 1)).milliseconds - 1)
}

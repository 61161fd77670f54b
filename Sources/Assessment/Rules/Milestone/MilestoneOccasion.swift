package import Indicators

/// The time at which a milestone that recurs has to be done now: once in this stretch of its cadence.
package struct MilestoneOccasion: Hashable, Sendable, Codable {
    /// The first period of the stretch; the same as the last, but where it is done once in several periods.
    package let first: Period
    /// The last period, by whose end it has to be done.
    package let last: Period

    package init(first: Period, last: Period) {
        self.first = first
        self.last = last
    }

    /// The stretch that matters on a day: the one that was missed last, until it is done after all, else the present one.
    ///
    /// `nil` for a milestone that does not recur.
    init?(of series: SeriesSubject, on today: CalendarDate) {
        let cadence = series.indicator.cadence
        guard series.indicator.recurs, let start = cadence.first else { return nil }
        let present = cadence.lastBegun(from: start, on: today) ?? start
        let before = cadence.expected(from: start) { $0 < present }.last
        let days = series.history.observations.filter { $0.observation.milestoneStatus == .done }.map(\.period.end)
        let missed = before.flatMap { before in
            days.contains { $0 >= cadence.windowStart(of: before) } ? nil : before
        }
        self.init(missed ?? present, cadence)
    }

    private init(_ period: Period, _ cadence: Cadence) {
        self.init(first: Period(period.kind, containing: cadence.windowStart(of: period)) ?? period, last: period)
    }

    /// Whether a report says something of this time.
    func isTold(by report: RecordedObservation) -> Bool { report.period.end >= first.start }
}

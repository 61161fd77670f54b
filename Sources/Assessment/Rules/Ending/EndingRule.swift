package import Indicators

/// The rule `ending`: money that ends, or that nobody is certain of, gives a warning in good time.
///
/// From so many days before the last day the warning stands; it goes when the configuration names a later day or none, and
/// when money comes in for a time after that day: what arrives has not ended.
package struct EndingRule: Rule {
    package typealias Evidence = EndingEvidence

    package init(_ parameters: NoParameters) {}

    package func applies(to indicator: Indicator) -> Bool { indicator.ending != nil }

    package func fingerprint(of indicator: Indicator) -> [String] {
        indicator.ending.map { ["ends \($0.date) \($0.warningDays)\($0.isUncertain ? " uncertain" : "")"] } ?? []
    }

    /// Judges whether the end is near or past.
    ///
    /// In order it has nothing to say about the light.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let ending = series.indicator.ending else {
            preconditionFailure("The rule judges only what has an end.")
        }
        let received = Self.received(since: ending, in: series)
        let remaining = Self.remaining(after: ending, in: series)
        let reason = Self.reason(ending, hasReceived: received != nil, hasRemaining: remaining != nil, on: today)
        let evidence = EndingEvidence(
            reason: reason,
            date: ending.date,
            warnedFrom: ending.warningStart,
            remaining: remaining,
            receivedFor: received?.period
        )
        switch reason {
        case .goesOn, .receivedSince, .partHasEnded: return Finding(.inOrder, evidence, light: nil)
        case .endsSoon, .hasEnded, .partEndsSoon, .uncertainSoon, .uncertain:
            return Finding(.deviates(.warning), evidence, period: Period(.day, containing: ending.date))
        }
    }

    private static func reason(
        _ ending: Ending,
        hasReceived: Bool,
        hasRemaining: Bool,
        on today: CalendarDate
    ) -> EndingReason {
        guard !hasReceived else { return .receivedSince }
        guard today >= ending.warningStart else { return .goesOn }
        let isPast = today > ending.date
        if ending.isUncertain { return isPast ? .uncertain : .uncertainSoon }
        if hasRemaining { return isPast ? .partHasEnded : .partEndsSoon }
        return isPast ? .hasEnded : .endsSoon
    }

    /// What came in for a time after the last day: the latest of it.
    private static func received(since ending: Ending, in series: SeriesSubject) -> RecordedObservation? {
        series.history.observations.last { $0.period.start > ending.date && $0.value != .zero }
    }

    /// The budget of the first year after the last day, where there is one: what stays.
    private static func remaining(after ending: Ending, in series: SeriesSubject) -> ExactDecimal? {
        guard series.indicator.budget != nil else { return nil }
        let later = series.targets.filter { $0.goal == nil && $0.period.start > ending.date }
        let first = later.min { $0.period < $1.period }
        return first.flatMap { series.bound(of: $0)?.value }.flatMap { $0 == .zero ? nil : $0 }
    }

    /// The day on which the warning begins, then the day after the end.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        guard let ending = series.indicator.ending else { return nil }
        return [ending.warningStart, ending.date.adding(days: 1)].first { $0 > today }
    }

    /// Where the configuration names no end any more, it goes on.
    package static func lapse(of told: EndingEvidence) -> EndingEvidence? {
        EndingEvidence(reason: .goesOn, date: told.date, warnedFrom: told.warnedFrom)
    }
}

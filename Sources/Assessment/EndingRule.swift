package import Indicators

/// The rule `ending`: money that ends gives a warning in good time.
///
/// From so many days before the last day the warning stands; it goes when the configuration names a later day or none.
package struct EndingRule: Sendable {
    package init() {}

    /// Judges whether the end is near or past; `nil` for what goes on.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding? {
        guard let ending = series.indicator.ending else { return nil }
        guard today >= ending.warningStart else { return Finding(.ending, .inOrder, .goesOn) }
        let reason: Reason = today > ending.date ? .hasEnded : .endsSoon
        return Finding(.ending, .deviates(.warning), reason, period: Period(.day, containing: ending.date))
    }

    /// The next day on which the finding changes by itself.
    func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        guard let ending = series.indicator.ending else { return nil }
        return [ending.warningStart, ending.date.adding(days: 1)].first { $0 > today }
    }
}

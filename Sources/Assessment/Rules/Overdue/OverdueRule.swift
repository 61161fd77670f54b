package import Indicators

/// The rule `overdue`: no value by the due date of a period.
///
/// Which values are awaited ``Expectation`` says. Where the newest is missing the light is grey: good news does not outlive
/// the day on which new figures were due. What is missing behind a newer value makes amber of a newest value that is well:
/// that value is judged, but the series is not whole. Of a milestone whose date has passed without word the rule
/// `milestone` tells, and this one is silent: that its report is late as well is no second problem.
package struct OverdueRule: Rule {
    package typealias Evidence = OverdueEvidence

    package init(_ parameters: NoParameters) {}

    package func applies(to indicator: Indicator) -> Bool { true }

    /// Judges which periods are overdue on a day.
    ///
    /// - Parameters:
    ///   - series: the series; a derived one is never overdue itself, since its inputs are.
    ///   - today: the local date.
    /// - Returns: the overdue periods, or that all is in time.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let expectation = Expectation(of: series, on: today)
        let evidence = OverdueEvidence(
            overdue: expectation.overdue,
            next: expectation.next,
            latest: series.indicator.isMilestone ? nil : series.history.latest?.period,
            isToldWithDate: series.indicator.isMilestone && MilestoneRule.tellsOfPassedDate(of: series, on: today)
        )
        guard evidence.reason != .toldWithDate, let first = expectation.overdue.first else {
            return Finding(.inOrder, evidence, light: nil, period: series.history.latest?.period)
        }
        let light: Light? =
            switch evidence.reason {
            case .overdue, .onTime, .toldWithDate: .grey
            case .gap: .amber
            }
        return Finding(.deviates(.warning), evidence, light: light, period: first.period)
    }

    /// The day after the next value is due.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        Expectation(of: series, on: today).next?.date.adding(days: 1)
    }
}

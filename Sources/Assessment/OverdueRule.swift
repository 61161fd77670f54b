package import Indicators

/// The rule `overdue`: no value by the due date of a period.
///
/// Periods are expected from the first one that the cadence names, else from the first one that has a value, else from
/// the first one that has a target. A gap before the latest value is no longer waited for. What is awaited of a milestone is
/// its report.
package struct OverdueRule: Sendable {
    package init() {}

    /// Judges which periods are overdue on a day.
    ///
    /// - Parameters:
    ///   - series: the series; a derived one is never overdue itself, since its inputs are.
    ///   - today: the local date.
    /// - Returns: the overdue periods, or that all is in time.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let overdue = awaited(series) { $0 < today }
        guard let first = overdue.first else {
            return Finding(.overdue, .inOrder, .onTime, period: series.history.latest?.period)
        }
        return Finding(.overdue, .deviates(.warning), .overdue, period: first, overduePeriods: overdue)
    }

    /// The first period that is awaited and not yet overdue; `nil` for a derived series or one without a beginning.
    package func nextDue(for series: SeriesSubject, on today: CalendarDate) -> Period? {
        guard let first = firstAwaited(series) else { return nil }
        let overdue = awaited(series) { $0 < today }
        return overdue.last.map { series.indicator.cadence.step(from: $0) } ?? first
    }

    /// The periods after the latest value, as long as their due dates satisfy the condition.
    private func awaited(_ series: SeriesSubject, while isDue: (CalendarDate) -> Bool) -> [Period] {
        guard let first = firstAwaited(series) else { return [] }
        let cadence = series.indicator.cadence
        return cadence.expected(from: first) { isDue(cadence.dueDate(of: $0)) }
    }

    private func firstAwaited(_ series: SeriesSubject) -> Period? {
        guard series.indicator.derivation == nil, let start = start(of: series) else { return nil }
        let cadence = series.indicator.cadence
        guard series.indicator.isMilestone else {
            guard let latest = series.history.latest?.period else { return start }
            return cadence.expected(from: start) { $0 <= latest }.last.map { cadence.step(from: $0) } ?? start
        }
        return firstReportAwaited(series, from: start)
    }

    /// A milestone's report counts for the periods that were over on its day; when it is done or stopped, no more are
    /// awaited.
    private func firstReportAwaited(_ series: SeriesSubject, from start: Period) -> Period? {
        guard let latest = series.history.observations.max(by: { $0.period.end < $1.period.end }) else { return start }
        let status = latest.observation.milestoneStatus
        guard status != .done, status != .stopped else { return nil }
        let cadence = series.indicator.cadence
        return cadence.expected(from: start) { $0.end <= latest.period.end }.last.map { cadence.step(from: $0) }
            ?? start
    }

    private func start(of series: SeriesSubject) -> Period? {
        let cadence = series.indicator.cadence
        return cadence.first
            ?? series.history.observations.first.flatMap { Period(cadence.kind, containing: $0.period.end) }
            ?? series.targets.map(\.period).filter { $0.kind == cadence.kind }.min()
    }
}

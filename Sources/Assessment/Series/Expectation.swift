internal import Indicators

/// Which values, or reports, are awaited of a series and by when.
///
/// Periods are expected from the first one that the cadence names, else from the first one that has a value, else from
/// the first one that has a target. A gap before the latest value is no longer waited for. What is awaited of a milestone
/// is its report.
struct Expectation {
    private let series: SeriesSubject
    /// The periods whose due date has passed on the day, without a value.
    private(set) var overdue: [DuePeriod] = []
    /// The first period that is awaited and not yet overdue; `nil` for a derived series or one without a beginning.
    private(set) var next: DuePeriod?

    init(of series: SeriesSubject, on today: CalendarDate) {
        self.series = series
        guard let first = firstAwaited else { return }
        overdue = cadence.expected(from: first) { cadence.dueDate(of: $0) < today }.map(due)
        next = (overdue.last.map { cadence.step(from: $0.period) } ?? first).map(due)
    }

    private var cadence: Cadence { series.indicator.cadence }

    private func due(_ period: Period) -> DuePeriod { DuePeriod(period: period, date: cadence.dueDate(of: period)) }

    /// A derived series is never awaited itself, since its inputs are.
    private var firstAwaited: Period? {
        guard series.indicator.derivation == nil, let start else { return nil }
        guard !series.indicator.isMilestone else { return firstReportAwaited(from: start) }
        guard let latest = series.history.latest?.period else { return start }
        return cadence.expected(from: start) { $0 <= latest }.last.map { cadence.step(from: $0) } ?? start
    }

    /// A milestone's report counts for the periods that were over on its day; when it is done or stopped, no more are
    /// awaited.
    private func firstReportAwaited(from start: Period) -> Period? {
        guard let latest = series.history.observations.max(by: { $0.period.end < $1.period.end }) else { return start }
        switch latest.observation.milestoneStatus {
        case .done, .stopped: return nil
        case .onSchedule, .delayed, .postponed, .notStarted, .unknown, nil: break
        }
        return cadence.expected(from: start) { $0.end <= latest.period.end }.last.map { cadence.step(from: $0) }
            ?? start
    }

    private var start: Period? {
        cadence.first
            ?? series.history.observations.first.flatMap { Period(cadence.kind, containing: $0.period.end) }
            ?? series.targets.map(\.period).filter { $0.kind == cadence.kind }.min()
    }
}

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
        let passed = cadence.expected(from: first) { cadence.dueDate(of: $0) < today }
        overdue = passed.filter { !series.unasked.contains($0) }.map(due)
        next = nextAsked(from: passed.last.map { cadence.step(from: $0) } ?? first).map(due)
    }

    private var cadence: Cadence { series.indicator.cadence }

    /// The first period from this one on of which something is asked; `nil` where the path has ended.
    private func nextAsked(from start: Period?) -> Period? {
        var period = start
        for _ in 0..<series.unasked.periods.count + 1 {
            guard let asked = period, series.unasked.contains(asked) else { return period }
            period = cadence.step(from: asked)
        }
        return nil
    }

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
        guard !series.indicator.recurs else { return firstOccasionAwaited(from: start, latest) }
        switch latest.observation.milestoneStatus {
        case .done, .stopped: return nil
        case .onSchedule, .delayed, .postponed, .notStarted, .unknown, nil: break
        }
        return cadence.expected(from: start) { $0.end <= latest.period.end }.last.map { cadence.step(from: $0) }
            ?? start
    }

    /// Of what recurs, a report that it was done counts for the period of that day, any other for those that were over.
    private func firstOccasionAwaited(from start: Period, _ latest: RecordedObservation) -> Period? {
        let done = series.history.observations.filter { $0.observation.milestoneStatus == .done }.map(\.period.end)
            .max()
        let kept = done.flatMap { cadence.lastBegun(from: start, on: $0) }
        let reported = cadence.expected(from: start) { $0.end <= latest.period.end }.last
        return [kept, reported].compactMap(\.self).max().map { cadence.step(from: $0) } ?? start
    }

    private var start: Period? {
        cadence.first
            ?? series.history.observations.first.flatMap { Period(cadence.kind, containing: $0.period.end) }
            ?? series.targets.map(\.period).filter { $0.kind == cadence.kind }.min()
    }
}

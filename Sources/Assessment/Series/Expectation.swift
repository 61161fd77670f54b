internal import Indicators

/// Which values, or reports, are awaited of a series and by when.
///
/// Periods are expected from the first one that the cadence names, else from the first one that has a value or a target; not those of which the document asks nothing (`-`). Each stays awaited until it has
/// its value, also behind a newer one. A series that exists only since a file brought it begins with its first value: what
/// nobody asked for is not missing before. What is awaited of a milestone is its report.
struct Expectation {
    private let series: SeriesSubject
    /// The periods whose due date has passed on the day, without a value.
    private(set) var overdue: [DuePeriod] = []
    /// The first period that is awaited and not yet overdue; `nil` for a derived series or one without a beginning.
    private(set) var next: DuePeriod?

    /// The values that count as delivered: one that was taken in while its period ran is no figure of the whole of it.
    private let delivered: [RecordedObservation]
    /// Of a milestone that recurs, its turns until the day.
    private let turns: MilestoneTurns?

    init(of series: SeriesSubject, on today: CalendarDate) {
        self.series = series
        delivered = series.history.observations.all { !$0.isOfUnfinishedPeriod }
        turns = MilestoneTurns(of: series, on: today)
        guard let first = firstAwaited else { return }
        let known = known(from: first)
        var period: Period? = first
        // Bounded, so that a mistake in a date cannot keep the daemon busy.
        for _ in 0..<10_000 {
            guard let awaited = period else { return }
            period = cadence.step(from: awaited)
            guard !hasEnded(at: awaited) else { return }
            guard !known.contains(awaited), !series.unasked.contains(awaited) else { continue }
            guard cadence.dueDate(of: awaited) < today else {
                next = due(awaited)
                return
            }
            overdue.append(due(awaited))
        }
    }

    private var cadence: Cadence { series.indicator.cadence }

    /// The periods from the first one awaited on that have their value, or the report that tells of them.
    private func known(from first: Period) -> Set<Period> {
        if let turns { return Set(turns.turns.filter(\.isTold).map(\.occasion.last)) }
        let isBehindAll = delivered.last.map { first > $0.period } ?? true
        return series.indicator.isMilestone || isBehindAll ? [] : Set(delivered.compactMap(slot))
    }

    private func due(_ period: Period) -> DuePeriod { DuePeriod(period: period, date: cadence.dueDate(of: period)) }

    /// The period of the cadence that an observation is the value of.
    private func slot(_ observation: RecordedObservation) -> Period? {
        observation.period.kind == cadence.kind
            ? observation.period : Period(cadence.kind, containing: observation.period.end)
    }

    /// Whether the path has ended with a `-`, or what recurs was stopped: nothing is asked of any later period.
    private func hasEnded(at period: Period) -> Bool {
        if let turns, turns.hasEnded, let last = turns.turns.last { return period > last.occasion.last }
        return series.unasked.contains(period) && series.unasked.periods.last.map { $0 < period } ?? false
    }

    /// A derived series is never awaited itself, since its inputs are.
    private var firstAwaited: Period? {
        guard series.indicator.derivation == nil, let start else { return nil }
        guard !series.indicator.isMilestone else { return firstReportAwaited(from: start) }
        return afterUnbrokenRun(from: start)
    }

    /// The first period behind all values, where none is missing before: a long history without a gap costs nothing.
    private func afterUnbrokenRun(from start: Period) -> Period? {
        guard let latest = delivered.last?.period, let length = start.steps(to: latest), length >= 0,
            length % cadence.every == 0,
            delivered.count(where: { $0.period >= start }) == length / cadence.every + 1,
            cadence.every == 1 || isInRhythm(from: start)
        else { return start }
        return cadence.step(from: latest)
    }

    private func isInRhythm(from start: Period) -> Bool {
        delivered.allSatisfy { observation in
            start.steps(to: observation.period).map { $0 < 0 || $0 % cadence.every == 0 } ?? false
        }
    }

    /// A milestone's report counts for the periods that were over on its day.
    ///
    /// When it is done or stopped, no more are awaited. Of what recurs the report on each turn is awaited by itself.
    private func firstReportAwaited(from start: Period) -> Period? {
        guard turns == nil, let latest = series.history.observations.max(by: { $0.period.end < $1.period.end }) else {
            return start
        }
        switch latest.observation.milestoneStatus {
        case .done, .stopped: return nil
        case .onSchedule, .delayed, .postponed, .notStarted, .unknown, nil: break
        }
        return cadence.expected(from: start) { $0.end <= latest.period.end }.last.map { cadence.step(from: $0) }
            ?? start
    }

    private var start: Period? {
        let value = series.history.observations.first.flatMap(slot)
        guard series.isExpected || series.indicator.isMilestone else { return value.map(firstInRhythm) }
        // What has a target is asked for, also where a later value came first.
        let planned = series.targets.filter(\.isPlanned).map(\.period).filter { $0.kind == cadence.kind }
        return cadence.first ?? (planned + [value].compactMap(\.self)).min()
    }

    /// The first period of the cadence's own rhythm that is not before this one.
    private func firstInRhythm(notBefore value: Period) -> Period {
        guard let first = cadence.first, let distance = first.steps(to: value) else { return value }
        guard distance > 0 else { return first }
        return (0..<cadence.every).lazy.compactMap { shift in (0..<shift).reduce(Optional(value)) { p, _ in p?.next } }
            .first { (first.steps(to: $0) ?? 0) % cadence.every == 0 } ?? value
    }
}

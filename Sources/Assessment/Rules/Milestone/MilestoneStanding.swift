internal import Indicators

/// How a milestone, or one turn of it, stands by its reports and its plans.
struct MilestoneStanding {
    /// The last report; where one says that it is done, that one.
    let report: RecordedObservation?
    let firstPlanned: CalendarDate?
    let due: CalendarDate?
    /// The last day on which the report that tells of that day is in time.
    let reportDue: CalendarDate?
    let occasion: MilestoneOccasion?
    /// The day of the last report that said that it was done, where a later one says that it is not.
    let doneOn: CalendarDate?

    /// Of a milestone that is done once.
    init(of series: SeriesSubject) {
        self.init(
            reports: series.history.observations.sorted { $0.period.end < $1.period.end },
            firstPlanned: series.targets.filter(\.isPlanned).map(\.period.end).min(),
            plan: Self.currentPlan(series.targets),
            cadence: series.indicator.cadence
        )
    }

    /// Of one turn of a milestone that recurs.
    init(_ turn: MilestoneTurns.Turn, cadence: Cadence) {
        // What was done in its turn is done, whatever was said in it after.
        let done = turn.reports.last { $0.observation.milestoneStatus == .done }
        self.init(
            reports: done.map { [$0] } ?? turn.reports,
            firstPlanned: turn.occasion.last.end,
            plan: turn.occasion.last.end,
            cadence: cadence,
            occasion: turn.occasion
        )
    }

    private init(
        reports: [RecordedObservation],
        firstPlanned: CalendarDate?,
        plan: CalendarDate?,
        cadence: Cadence,
        occasion: MilestoneOccasion? = nil
    ) {
        let expected = reports.compactMap(\.observation.milestone?.expected)
        let due = [plan, expected.last].compactMap(\.self).max()
        report = reports.last
        let isDone = reports.last?.observation.milestoneStatus == .done
        doneOn = isDone ? nil : reports.last { $0.observation.milestoneStatus == .done }?.period.end
        self.firstPlanned = firstPlanned ?? expected.first
        self.due = due
        self.occasion = occasion
        // What has to be done by the first day of a period is told of by the report about the one before.
        reportDue = due.flatMap { Period(cadence.kind, containing: $0.adding(days: -1)) }.map(cadence.dueDate)
    }

    var status: MilestoneStatus? { report?.observation.milestoneStatus }

    var movedDays: Int {
        let moved = firstPlanned.flatMap { first in due.map { $0.dayNumber - first.dayNumber } } ?? 0
        return max(0, moved)
    }

    /// The days from which time alone can change the judgement; none where nothing can.
    func changes(warningDays: Int) -> [CalendarDate] {
        // What recurs begins anew when its turn is over.
        let isOver = occasion == nil && (status == .done || status == .stopped)
        guard let due, !isOver else { return [] }
        let passed = [due, reportDue, occasion?.last.end].compactMap(\.self).map { $0.adding(days: 1) }
        return [due.adding(days: -warningDays)] + passed
    }

    /// The last planned day; `nil` where a later document takes the milestone up again without a date.
    private static func currentPlan(_ targets: [IndicatorTarget]) -> CalendarDate? {
        guard let last = targets.map(\.period.end).max() else { return nil }
        return targets.contains { $0.isPlanned && $0.period.end == last } ? last : nil
    }
}

// MARK: The judgement
extension MilestoneStanding {
    func judgement(
        on today: CalendarDate,
        warningDays: Int,
        isAlerted: Bool
    ) -> (state: Finding.State, reason: MilestoneReason) {
        if status == .done { return (.inOrder, .done) }
        if status == .stopped { return (.deviates(.critical), .reportedStopped) }
        // A plain value may be about a year that is not over yet: it says nothing of its last day.
        let reported = report.map(\.period.end).flatMap { $0 <= today ? $0 : nil }
        if let due, today > due || reported.map({ $0 >= due }) ?? false {
            return afterDate(due, on: today, isAlerted: isAlerted)
        }
        let isNear = due.map { today >= $0.adding(days: -warningDays) } ?? false
        switch status {
        case .postponed: return (.deviates(.warning), .reportedPostponed)
        case .delayed: return (.deviates(.warning), .reportedDelayed)
        case _ where movedDays > 0: return (.deviates(.warning), .dateMoved)
        case _ where isNear: return (.deviates(.warning), .dateNear)
        case .onSchedule: return (.inOrder, .onSchedule)
        case .notStarted: return (.inOrder, .notStarted)
        case .unknown: return (.unknown, .statusUnknown)
        case nil where report != nil: return (.deviates(.warning), .notYetReached)
        // Nothing is reported, and nothing has to be yet.
        case nil, .done, .stopped: return (.inOrder, .noValue)
        }
    }

    /// Whether it was done since the last report is not known: amber until a report after the date says not.
    private func afterDate(
        _ due: CalendarDate,
        on today: CalendarDate,
        isAlerted: Bool
    ) -> (Finding.State, MilestoneReason) {
        let isTold = report.map { $0.period.end >= due } ?? false
        if !isTold, let reportDue, today <= reportDue { return awaiting(isAlerted: isAlerted) }
        return (.deviates(isTold && status != .unknown ? .critical : .warning), .pastDate)
    }

    /// Between the date and its report the last word holds where it was not good.
    private func awaiting(isAlerted: Bool) -> (Finding.State, MilestoneReason) {
        switch status {
        case .postponed: (.deviates(.warning), .reportedPostponed)
        case .delayed: (.deviates(.warning), .reportedDelayed)
        case .done, .onSchedule, .stopped, .notStarted, .unknown, nil:
            (isAlerted ? .deviates(.warning) : .unknown, .awaitingReport)
        }
    }
}

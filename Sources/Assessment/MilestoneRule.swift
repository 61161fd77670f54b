package import Indicators

/// How a milestone stands on a day.
package struct MilestoneStanding: Hashable, Sendable {
    /// As last reported; `nil` without a report, or with one that only says that it is not done.
    package let status: MilestoneStatus?
    /// The day of that report.
    package let reportedOn: CalendarDate?
    /// The last day of the period in which it was first planned; without a plan the day first expected.
    package let firstPlanned: CalendarDate?
    /// The day by which it has to be done now: as planned last, or as reported where that is later.
    package let due: CalendarDate?
    /// By how many days that is later than first planned; 0 where it has not moved.
    package let movedDays: Int
}

/// The rule `milestone`: a status series judged by date and by word.
///
/// In order of precedence: done; stopped; past its date; postponed; delayed; moved to a later date; on schedule. Without
/// a report it is not known how a milestone stands, but its date goes by all the same.
package struct MilestoneRule: Sendable {
    package init() {}

    /// Judges a milestone.
    ///
    /// - Parameters:
    ///   - series: its reports, and the targets `gereed` that say by when it is planned.
    ///   - today: the local date.
    /// - Returns: the finding, with how the milestone stands.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let reports = series.history.observations.sorted { $0.period.end < $1.period.end }
        let standing = Self.standing(reports, targets: series.targets)
        let (state, reason) = Self.judgement(reports.last?.observation, standing, on: today)
        return Finding(
            .milestone,
            state,
            reason,
            period: reports.last?.period,
            observation: reports.last,
            comparisons: Self.comparison(series, state, reason).map { [$0] } ?? [],
            milestone: standing
        )
    }

    /// How the milestone stands by its reports, ordered by date, and its plans.
    private static func standing(_ reports: [RecordedObservation], targets: [IndicatorTarget]) -> MilestoneStanding {
        let plans = targets.filter(\.isPlanned).map(\.period.end).sorted()
        let expected = reports.compactMap(\.observation.milestone?.expected)
        let due = [currentPlan(targets), expected.last].compactMap(\.self).max()
        let first = plans.first ?? expected.first
        let moved = first.flatMap { first in due.map { $0.dayNumber - first.dayNumber } } ?? 0
        return MilestoneStanding(
            status: reports.last?.observation.milestoneStatus,
            reportedOn: reports.last?.period.end,
            firstPlanned: first,
            due: due,
            movedDays: max(0, moved)
        )
    }

    /// The last planned day; `nil` where a later document takes the milestone up again without a date.
    private static func currentPlan(_ targets: [IndicatorTarget]) -> CalendarDate? {
        guard let last = targets.map(\.period.end).max() else { return nil }
        return targets.contains { $0.isPlanned && $0.period.end == last } ? last : nil
    }

    private static func judgement(
        _ report: Observation?,
        _ standing: MilestoneStanding,
        on today: CalendarDate
    ) -> (Finding.State, Reason) {
        if standing.status == .done { return (.inOrder, .milestoneDone) }
        if standing.status == .stopped { return (.deviates(.critical), .reportedStopped) }
        // A plain value may be about a year that is not over yet: it says nothing of its last day.
        let reported = report.map(\.period.end).flatMap { $0 <= today ? $0 : nil }
        if let due = standing.due, today > due || reported.map({ $0 >= due }) ?? false {
            // Whether it was done since the last report is not known: amber until a report after the date says not.
            let isKnown = standing.status != .unknown && (standing.reportedOn.map { $0 >= due } ?? false)
            return (.deviates(isKnown ? .critical : .warning), .pastDate)
        }
        switch standing.status {
        case .postponed: return (.deviates(.warning), .reportedPostponed)
        case .delayed: return (.deviates(.warning), .reportedDelayed)
        case _ where standing.movedDays > 0: return (.deviates(.warning), .dateMoved)
        case .onSchedule: return (.inOrder, .onSchedule)
        case .notStarted: return (.inOrder, .notStarted)
        case .unknown: return (.unknown, .statusUnknown)
        case nil where report != nil: return (.deviates(.warning), .notYetReached)
        // Nothing is reported, and nothing has to be yet.
        case nil, .done, .stopped: return (.inOrder, .noValue)
        }
    }

    /// The plan as a target to show: the last one.
    private static func comparison(
        _ series: SeriesSubject,
        _ state: Finding.State,
        _ reason: Reason
    ) -> TargetComparison? {
        let plans = series.targets.filter(\.isPlanned)
        guard let plan = plans.max(by: { $0.period.end < $1.period.end }) else { return nil }
        let verdict: TargetComparison.Verdict =
            switch (state, reason) {
            case (.deviates(let severity), .pastDate), (.deviates(let severity), .reportedStopped): .missed(severity)
            case (.deviates, _): .notYetReached
            case (.inOrder, .milestoneDone): .met
            default: .undecided
            }
        return TargetComparison(target: plan, standing: .ownPeriod, bound: series.bound(of: plan), verdict: verdict)
    }
}

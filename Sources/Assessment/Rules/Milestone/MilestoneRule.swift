package import Indicators

/// The rule `milestone`: a status series judged by date and by word.
///
/// In order of precedence: done; stopped; past its date; postponed; delayed; moved to a later date; on schedule. Without
/// a report it is not known how a milestone stands, but its date goes by all the same.
package struct MilestoneRule: Rule {
    package typealias Evidence = MilestoneEvidence

    package init(_ parameters: NoParameters) {}

    package func applies(to indicator: Indicator) -> Bool { indicator.isMilestone }

    /// The day after it has to be done.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        Standing(of: series).due?.adding(days: 1)
    }

    /// Judges a milestone.
    ///
    /// - Parameters:
    ///   - series: its reports, and the targets `gereed` that say by when it is planned.
    ///   - today: the local date.
    /// - Returns: the finding, with how the milestone stands.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let standing = Standing(of: series)
        let (state, reason) = standing.judgement(on: today)
        let report = standing.report
        let evidence = MilestoneEvidence(
            reason: reason,
            status: standing.status,
            reportedOn: report?.period.end,
            firstPlanned: standing.firstPlanned,
            due: standing.due,
            movedDays: standing.movedDays,
            note: report?.observation.note,
            plan: Self.comparison(series, state, reason)
        )
        return Finding(
            state,
            evidence,
            light: reason == .noValue ? .grey : state.light,
            period: report?.period,
            observation: report
        )
    }

    /// The plan as a target to show: the last one.
    private static func comparison(
        _ series: SeriesSubject,
        _ state: Finding.State,
        _ reason: MilestoneReason
    ) -> TargetComparison? {
        let plans = series.targets.filter(\.isPlanned)
        guard let plan = plans.max(by: { $0.period.end < $1.period.end }) else { return nil }
        return TargetComparison(
            target: plan,
            standing: .ownPeriod,
            bound: series.bound(of: plan),
            verdict: verdict(state, reason)
        )
    }

    private static func verdict(_ state: Finding.State, _ reason: MilestoneReason) -> TargetComparison.Verdict {
        switch reason {
        case .pastDate, .reportedStopped: state.severity.map { .missed($0) } ?? .undecided
        case .reportedPostponed, .reportedDelayed, .dateMoved, .notYetReached: .notYetReached
        case .done: .met
        case .onSchedule, .notStarted, .statusUnknown, .noValue: .undecided
        }
    }
}

/// How a milestone stands by its reports and its plans.
private struct Standing {
    /// The last report.
    let report: RecordedObservation?
    let firstPlanned: CalendarDate?
    let due: CalendarDate?

    init(of series: SeriesSubject) {
        let reports = series.history.observations.sorted { $0.period.end < $1.period.end }
        let plans = series.targets.filter(\.isPlanned).map(\.period.end).sorted()
        let expected = reports.compactMap(\.observation.milestone?.expected)
        report = reports.last
        firstPlanned = plans.first ?? expected.first
        due = [Self.currentPlan(series.targets), expected.last].compactMap(\.self).max()
    }

    var status: MilestoneStatus? { report?.observation.milestoneStatus }

    var movedDays: Int {
        let moved = firstPlanned.flatMap { first in due.map { $0.dayNumber - first.dayNumber } } ?? 0
        return max(0, moved)
    }

    /// The last planned day; `nil` where a later document takes the milestone up again without a date.
    private static func currentPlan(_ targets: [IndicatorTarget]) -> CalendarDate? {
        guard let last = targets.map(\.period.end).max() else { return nil }
        return targets.contains { $0.isPlanned && $0.period.end == last } ? last : nil
    }

    func judgement(on today: CalendarDate) -> (Finding.State, MilestoneReason) {
        if status == .done { return (.inOrder, .done) }
        if status == .stopped { return (.deviates(.critical), .reportedStopped) }
        // A plain value may be about a year that is not over yet: it says nothing of its last day.
        let reported = report.map(\.period.end).flatMap { $0 <= today ? $0 : nil }
        if let due, today > due || reported.map({ $0 >= due }) ?? false {
            // Whether it was done since the last report is not known: amber until a report after the date says not.
            let isKnown = status != .unknown && (report.map { $0.period.end >= due } ?? false)
            return (.deviates(isKnown ? .critical : .warning), .pastDate)
        }
        switch status {
        case .postponed: return (.deviates(.warning), .reportedPostponed)
        case .delayed: return (.deviates(.warning), .reportedDelayed)
        case _ where movedDays > 0: return (.deviates(.warning), .dateMoved)
        case .onSchedule: return (.inOrder, .onSchedule)
        case .notStarted: return (.inOrder, .notStarted)
        case .unknown: return (.unknown, .statusUnknown)
        case nil where report != nil: return (.deviates(.warning), .notYetReached)
        // Nothing is reported, and nothing has to be yet.
        case nil, .done, .stopped: return (.inOrder, .noValue)
        }
    }
}

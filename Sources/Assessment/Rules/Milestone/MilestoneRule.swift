package import Indicators

/// The rule `milestone`: a status series judged by date and by word.
///
/// In order of precedence: done; stopped; past its date; postponed; delayed; moved to a later date; near its date; on
/// schedule. Without a report it is not known how a milestone stands, but its date goes by all the same. Between the date
/// and the day on which the report that tells of it is due, nobody is alarmed: the light waits for that report.
package struct MilestoneRule: Rule {
    package typealias Evidence = MilestoneEvidence

    private let parameters: MilestoneParameters

    package init(_ parameters: MilestoneParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that watches milestones by their dates and reports" }

    package func applies(to indicator: Indicator) -> Bool { indicator.isMilestone }

    /// Whether an alert is open already decides what the days of waiting for a report are.
    package func inputs(for indicator: Indicator) -> [RuleInput] { [.openAlert] }

    package func fingerprint(of indicator: Indicator) -> [String] {
        ["warn \(parameters.warningDays)"] + (indicator.recurs ? ["recurs"] : [])
    }

    /// The first day of the warning, the day after it has to be done, or the day after the report of it is due.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        let standing = Standing(of: series, on: today)
        guard let due = standing.due, !standing.isOver else { return nil }
        let passed = [due, standing.reportDue].compactMap(\.self).map { $0.adding(days: 1) }
        return ([due.adding(days: -parameters.warningDays)] + passed).filter { $0 > today }.min()
    }

    /// Judges a milestone.
    ///
    /// - Parameters:
    ///   - series: its reports, and the targets `gereed` that say by when it is planned.
    ///   - today: the local date.
    /// - Returns: the finding, with how the milestone stands.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let standing = Standing(of: series, on: today)
        let isAlerted = series.openAlerts[Self.name] != nil
        let (state, reason) = standing.judgement(on: today, warningDays: parameters.warningDays, isAlerted: isAlerted)
        let report = standing.report
        let evidence = MilestoneEvidence(
            reason: reason,
            status: standing.status,
            reportedOn: report?.period.end,
            firstPlanned: standing.firstPlanned,
            due: standing.due,
            movedDays: standing.movedDays,
            note: report?.observation.note,
            plan: Self.comparison(series, state, reason),
            reportDue: standing.reportDue,
            occasion: standing.occasion,
            tellsSpans: true
        )
        return Finding(
            state,
            evidence,
            light: Self.light(state, reason),
            period: report?.period,
            observation: report
        )
    }

    /// Whether the date of a milestone has passed and the rule says so, which no open alert and no setting decides.
    static func tellsOfPassedDate(of series: SeriesSubject, on today: CalendarDate) -> Bool {
        Standing(of: series, on: today).judgement(on: today, warningDays: 0, isAlerted: false).1 == .pastDate
    }

    private static func light(_ state: Finding.State, _ reason: MilestoneReason) -> Light {
        switch reason {
        case .noValue: .grey
        case .awaitingReport: .amber
        case .done, .onSchedule, .notStarted, .statusUnknown, .pastDate, .dateNear, .dateMoved, .reportedDelayed,
            .reportedPostponed, .reportedStopped, .notYetReached:
            state.light
        }
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
        case .reportedPostponed, .reportedDelayed, .dateMoved, .dateNear, .notYetReached: .notYetReached
        case .done: .met
        case .onSchedule, .notStarted, .statusUnknown, .awaitingReport, .noValue: .undecided
        }
    }
}

/// How a milestone stands by its reports and its plans.
private struct Standing {
    /// The last report.
    let report: RecordedObservation?
    let firstPlanned: CalendarDate?
    let due: CalendarDate?
    /// The last day on which the report that tells of that day is in time.
    let reportDue: CalendarDate?
    let occasion: MilestoneOccasion?

    init(of series: SeriesSubject, on today: CalendarDate) {
        let occasion = MilestoneOccasion(of: series, on: today)
        let reports = series.history.observations.filter { occasion?.isTold(by: $0) ?? true }
            .sorted { $0.period.end < $1.period.end }
        let plans = occasion.map { [$0.last.end] } ?? series.targets.filter(\.isPlanned).map(\.period.end).sorted()
        let expected = reports.compactMap(\.observation.milestone?.expected)
        report = reports.last
        firstPlanned = plans.first ?? expected.first
        let plan = occasion?.last.end ?? Self.currentPlan(series.targets)
        let due = [plan, expected.last].compactMap(\.self).max()
        self.due = due
        self.occasion = occasion
        let cadence = series.indicator.cadence
        // What has to be done by the first day of a period is told of by the report about the one before.
        reportDue = due.flatMap { Period(cadence.kind, containing: $0.adding(days: -1)) }.map(cadence.dueDate)
    }

    var status: MilestoneStatus? { report?.observation.milestoneStatus }

    /// Whether nothing can change by time alone: what recurs begins anew when its time is over.
    var isOver: Bool { occasion == nil && (status == .done || status == .stopped) }

    var movedDays: Int {
        let moved = firstPlanned.flatMap { first in due.map { $0.dayNumber - first.dayNumber } } ?? 0
        return max(0, moved)
    }

    /// The last planned day; `nil` where a later document takes the milestone up again without a date.
    private static func currentPlan(_ targets: [IndicatorTarget]) -> CalendarDate? {
        guard let last = targets.map(\.period.end).max() else { return nil }
        return targets.contains { $0.isPlanned && $0.period.end == last } ? last : nil
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

    func judgement(
        on today: CalendarDate,
        warningDays: Int,
        isAlerted: Bool
    ) -> (Finding.State, MilestoneReason) {
        if status == .done { return (.inOrder, .done) }
        if status == .stopped { return (.deviates(.critical), .reportedStopped) }
        // A plain value may be about a year that is not over yet: it says nothing of its last day.
        let reported = report.map(\.period.end).flatMap { $0 <= today ? $0 : nil }
        if let due, today > due || reported.map({ $0 >= due }) ?? false {
            // Whether it was done since the last report is not known: amber until a report after the date says not.
            let isTold = report.map { $0.period.end >= due } ?? false
            if !isTold, let reportDue, today <= reportDue {
                return awaiting(isAlerted: isAlerted)
            }
            return (.deviates(isTold && status != .unknown ? .critical : .warning), .pastDate)
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
}

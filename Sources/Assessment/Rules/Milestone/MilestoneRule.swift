package import Indicators

/// The rule `milestone`: a status series judged by date and by word.
///
/// In order of precedence: done; stopped; past its date; postponed; delayed; moved to a later date; near its date; on
/// schedule. Of one that recurs each turn is judged by itself (``MilestoneTurns``); the finding is about the gravest, and
/// names the others. Without a report it is not known how a milestone stands, but its date goes by all the same. Between the
/// date and the day on which the report that tells of it is due, nobody is alarmed: the light waits for that report.
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
        let cadence = series.indicator.cadence
        let standings =
            MilestoneTurns(of: series, on: today)?.turns.map { MilestoneStanding($0, cadence: cadence) }
            ?? [MilestoneStanding(of: series)]
        return standings.flatMap { $0.changes(warningDays: parameters.warningDays) }.filter { $0 > today }.min()
    }

    /// Judges a milestone.
    ///
    /// - Parameters:
    ///   - series: its reports, and the targets `gereed` that say by when it is planned.
    ///   - today: the local date.
    /// - Returns: the finding, with how the milestone stands.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let judgement = MilestoneJudgement(of: series, on: today, warningDays: parameters.warningDays)
        let (standing, state, reason) = (judgement.standing, judgement.state, judgement.reason)
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
            tellsSpans: true,
            beside: judgement.beside,
            doneOn: standing.doneOn
        )
        return Finding(
            state,
            evidence,
            light: Self.light(state, reason),
            period: report?.period,
            observation: report
        )
    }

    /// Whether the date of a milestone, or of one of its turns, has passed and the rule says so, which no open alert and no
    /// setting decides.
    static func tellsOfPassedDate(of series: SeriesSubject, on today: CalendarDate) -> Bool {
        let judgement = MilestoneJudgement(of: series, on: today, warningDays: 0)
        return judgement.reason == .pastDate || judgement.beside.map { $0.missed > 0 } ?? false
    }

    private static func light(_ state: Finding.State, _ reason: MilestoneReason) -> Light? {
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

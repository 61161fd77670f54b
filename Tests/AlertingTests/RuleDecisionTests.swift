import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

/// What becomes of an alert of a milestone, a budget line or money that ends.
@Suite struct RuleDecisionTests {
    /// What was told, what a rule says now, and what follows from it.
    typealias Row = (RuleName, (Severity, Reason), (Finding.State, Reason), AlertEventKind?)

    private static func decision(_ row: Row, revision: Int = 1, period: String = "2026-06") -> EpisodeDecision {
        let told = facts(row.0, row.1.0, row.1.1, period: "2026-06")
        let severity = if case .deviates(let severity) = row.2.0 { severity } else { row.1.0 }
        let facts = facts(row.0, severity, row.2.1, period: period, revision: revision)
        return EpisodeDecision.decide(
            Finding.sample(row.2.0, on: facts),
            facts: facts,
            series: Sample.series,
            open: Sample.episode(told, rule: row.0),
            earlier: 1,
            at: Sample.at(500)
        )
    }

    /// Facts of the rule; some reasons are a target's too.
    private static func facts(
        _ rule: RuleName,
        _ severity: Severity,
        _ reason: Reason,
        period: String,
        revision: Int = 1
    ) -> FindingFacts {
        let facts = Sample.facts(severity, reason, period: period, revision: revision)
        if rule == .milestone, let reason = MilestoneReason(rawValue: reason.description) {
            return facts.resting(on: MilestoneEvidence(reason: reason))
        }
        if rule == .budget, let reason = BudgetReason(rawValue: reason.description) {
            return facts.resting(on: BudgetEvidence(reason))
        }
        return facts
    }

    private static func kind(_ decision: EpisodeDecision) -> AlertEventKind? {
        if case .changed(let transition) = decision { transition.kind } else { nil }
    }

    @Test(
        arguments: [
            (.budget, (.warning, .budgetAdvantage), (.deviates(.warning), .budgetDisadvantage), .worsened),
            (.budget, (.warning, .budgetDisadvantage), (.deviates(.warning), .budgetAdvantage), .eased),
            (.budget, (.critical, .budgetDisadvantage), (.deviates(.warning), .budgetAdvantage), .eased),
            (.budget, (.warning, .budgetDisadvantage), (.deviates(.critical), .budgetDisadvantage), .worsened),
            (.budget, (.warning, .budgetAdvantage), (.deviates(.warning), .budgetAdvantage), nil),
            (.budget, (.critical, .budgetDisadvantage), (.inOrder, .withinBudget), .resolved),
            (.budget, (.critical, .budgetDisadvantage), (.inOrder, .noBudget), .resolved),
            (.milestone, (.warning, .reportedPostponed), (.deviates(.critical), .pastDate), .worsened),
            (.milestone, (.critical, .pastDate), (.deviates(.warning), .reportedPostponed), .eased),
            (.milestone, (.warning, .notYetReached), (.deviates(.warning), .pastDate), .worsened),
            (.milestone, (.critical, .pastDate), (.inOrder, .milestoneDone), .resolved),
            (.milestone, (.critical, .reportedStopped), (.inOrder, .onSchedule), .resolved),
            (.ending, (.warning, .endsSoon), (.inOrder, .goesOn), .resolved),
        ] as [Row]
    )
    func `readers are told what became better or worse, and how it ended`(row: Row) {
        #expect(Self.kind(Self.decision(row, period: "2026-07")) == row.3)
    }

    @Test(
        arguments: [
            (.budget, (.critical, .budgetDisadvantage), (.unknown, .tooEarly), nil),
            (.budget, (.critical, .budgetDisadvantage), (.unknown, .periodsMissing), nil),
            (.budget, (.critical, .budgetDisadvantage), (.unknown, .inputMissing), nil),
            (.milestone, (.warning, .pastDate), (.unknown, .statusUnknown), nil),
            (.target, (.warning, .targetMissed), (.unknown, .notComputable), nil),
            (.target, (.warning, .targetMissed), (.unknown, .isBaseline), nil),
        ] as [Row]
    )
    func `what cannot be said leaves an alert as it is`(row: Row) {
        #expect(Self.decision(row) == .unchanged)
    }

    @Test func `an amount that was revised takes its alert back, a later one ends it`() {
        let row: Row = (.budget, (.critical, .budgetDisadvantage), (.inOrder, .withinBudget), nil)
        #expect(Self.kind(Self.decision(row, revision: 2)) == .corrected)
        #expect(Self.kind(Self.decision(row, revision: 2, period: "2026-07")) == .resolved)
    }

    @Test(
        arguments: [(30, 90, .worsened), (90, 30, .eased), (90, 90, nil)] as [(Int, Int, AlertEventKind?)]
    )
    func `a milestone that moves further is told again, and one that comes nearer too`(
        told: Int,
        now: Int,
        kind: AlertEventKind?
    ) {
        func facts(_ days: Int) -> FindingFacts {
            Sample.facts(.warning, .reportedDelayed, period: "2026-06")
                .resting(
                    on: MilestoneEvidence(
                        reason: .reportedDelayed,
                        status: .delayed,
                        reportedOn: CalendarDate("2026-06-30"),
                        firstPlanned: CalendarDate("2026-12-31"),
                        due: CalendarDate("2027-03-31"),
                        movedDays: days
                    )
                )
        }
        let decision = EpisodeDecision.decide(
            Finding.sample(.deviates(.warning), on: facts(now)),
            facts: facts(now),
            series: Sample.series,
            open: Sample.episode(facts(told), rule: .milestone),
            earlier: 1,
            at: Sample.at(500)
        )
        #expect(Self.kind(decision) == kind)
    }
}

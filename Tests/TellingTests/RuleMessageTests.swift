import AlertSamples
import Alerting
import Assessment
import Indicators
import Telling
import Testing

/// What is told of milestones, budget lines and money that ends, in one sentence each.
@Suite struct RuleMessageTests {
    private static func facts(
        _ reason: Reason,
        _ severity: Severity = .warning,
        title: String = "Meldpunt",
        unit: String = "mijlpaal",
        value: String? = nil,
        period: String? = nil
    ) -> FindingFacts {
        FindingFacts.sample(title, severity, reason, value: value, unit: unit, period: period, targets: [])
    }

    private static func milestone(
        _ reason: MilestoneReason,
        _ status: MilestoneStatus?,
        on day: String? = "2026-06-30",
        due: String? = "2026-12-31",
        moved: Int = 0
    ) -> FindingFacts {
        facts(.pastDate, value: "0", period: day)
            .resting(
                on: MilestoneEvidence(
                    reason: reason,
                    status: status,
                    reportedOn: day.flatMap { CalendarDate($0) },
                    firstPlanned: CalendarDate("2026-12-31"),
                    due: due.flatMap { CalendarDate($0) },
                    movedDays: moved
                )
            )
    }

    private static func said(_ kind: AlertEventKind, _ facts: FindingFacts) -> String {
        AlertStatement.message(kind, facts, in: Phrases(.nl))
    }

    @Test(
        arguments: [
            (
                milestone(.pastDate, .onSchedule),
                "Meldpunt is niet gereed gemeld; gepland op 2026-12-31. Laatste bericht (2026-06-30): op schema."
            ),
            (
                milestone(.pastDate, nil, on: nil),
                "Meldpunt is niet gereed gemeld; gepland op 2026-12-31. Er is nog niets gemeld."
            ),
            (
                milestone(.pastDate, nil, on: "2025-12-31"),
                "Meldpunt is niet gereed gemeld; gepland op 2026-12-31. Laatste bericht (2025-12-31): niet gereed."
            ),
            (
                milestone(.pastDate, .postponed, due: "2027-03-31", moved: 90),
                "Meldpunt is niet gereed gemeld; gepland op 2027-03-31, 90 dagen later dan eerst gepland. "
                    + "Laatste bericht (2026-06-30): uitgesteld."
            ),
            (
                milestone(.dateMoved, .onSchedule, due: "2027-03-31", moved: 90),
                "Meldpunt schuift op; nu verwacht op 2027-03-31, 90 dagen later dan eerst gepland "
                    + "(gemeld op 2026-06-30)."
            ),
            (
                milestone(.dateMoved, .onSchedule, due: "2027-01-01", moved: 1),
                "Meldpunt schuift op; nu verwacht op 2027-01-01, 1 dag later dan eerst gepland (gemeld op 2026-06-30)."
            ),
            (
                milestone(.dateMoved, nil, on: nil, due: "2027-12-31", moved: 365),
                "Meldpunt schuift op; nu verwacht op 2027-12-31, 365 dagen later dan eerst gepland."
            ),
            (milestone(.reportedStopped, .stopped), "Meldpunt is gestopt (gemeld op 2026-06-30)."),
            (
                milestone(.reportedPostponed, .postponed),
                "Meldpunt is uitgesteld; gepland op 2026-12-31 (gemeld op 2026-06-30)."
            ),
            (
                milestone(.reportedPostponed, .postponed, due: nil), "Meldpunt is uitgesteld (gemeld op 2026-06-30)."
            ),
            (
                milestone(.reportedDelayed, .delayed, due: "2027-03-31", moved: 90),
                "Meldpunt is vertraagd; nu verwacht op 2027-03-31, 90 dagen later dan eerst gepland "
                    + "(gemeld op 2026-06-30)."
            ),
        ] as [(FindingFacts, String)]
    )
    func `a milestone that deviates`(facts: FindingFacts, sentence: String) {
        #expect(Self.said(.opened, facts) == sentence)
        #expect(Self.said(.released, facts) == sentence)
    }

    @Test func `a milestone that was reported not done after its date should have been done`() {
        var facts = Self.milestone(.pastDate, .delayed, on: "2027-01-15")
        facts.severity = .critical
        #expect(
            Self.said(.worsened, facts)
                == "Meldpunt had op 2026-12-31 gereed moeten zijn. Laatste bericht (2027-01-15): vertraagd."
        )
    }

    @Test func `a milestone that is reported as not done is still to be done`() {
        let facts = Self.milestone(.notYetReached, nil, on: "2025-12-31")
        #expect(
            Self.said(.opened, facts)
                == "Meldpunt is nog niet gereed; gepland op 2026-12-31."
        )
    }

    @Test func `what is awaited of a milestone is how it stands`() {
        let facts = Self.facts(.overdue).overdue("2026-Q1", "2026-Q2")
        #expect(
            Self.said(.opened, facts)
                == "De stand van Meldpunt over 2026-Q1, 2026-Q2 is niet op tijd ontvangen."
        )
    }

    private static func budget(_ reason: BudgetReason, isAdvantage: Bool?, percent: String? = "9.2") -> FindingFacts {
        let standing = BudgetStanding(
            budget: ExactDecimal(-21_055),
            realised: ExactDecimal(-11_500),
            forecast: ExactDecimal(-23_000),
            additiveForecast: nil,
            band: nil,
            deviation: ExactDecimal(-1945),
            percent: percent.flatMap { ExactDecimal($0) },
            isAdvantage: isAdvantage,
            earlierYears: 0,
            isWrittenNegative: false
        )
        return facts(.noBudget, title: "Lasten 6M3", unit: "€ 1.000", value: "-11500", period: "2026-06")
            .resting(on: BudgetEvidence(reason, standing: standing))
    }

    @Test(
        arguments: [
            (
                budget(.disadvantage, isAdvantage: false),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; nadeel € 1.945.000 (9,2%)."
            ),
            (
                budget(.advantage, isAdvantage: true),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; voordeel € 1.945.000 (9,2%)."
            ),
            (
                budget(.disadvantage, isAdvantage: false, percent: nil),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; nadeel € 1.945.000."
            ),
        ] as [(FindingFacts, String)]
    )
    func `a budget line that deviates`(facts: FindingFacts, sentence: String) {
        #expect(Self.said(.opened, facts) == sentence)
        #expect(Self.said(.worsened, facts) == sentence)
    }

    private static func ending(_ reason: EndingReason) -> FindingFacts {
        facts(.endsSoon, title: "SPUK Gala", unit: "€", period: "2026-12-31")
            .resting(
                on: EndingEvidence(
                    reason: reason,
                    date: CalendarDate("2026-12-31") ?? CalendarDate(dayNumber: 0),
                    warnedFrom: nil
                )
            )
    }

    @Test(
        arguments: [
            (AlertEventKind.opened, ending(.endsSoon), "SPUK Gala eindigt op 2026-12-31."),
            (.opened, ending(.hasEnded), "SPUK Gala is geëindigd op 2026-12-31."),
            (
                .resolved, ending(.goesOn), "De einddatum van SPUK Gala is aangepast; de melding is gesloten."
            ),
        ] as [(AlertEventKind, FindingFacts, String)]
    )
    func `money that ends`(kind: AlertEventKind, facts: FindingFacts, sentence: String) {
        #expect(Self.said(kind, facts) == sentence)
    }

    @Test(
        arguments: [
            (milestone(.done, .done), "Meldpunt is gereed."),
            (milestone(.onSchedule, .onSchedule), "Meldpunt ligt op schema."),
            (
                milestone(.notStarted, .notStarted),
                "Meldpunt is nog niet gestart; dat is volgens planning."
            ),
            (
                budget(.withinBudget, isAdvantage: nil),
                "Lasten 6M3: de verwachte uitkomst wijkt niet noemenswaardig af van de begroting."
            ),
            (
                budget(.noBudget, isAdvantage: nil),
                "Lasten 6M3 heeft voor dit jaar geen begroting; de melding is gesloten."
            ),
            (
                milestone(.onSchedule, .onSchedule).with { $0.lapse = .withdrawn },
                "Meldpunt wordt niet meer gevolgd; de melding is gesloten."
            ),
            (
                milestone(.onSchedule, .onSchedule).with { $0.lapse = .clockWasWrong },
                "Meldpunt: de klok van de computer liep voor; de eerdere melding klopte niet."
            ),
            (
                milestone(.onSchedule, .onSchedule).with { $0.lapse = .valueWithdrawn },
                "Meldpunt: wat over 30 juni 2026 is gemeld, is ingetrokken. De eerdere melding klopte niet."
            ),
            (
                facts(.targetMissed, title: "Wmo", unit: "per 1000", value: "112", period: "2026")
                    .with { $0.lapse = .valueWithdrawn },
                "Wmo: de waarde 112 per 1000 over 2026 is ingetrokken. De eerdere melding klopte niet."
            ),
            (facts(.onTime), "De stand van Meldpunt is ontvangen."),
        ] as [(FindingFacts, String)]
    )
    func `each end in its own words`(facts: FindingFacts, sentence: String) {
        #expect(Self.said(.resolved, facts) == sentence)
    }

    @Test func `a report that was wrong is of a day, not in a day`() {
        let facts = Self.milestone(.done, .done).with {
            $0.value?.amount = ExactDecimal(1)
            $0.lapse = .revised
        }
        #expect(
            Self.said(.corrected, facts)
                == "Meldpunt is gereed op 2026-06-30 na herziening; de eerdere melding klopte niet."
        )
    }

    @Test(
        arguments: [
            (true, "voordeel € 1.945.000 (9,2%)"), (false, "nadeel € 1.945.000 (9,2%)"), (nil, "geen verschil"),
        ] as [(Bool?, String)]
    )
    func `an outcome is an advantage, a disadvantage or neither`(isAdvantage: Bool?, words: String) {
        #expect(Self.said(.opened, Self.budget(.disadvantage, isAdvantage: isAdvantage)).hasSuffix("; \(words)."))
    }
}

import Alerting
import Assessment
import Indicators
import Testing

/// What is told of milestones, budget lines and money that ends, in one sentence each.
@Suite struct KindMessageTests {
    private static func facts(
        _ reason: Reason,
        _ severity: Severity = .warning,
        title: String = "Meldpunt",
        unit: String = "mijlpaal"
    ) -> AlertFacts {
        AlertFacts(
            severity: severity,
            reason: reason,
            programme: "dronten",
            programmeTitle: "Sociaal domein",
            package: "6N",
            packageTitle: "Wmo",
            title: title,
            unit: unit,
            areaName: "Dronten"
        )
    }

    private static func milestone(
        _ reason: Reason,
        _ status: String?,
        on day: String? = "2026-06-30",
        due: String? = "2026-12-31",
        moved: Int = 0
    ) -> AlertFacts {
        var facts = facts(reason)
        facts.milestone = MilestoneFacts(
            status: status,
            reportedOn: day,
            firstPlanned: "2026-12-31",
            due: due,
            movedDays: moved
        )
        facts.value = "0"
        facts.period = day
        return facts
    }

    @Test(
        arguments: [
            (
                milestone(.pastDate, "op schema"),
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
                milestone(.pastDate, "uitgesteld", due: "2027-03-31", moved: 90),
                "Meldpunt is niet gereed gemeld; gepland op 2027-03-31, 90 dagen later dan eerst gepland. "
                    + "Laatste bericht (2026-06-30): uitgesteld."
            ),
            (
                milestone(.dateMoved, "op schema", due: "2027-03-31", moved: 90),
                "Meldpunt schuift op; nu verwacht op 2027-03-31, 90 dagen later dan eerst gepland "
                    + "(gemeld op 2026-06-30)."
            ),
            (
                milestone(.dateMoved, "op schema", due: "2027-01-01", moved: 1),
                "Meldpunt schuift op; nu verwacht op 2027-01-01, 1 dag later dan eerst gepland (gemeld op 2026-06-30)."
            ),
            (
                milestone(.dateMoved, nil, on: nil, due: "2027-12-31", moved: 365),
                "Meldpunt schuift op; nu verwacht op 2027-12-31, 365 dagen later dan eerst gepland."
            ),
            (milestone(.reportedStopped, "gestopt"), "Meldpunt is gestopt (gemeld op 2026-06-30)."),
            (
                milestone(.reportedPostponed, "uitgesteld"),
                "Meldpunt is uitgesteld; gepland op 2026-12-31 (gemeld op 2026-06-30)."
            ),
            (
                milestone(.reportedPostponed, "uitgesteld", due: nil), "Meldpunt is uitgesteld (gemeld op 2026-06-30)."
            ),
            (
                milestone(.reportedDelayed, "vertraagd", due: "2027-03-31", moved: 90),
                "Meldpunt is vertraagd; nu verwacht op 2027-03-31, 90 dagen later dan eerst gepland "
                    + "(gemeld op 2026-06-30)."
            ),
        ] as [(AlertFacts, String)]
    )
    func `a milestone that deviates`(facts: AlertFacts, sentence: String) {
        #expect(AlertMessage.dutch(.opened, facts) == sentence)
        #expect(AlertMessage.dutch(.reminded, facts) == sentence)
    }

    @Test func `a milestone that was reported not done after its date should have been done`() {
        var facts = Self.milestone(.pastDate, "vertraagd", on: "2027-01-15")
        facts.severity = .critical
        #expect(
            AlertMessage.dutch(.worsened, facts)
                == "Meldpunt had op 2026-12-31 gereed moeten zijn. Laatste bericht (2027-01-15): vertraagd."
        )
    }

    @Test func `a milestone that is reported as not done is still to be done`() {
        var facts = Self.milestone(.notYetReached, nil, on: "2025-12-31")
        facts.period = "2025"
        facts.targets = [AlertFacts.NamedTarget(goal: nil, period: "2026", notation: "gereed", bound: "gereed")]
        #expect(
            AlertMessage.dutch(.opened, facts)
                == "Meldpunt is nog niet gereed; gepland op 2026-12-31."
        )
    }

    @Test func `what is awaited of a milestone is how it stands`() {
        var facts = Self.facts(.overdue)
        facts.overduePeriods = ["2026-Q1", "2026-Q2"]
        #expect(
            AlertMessage.dutch(.opened, facts)
                == "De stand van Meldpunt over 2026-Q1, 2026-Q2 is niet op tijd ontvangen."
        )
    }

    private static func budget(_ reason: Reason, isAdvantage: Bool?, percent: String? = "9,2%") -> AlertFacts {
        var facts = facts(reason, title: "Lasten 6M3", unit: "€ 1.000")
        facts.budget = BudgetFacts(
            budget: "-€ 21.055.000",
            realised: "-€ 11.500.000",
            forecast: "-€ 23.000.000",
            deviation: "€ 1.945.000",
            percent: percent,
            isAdvantage: isAdvantage
        )
        facts.value = "-11500"
        facts.period = "2026-06"
        return facts
    }

    @Test(
        arguments: [
            (
                budget(.budgetDisadvantage, isAdvantage: false),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; nadeel € 1.945.000 (9,2%)."
            ),
            (
                budget(.budgetAdvantage, isAdvantage: true),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; voordeel € 1.945.000 (9,2%)."
            ),
            (
                budget(.budgetDisadvantage, isAdvantage: false, percent: nil),
                "Lasten 6M3: verwacht -€ 23.000.000 bij een begroting van -€ 21.055.000; nadeel € 1.945.000."
            ),
        ] as [(AlertFacts, String)]
    )
    func `a budget line that deviates`(facts: AlertFacts, sentence: String) {
        #expect(AlertMessage.dutch(.opened, facts) == sentence)
        #expect(AlertMessage.dutch(.worsened, facts) == sentence)
    }

    private static func ending(_ reason: Reason) -> AlertFacts {
        var facts = facts(reason, title: "SPUK Gala", unit: "€")
        facts.endsOn = "2026-12-31"
        facts.period = "2026-12-31"
        return facts
    }

    @Test(
        arguments: [
            (AlertEventKind.opened, ending(.endsSoon), "SPUK Gala eindigt op 2026-12-31."),
            (.opened, ending(.hasEnded), "SPUK Gala is geëindigd op 2026-12-31."),
            (
                .resolved, ending(.goesOn), "De einddatum van SPUK Gala is aangepast; de melding is gesloten."
            ),
        ] as [(AlertEventKind, AlertFacts, String)]
    )
    func `money that ends`(kind: AlertEventKind, facts: AlertFacts, sentence: String) {
        #expect(AlertMessage.dutch(kind, facts) == sentence)
    }

    @Test(
        arguments: [
            (milestone(.milestoneDone, "gereed"), "Meldpunt is gereed."),
            (milestone(.onSchedule, "op schema"), "Meldpunt ligt op schema."),
            (
                milestone(.notStarted, "niet gestart"),
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
                milestone(.withdrawn, "op schema"), "Meldpunt wordt niet meer gevolgd; de melding is gesloten."
            ),
            (facts(.onTime), "De stand van Meldpunt is ontvangen."),
        ] as [(AlertFacts, String)]
    )
    func `each end in its own words`(facts: AlertFacts, sentence: String) {
        #expect(AlertMessage.dutch(.resolved, facts) == sentence)
    }

    @Test func `a report that was wrong is of a day, not in a day`() {
        var facts = Self.milestone(.revised, "gereed")
        facts.value = "1"
        #expect(
            AlertMessage.dutch(.corrected, facts)
                == "Meldpunt is gereed op 2026-06-30 na herziening; de eerdere melding klopte niet."
        )
    }

    @Test(
        arguments: [
            (true, "voordeel € 1.945.000 (9,2%)"), (false, "nadeel € 1.945.000 (9,2%)"), (nil, "geen verschil"),
        ] as [(Bool?, String)]
    )
    func `an outcome is an advantage, a disadvantage or neither`(isAdvantage: Bool?, words: String) {
        #expect(Self.budget(.withinBudget, isAdvantage: isAdvantage).budget?.dutchOutcome == words)
    }
}

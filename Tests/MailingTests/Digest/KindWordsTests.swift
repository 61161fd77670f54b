import Alerting
import Assessment
import Indicators
import Testing

@testable import Mailing

@Suite("What a digest says of milestones, budgets, money that ends, and parts of a whole")
struct KindWordsTests {
    private static func milestone(
        _ reason: Reason,
        _ severity: Severity = .warning,
        status: String? = "uitgesteld",
        moved: Int = 365
    ) -> AlertFacts {
        Sample.facts(
            "Deelplan jeugd",
            severity,
            reason,
            value: "0",
            unit: "mijlpaal",
            period: "2025-07-10",
            targets: []
        )
        .with {
            $0.milestone = MilestoneFacts(
                status: status,
                reportedOn: status == nil ? nil : "2025-07-10",
                firstPlanned: "2025-12-31",
                due: moved > 0 ? "2026-12-31" : "2025-12-31",
                movedDays: moved,
                note: "De capaciteit is nodig\nvoor de inkoop"
            )
        }
    }

    private static func budget(isAdvantage: Bool) -> AlertFacts {
        let reason: Reason = isAdvantage ? .budgetAdvantage : .budgetDisadvantage
        return Sample.facts("Lasten 6N", .warning, reason, value: "-6000", unit: "€ 1.000", period: "2026-05").with {
            $0.budget = BudgetFacts(
                budget: "-€ 12.000.000",
                realised: "-€ 6.000.000",
                forecast: "-€ 14.400.000",
                deviation: "€ 2.400.000",
                percent: "20,0%",
                isAdvantage: isAdvantage
            )
        }
    }

    private static func ending(_ reason: Reason) -> AlertFacts {
        Sample.facts("SPUK GALA", .warning, reason, value: nil, unit: "€", period: "2026-12-31", targets: [])
            .with { $0.endsOn = "2026-12-31" }
    }

    private func text(_ items: [Digest.Item], grouping: Subscription.Grouping = .none) -> String {
        let subscription = Subscription(
            id: "s",
            who: Subscription.Recipient(address: "wethouder@dronten.example"),
            digest: DigestTimes(secondsOfDay: [25_200]),
            grouping: grouping
        )
        let digest = Digest(
            subscription: subscription,
            occasion: .preview,
            composedAt: Sample.at("2026-04-01 08:00"),
            items: items
        )
        return DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
    }

    @Test(
        "one alert is told in the subject by what is the matter",
        arguments: [
            ("[Oranje] Deelplan jeugd uitgesteld (verwacht 31 december 2026)", milestone(.reportedPostponed)),
            (
                "[Oranje] Deelplan jeugd vertraagd (verwacht 31 december 2026)",
                milestone(.reportedDelayed, status: "vertraagd")
            ),
            ("[Rood] Deelplan jeugd gestopt", milestone(.reportedStopped, .critical, status: "gestopt")),
            ("[Rood] Deelplan jeugd niet gereed op 31 december 2025", milestone(.pastDate, .critical, moved: 0)),
            (
                "[Oranje] Deelplan jeugd niet gereed gemeld (gepland 31 december 2025)",
                milestone(.pastDate, moved: 0)
            ),
            ("[Oranje] Deelplan jeugd 365 dagen opgeschoven", milestone(.dateMoved, status: "op schema")),
            ("[Oranje] Lasten 6N verwacht nadeel € 2.400.000 (20,0%)", budget(isAdvantage: false)),
            ("[Oranje] Lasten 6N verwacht voordeel € 2.400.000 (20,0%)", budget(isAdvantage: true)),
            ("[Oranje] SPUK GALA eindigt op 31 december 2026", ending(.endsSoon)),
            ("[Oranje] SPUK GALA geëindigd op 31 december 2026", ending(.hasEnded)),
        ]
    )
    func subject(expected: String, facts: AlertFacts) {
        let digest = Sample.digest([Sample.item(.new, facts, indicator: "x")])
        #expect(DigestSubject.line(digest, language: .nl) == expected)
    }

    @Test("the end of a milestone is told as done")
    func closed() {
        let done = Self.milestone(.milestoneDone, status: "gereed")
        let digest = Sample.digest([Sample.item(.resolved, done, indicator: "x", rule: .milestone)])
        #expect(DigestSubject.line(digest, language: .nl) == "[Groen] Deelplan jeugd gereed")
        #expect(
            text([Sample.item(.resolved, done, indicator: "x", rule: .milestone)]).contains("De mijlpaal is gereed.")
        )
    }

    @Test("a milestone is told with its status, its note on one line, and both dates")
    func milestoneText() {
        let text = text([Sample.item(.new, Self.milestone(.reportedPostponed), indicator: "x", rule: .milestone)])
        #expect(text.contains("De mijlpaal is uitgesteld."))
        #expect(text.contains("Stand: uitgesteld, gemeld op 10 juli 2025"))
        #expect(text.contains("Toelichting: De capaciteit is nodig voor de inkoop"))
        #expect(text.contains("Eerst gepland: 31 december 2025"))
        #expect(text.contains("Nu gepland: 31 december 2026 (365 dagen later dan eerst gepland)"))
        #expect(!text.contains("Streefwaarde"))
    }

    @Test("a budget line is told with budget, realised amount, expectation and difference")
    func budgetText() {
        let text = text([Sample.item(.new, Self.budget(isAdvantage: false), indicator: "x", rule: .budget)])
        #expect(text.contains("Naar verwachting valt het jaar nadelig uit."))
        #expect(text.contains("Begroting: -€ 12.000.000"))
        #expect(text.contains("Gerealiseerd: -€ 6.000.000 tot en met mei 2026"))
        #expect(text.contains("Verwacht over het jaar: -€ 14.400.000"))
        #expect(text.contains("Verschil: nadeel € 2.400.000 (20,0%)"))
    }

    @Test("parts of a whole stand with it by name, at most five of them")
    func parts() {
        let breakdowns = ["18-64", "65+", "75+", "80+", "85+", "90+", "95+"].compactMap { Breakdown("leeftijd=\($0)") }
        let parts = breakdowns.map { Sample.item(.stillOpen, Sample.facts(), breakdown: $0).episode }
        let whole = Sample.item(.new, Sample.facts())
        let text = text([Digest.Item(section: .new, episode: whole.episode, parts: parts)])
        let joined = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(
            joined.contains(
                "Ook bij: leeftijd 18-64, leeftijd 65+, leeftijd 75+, leeftijd 80+, leeftijd 85+ en nog 2"
            )
        )
    }

    @Test("alerts are grouped by layer where the subscription asks for it, those without one last")
    func layers() {
        let effect = Sample.item(.new, Sample.facts("A").with { $0.layer = "effect" }, indicator: "a")
        let activity = Sample.item(.new, Sample.facts("B").with { $0.layer = "activity" }, indicator: "b")
        let none = Sample.item(.new, Sample.facts("C"), indicator: "c")
        let text = text([effect, none, activity], grouping: .layer)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("Nieuw") && $0.hasSuffix(")") }
        #expect(headings == ["Nieuw, laag activiteit (1)", "Nieuw, laag effect (1)", "Nieuw (1)"])
        #expect(text.contains("Laag: effect"))
    }

    @Test("an open alert in one line says what is the matter")
    func oneLine() {
        let text = text([Sample.item(.stillOpen, Self.budget(isAdvantage: false), indicator: "x", rule: .budget)])
        let joined = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(joined.contains("▲ Oranje: Lasten 6N: verwacht nadeel € 2.400.000 (20,0%); sinds 1 april 2026"))
    }

    @Test("a value that had to stay level and became better is not called missed")
    func betterThanLevel() {
        let target = Sample.target("= 62% (± 2)", "2026", notation: "gelijkblijvend")
        let facts = Sample.facts("Tevreden", .warning, .betterThanLevel, value: "66", unit: "%", targets: [target])
        let text = text([Sample.item(.new, facts)])
        #expect(text.contains("De waarde had gelijk moeten blijven en is beter geworden."))
        #expect(!text.contains("niet gehaald\n"))
        let digest = Sample.digest([Sample.item(.new, facts)])
        #expect(DigestSubject.line(digest, language: .nl) == "[Oranje] Tevreden 66% (streefwaarde = 62%)")
    }
}

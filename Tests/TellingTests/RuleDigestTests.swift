import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

@Suite("What a digest says of milestones, budgets, money that ends, and parts of a whole")
struct RuleDigestTests {
    private static func milestone(
        _ reason: MilestoneReason,
        _ severity: Severity = .warning,
        status: MilestoneStatus? = .postponed,
        moved: Int = 365
    ) -> FindingFacts {
        Sample.facts(
            "Deelplan jeugd",
            severity,
            .pastDate,
            value: "0",
            unit: "mijlpaal",
            period: "2025-07-10",
            targets: []
        )
        .resting(
            on: MilestoneEvidence(
                reason: reason,
                status: status,
                reportedOn: status == nil ? nil : CalendarDate("2025-07-10"),
                firstPlanned: CalendarDate("2025-12-31"),
                due: CalendarDate(moved > 0 ? "2026-12-31" : "2025-12-31"),
                movedDays: moved,
                note: "De capaciteit is nodig\nvoor de inkoop"
            )
        )
    }

    private static func budget(isAdvantage: Bool) -> FindingFacts {
        let standing = BudgetStanding(
            budget: ExactDecimal(-12_000),
            realised: ExactDecimal(-6000),
            forecast: ExactDecimal(-14_400),
            additiveForecast: nil,
            band: nil,
            deviation: ExactDecimal(-2400),
            percent: ExactDecimal("20.0"),
            isAdvantage: isAdvantage,
            earlierYears: 0,
            isWrittenNegative: false
        )
        return Sample.facts(
            "Lasten 6N",
            .warning,
            .budgetAdvantage,
            value: "-6000",
            unit: "€ 1.000",
            period: "2026-05"
        )
        .resting(on: BudgetEvidence(isAdvantage ? .advantage : .disadvantage, standing: standing))
    }

    private static func ending(_ reason: EndingReason) -> FindingFacts {
        Sample.facts("SPUK GALA", .warning, .endsSoon, value: nil, unit: "€", period: "2026-12-31", targets: [])
            .resting(
                on: EndingEvidence(
                    reason: reason,
                    date: CalendarDate("2026-12-31") ?? CalendarDate(dayNumber: 0),
                    warnedFrom: nil
                )
            )
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
            ("[1 oranje] Deelplan jeugd uitgesteld (verwacht 31 december 2026)", milestone(.reportedPostponed)),
            (
                "[1 oranje] Deelplan jeugd vertraagd (verwacht 31 december 2026)",
                milestone(.reportedDelayed, status: .delayed)
            ),
            ("[1 rood] Deelplan jeugd gestopt", milestone(.reportedStopped, .critical, status: .stopped)),
            ("[1 rood] Deelplan jeugd niet gereed op 31 december 2025", milestone(.pastDate, .critical, moved: 0)),
            (
                "[1 oranje] Deelplan jeugd niet gereed gemeld (gepland 31 december 2025)",
                milestone(.pastDate, moved: 0)
            ),
            ("[1 oranje] Deelplan jeugd 365 dagen opgeschoven", milestone(.dateMoved, status: .onSchedule)),
            ("[1 oranje] Lasten 6N verwacht nadeel € 2.400.000 (20,0%)", budget(isAdvantage: false)),
            ("[1 oranje] Lasten 6N verwacht voordeel € 2.400.000 (20,0%)", budget(isAdvantage: true)),
            ("[1 oranje] SPUK GALA eindigt op 31 december 2026", ending(.endsSoon)),
            ("[1 oranje] SPUK GALA geëindigd op 31 december 2026", ending(.hasEnded)),
        ]
    )
    func subject(expected: String, facts: FindingFacts) {
        let digest = Sample.digest([Sample.item(.new, facts, indicator: "x")])
        #expect(DigestSubject.line(digest, language: .nl) == expected)
    }

    @Test("the end of a milestone is told as done")
    func closed() {
        let done = Self.milestone(.done, status: .done)
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
        let effect = Sample.item(.new, Sample.facts("A").with { $0.about.layer = .effect }, indicator: "a")
        let activity = Sample.item(.new, Sample.facts("B").with { $0.about.layer = .activity }, indicator: "b")
        let none = Sample.item(.new, Sample.facts("C"), indicator: "c")
        let text = text([effect, none, activity], grouping: .layer)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("Vraagt") && $0.hasSuffix(")") }
        #expect(
            headings == [
                "Vraagt uw aandacht, laag activiteit (1)", "Vraagt uw aandacht, laag effect (1)",
                "Vraagt uw aandacht (1)",
            ]
        )
        #expect(text.contains("Laag: effect"))
    }

    @Test(
        "what is told as one and is of several groups stands in a part of its own, and counts as what it is",
        arguments: [
            (Subscription.Grouping.package, ["pakket 6N (1)", "verschillende pakketten (3)"]),
            (.programme, ["Programma 6 Sociaal domein (4)"]), (.none, ["(4)"]),
            (.layer, ["verschillende lagen (3)", "(1)"]),
        ]
    )
    func severalGroups(grouping: Subscription.Grouping, expected: [String]) {
        let items = ["6M", "6N", "6P"].map { package in
            let facts = Sample.facts("Eenzaam \(package)", .warning).with {
                $0.about.package = package
                $0.about.layer = package == "6M" ? .effect : .activity
            }
            return Sample.item(.new, facts, indicator: IndicatorID(package), area: "WK030301")
        }
        let parts = Digest.Item(
            section: .new,
            episode: items[0].episode,
            parts: items.dropFirst().map(\.episode),
            fold: .parts
        )
        let text = text([Sample.item(.new, Sample.facts()), parts], grouping: grouping)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("Vraagt") && $0.hasSuffix(")") }
        #expect(
            headings.map { $0.replacing("Vraagt uw aandacht", with: "").drop { ", ".contains($0) } }
                == expected.map { $0[...] }
        )
        #expect(text.contains("■ rood 1 · ▲ oranje 3"))
    }

    @Test("what has not been received is one line for each who has to send it, new or not")
    func late() {
        func late(_ title: String, _ section: Digest.Section, _ source: String?) -> Digest.Item {
            let facts = Sample.facts(title, .warning, .overdue, value: nil, targets: []).overdue("2025")
                .with { $0.about.source = source }
            return Sample.item(section, facts, indicator: IndicatorID(title), rule: .overdue)
        }
        let text = text([
            late("Instroom", .new, "GGD"), late("Uitstroom", .stillOpen, "GGD"), late("Inkomen", .stillOpen, "CBS"),
        ])
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Gegevens te laat (3)"))
        #expect(
            words.contains(
                "- GGD: 2 indicatoren niet ontvangen over 2025, waarvan 1 nieuw (verwacht uiterlijk 31 december 2025): "
                    + "Instroom en Uitstroom"
            )
        )
        #expect(
            words.contains("- CBS: Inkomen: waarde over 2025 niet ontvangen (verwacht uiterlijk 31 december 2025)")
        )
        #expect(words.contains("te laat 3") && !words.contains("Vraagt uw aandacht"))
    }

    @Test("where one more period is missing that one is named first, in a group, alone, in the subject and the table")
    func newlyLate() {
        let facts = Sample.facts("Subsidies", .warning, .overdue, value: nil, targets: [])
            .overdue("2026-04", "2026-05", "2026-06").with {
                $0.about.source = "Financiën"
                $0.toldThrough = Period("2026-05")
            }
        func group(_ section: Digest.Section) -> Digest.Item {
            let items = ["a", "b"].map { Sample.item(section, facts, indicator: IndicatorID($0), rule: .overdue) }
            return Digest.Item(section: section, episode: items[0].episode, parts: [items[1].episode], fold: .missing)
        }
        func words(_ items: [Digest.Item]) -> String {
            text(items).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let split = "niet ontvangen: nieuw juni 2026, eerder al april t/m mei 2026"
        #expect(words([group(.changed)]).contains("- Financiën: 2 indicatoren \(split)"))
        let one = Sample.item(.changed, facts, indicator: "a", rule: .overdue)
        let alone = "- Financiën: Nieuw is juni 2026: Subsidies: waarden over april 2026 t/m juni 2026"
        #expect(words([one]).contains(alone))
        // What was added has come in before the mail: nothing of it is new.
        let come = Sample.item(
            .changed,
            facts.with { $0.toldThrough = Period("2026-06") },
            indicator: "a",
            rule: .overdue
        )
        #expect(words([come]).contains("- Financiën: Subsidies: waarden over april 2026 t/m juni 2026"))
        #expect(words([group(.new)]).contains("2 indicatoren niet ontvangen over april t/m juni 2026"))
        #expect(words([group(.stillOpen)]).contains("2 indicatoren niet ontvangen over april t/m juni 2026"))
        #expect(
            DigestSubject.line(Sample.digest([group(.changed)]), language: .nl).hasPrefix(
                "[2 te laat] 2 indicatoren niet ontvangen: nieuw juni 2026"
            )
        )
    }

    @Test("what is told as one and still open counts as the alerts that it stands for, in the subject too")
    func foldedOpen() {
        let facts = Sample.facts("Subsidies", .critical, .overdue, value: nil, targets: []).overdue("2025")
        let items = ["a", "b", "c"].map { Sample.item(.stillOpen, facts, indicator: IndicatorID($0), rule: .overdue) }
        let missing = Digest.Item(
            section: .stillOpen,
            episode: items[0].episode,
            parts: items.dropFirst().map(\.episode),
            fold: .missing
        )
        let news = Sample.item(.resolved, Sample.facts("Wmo", .critical, .targetMet, value: "100"))
        let words = text([news, missing]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("rood 3"))
        let subject = DigestSubject.line(Sample.digest([news, missing]), language: .nl)
        #expect(subject == "[Nog 3 rood] Groen: Wmo 100 per 1000 (opgelost)")
    }

    @Test("what has not come of a milestone is a report, of anything else a value")
    func reports() {
        let report = Sample.facts("Meldpunt", .warning, .overdue, value: nil, unit: "mijlpaal", targets: [])
        let one = text([Sample.item(.new, report.overdue("2026-H1"), rule: .overdue)])
        #expect(one.contains("Meldpunt: bericht over het 1e") && !one.contains("waarde over"))
        let several = text([Sample.item(.new, report.overdue("2025-H2", "2026-H1"), rule: .overdue)])
        #expect(several.contains("berichten over"))
        let subject = DigestSubject.line(Sample.digest([Sample.item(.new, report.overdue("2026-H1"))]), language: .nl)
        #expect(subject == "[1 te laat] Meldpunt: bericht over het 1e halfjaar van 2026 niet ontvangen")
        let value = Sample.facts("Wmo", .warning, .overdue, value: nil, targets: []).overdue("2025")
        #expect(text([Sample.item(.new, value, rule: .overdue)]).contains("Wmo: waarde over 2025"))
    }

    @Test("an open alert in one line says what is the matter")
    func oneLine() {
        let text = text([Sample.item(.stillOpen, Self.budget(isAdvantage: false), indicator: "x", rule: .budget)])
        let joined = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(joined.contains("▲ Oranje: Lasten 6N Stand: verwacht nadeel € 2.400.000 (20,0%); Sinds: 1 april 2026"))
    }

    @Test("a value that had to stay level and became better is not called missed")
    func betterThanLevel() {
        let target = Sample.target("= 62% (± 2)", "2026", notation: "gelijkblijvend")
        let facts = Sample.facts("Tevreden", .warning, .betterThanLevel, value: "66", unit: "%", targets: [target])
        let text = text([Sample.item(.new, facts)])
        #expect(text.contains("De waarde had gelijk moeten blijven en is beter geworden."))
        #expect(!text.contains(": niet gehaald"))
        let digest = Sample.digest([Sample.item(.new, facts)])
        #expect(DigestSubject.line(digest, language: .nl) == "[1 oranje] Tevreden 66% (streefwaarde = 62%)")
    }
}

import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Indicators
import Testing

@testable import Telling

@Suite("The heading of a digest, its first line and its cards")
struct DigestHeadlineTests {
    /// Some items with the heading they give.
    struct Case: Sendable, CustomTestStringConvertible {
        let expected: String
        let items: [Digest.Item]

        init(_ expected: String, _ items: [Digest.Item]) {
            self.expected = expected
            self.items = items
        }

        var testDescription: String { expected }
    }

    private static func item(
        _ section: Digest.Section,
        _ facts: FindingFacts = Sample.facts(),
        _ indicator: IndicatorID = "wmo"
    ) -> Digest.Item {
        Sample.item(section, facts, indicator: indicator)
    }

    private static let amber = Sample.facts("Huur", .warning)
    private static let twoTargets = Sample.facts(targets: [
        Sample.target("< 110 per 1000", "2025"), Sample.target("< 109 per 1000", "2025", goal: "6N-2"),
    ])
    private static let ahead = Sample.facts("Huur", .warning, .notYetReached, targets: [Sample.target("< 9", "2030")])
    private static let late = Sample.facts("Huur", .warning, .overdue, value: nil, targets: []).overdue("2025")
    private static let ofGoal = Sample.facts(targets: [Sample.target("< 108 per 1000", "2025", goal: "6N-2")])
    private static let twoOfGoals = Sample.facts(targets: [
        Sample.target("< 110 per 1000", "2025", goal: "6N-1"), Sample.target("< 109 per 1000", "2025", goal: "6N-2"),
    ])
    private static let behind = Sample.facts("Huur", .warning, .behindCourse, targets: [Sample.target("< 9", "2030")])
    private static let stopped = Sample.facts("Plan", .critical, .reportedStopped, value: nil, targets: [])
    private static let budget = Sample.facts("Lasten", .critical, .budgetDisadvantage, targets: [])
    private static let met = Sample.facts("Huur", .critical, .targetMet)

    @Test(
        "It is the news, in words that are true of all of it",
        arguments: [
            Case("Eén doel niet gehaald", [item(.new, ofGoal)]),
            Case("Twee doelen niet gehaald", [item(.new, ofGoal), item(.worsened, ofGoal, "b")]),
            // What the yearly path asks is no goal: that one may lie years ahead.
            Case("Eén streefwaarde niet gehaald", [item(.new)]),
            Case(
                "Twee streefwaarden niet gehaald",
                [item(.new), item(.worsened, Sample.facts(), "b"), item(.new, amber, "c")]
            ),
            Case("Twee streefwaarden niet gehaald", [item(.new), item(.new, ofGoal, "b")]),
            Case("Eén indicator haalt streefwaarden niet", [item(.new, twoTargets)]),
            Case("Eén indicator haalt doelen niet", [item(.new, twoOfGoals)]),
            Case("Twee indicatoren halen streefwaarden niet", [item(.new, twoTargets), item(.new, ofGoal, "b")]),
            Case("Eén indicator niet op koers", [item(.new, behind)]),
            Case("Twee indicatoren niet op koers", [item(.new, behind), item(.new, behind, "b")]),
            Case("Twee meldingen op oranje", [item(.new, behind), item(.new, amber, "b")]),
            Case("Eén mijlpaal op rood", [item(.new, stopped)]),
            Case("Twee mijlpalen op rood", [item(.new, stopped), item(.new, stopped, "b")]),
            Case("Eén begrotingsregel op rood", [item(.new, budget)]),
            Case("Twee begrotingsregels op rood", [item(.new, budget), item(.new, budget, "b")]),
            Case("Twee meldingen op rood", [item(.new, stopped), item(.new, budget, "b")]),
            Case("Twee meldingen op rood", [item(.new), item(.new, stopped, "b")]),
            Case("Eén melding op oranje", [item(.new, ahead)]),
            // What was red before and is so still is not told as missed anew.
            Case("Eén melding veranderd", [item(.changed)]),
            Case("Eén melding erger geworden", [item(.worsened, amber)]),
            Case("Twee meldingen minder erg geworden", [item(.eased, amber), item(.eased, ahead, "b")]),
            Case("Eén melding vraagt aandacht", [item(.reminded, amber)]),
            Case("Twee meldingen vragen aandacht", [item(.reminded, amber), item(.reminded, ahead, "b")]),
            Case("Gegevens te laat", [item(.new, late), item(.stillOpen, Sample.facts(), "b")]),
            Case("Goed nieuws: twee meldingen opgelost", [item(.resolved, met), item(.resolved, met, "b")]),
            Case("Eén melding gesloten", [item(.resolved, Sample.facts("x", .critical, .withdrawn))]),
            Case("Instellingen gewijzigd", [item(.edited), item(.stillOpen, Sample.facts(), "b")]),
            Case("Niets nieuws", [item(.stillOpen)]), Case("Niets te melden", []),
        ]
    )
    func heading(_ one: Case) {
        #expect(Self.page(Sample.digest(one.items)).heading == one.expected)
    }

    private static func page(_ digest: Digest, charts: [SeriesKey: ChartPicture] = [:]) -> DigestPage {
        DigestPage(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl, charts: charts)
    }

    @Test("The hidden first line says in words what is the matter, and how much there is")
    func firstLine() {
        let page = Self.page(Sample.digest([Self.item(.new), Self.item(.stillOpen, Self.amber, "b")]))
        #expect(
            page.firstLine == "Wmo-maatwerk: 112 per 1000 over 2025; streefwaarde < 108 per 1000, niet gehaald. "
                + "In totaal: rood 1, oranje 1."
        )
        #expect(DigestHTML.render(page).contains("display:none;max-height:0"))
    }

    @Test("What is red and told before stands in a short card until somebody takes it up, and then in the table")
    func reminder() {
        let open = Self.item(.stillOpen)
        let short = Self.page(Sample.digest([open])).sections
        #expect(short.map(\.heading) == ["Vraagt uw aandacht (1)"])
        #expect(short[0].entries.first?.verdict.hasPrefix("Stond al open: 112 per 1000 over 2025;") == true)
        #expect(short[0].entries.first?.measure == nil && short[0].entries.first?.series == nil)
        var episode = open.episode
        episode.handling.acknowledgement = Acknowledgement(
            by: "Jan",
            why: nil,
            at: Sample.at("2026-04-01 08:00"),
            until: .resolved
        )
        let taken = Self.page(Sample.digest([Digest.Item(section: .stillOpen, episode: episode)])).sections
        #expect(taken.map(\.heading) == ["Nog open (1)"])
        #expect(taken[0].rows.first?.rows.first?.notes == ["Opgepakt door Jan, tot het is opgelost"])
    }

    @Test("A card has the picture of its series, with its words for those who do not see it")
    func chart() {
        let series = SeriesKey(indicator: "wmo", area: "GM0303")
        let chart = ChartPicture(
            contentID: "wmo@dronten.example",
            alternative: "103, \"108\", 112",
            width: 280,
            height: 60
        )
        let page = Self.page(Sample.digest([Self.item(.new)]), charts: [series: chart])
        #expect(page.pictured == [series])
        let html = DigestHTML.render(page)
        #expect(html.contains("<img src=\"cid:wmo@dronten.example\" alt=\"103, &quot;108&quot;, 112\" width=\"280\""))
        #expect(DigestText.render(page).contains("  103, \"108\", 112\n"))
        #expect(!DigestHTML.render(Self.page(Sample.digest([Self.item(.new)]))).contains("<img"))
    }
}

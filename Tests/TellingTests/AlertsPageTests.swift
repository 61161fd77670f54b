import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The page of all open alerts")
struct AlertsPageTests {
    private let sample = IndicatorPageSamples()
    private static let page = PageAddress.indicator(programme: "dronten-6", "wmo-maatwerk", area: "GM0303")
    private static let choices = AlertsPage.Choices(
        programmes: [("dronten-6", "Programma 6 Sociaal domein")],
        owners: ["Wethouder Wmo", "Wethouder Zorg"]
    )

    /// One that is taken up, one of a district, and one of an indicator that is gone.
    private func episodes(_ text: String = "Wmo-maatwerk") -> [Episode] {
        let district = Sample.item(
            .new,
            Sample.facts(text, .warning, value: "113"),
            area: "WK030301",
            breakdown: .total
        )
        let gone = Sample.item(
            .stillOpen,
            Sample.facts("Goed geholpen", .warning, .overdue, value: nil, unit: "%", targets: []),
            indicator: "goed-geholpen",
            rule: .overdue
        )
        return [sample.episodes()[0], district.episode, gone.episode]
    }

    private func page(
        _ episodes: [Episode],
        by filter: AlertFilter = AlertFilter(),
        next: PageAddress.AlertPlace? = nil,
        total: Int = 3,
        telling disclosure: Disclosure = .exact,
        _ language: Language = .nl
    ) -> AlertsPage {
        AlertsPage(
            episodes.map { AlertRow($0, page: $0.alert.rule == .overdue ? nil : Self.page) },
            by: filter,
            among: Self.choices,
            next: next,
            total: total,
            in: sample.frame("Open meldingen", language),
            plan: sample.plan(by: disclosure, language)
        )
    }

    @Test func `it looks as recorded`() throws {
        let next = PageAddress.AlertPlace(openedAt: 1_775_021_400_000, number: 3)
        try expectGolden(Array(page(episodes(), next: next, total: 54).html.utf8), "page-alerts.html")
    }

    @Test func `it says of each what mails say, beside its title and with days as people write them`() {
        let report = AlertsReport(episodes(), by: .exact, zone: Sample.amsterdam, phrases: Phrases(.nl))
        let html = page(episodes()).html
        for episode in episodes() {
            let words = report.pageWords(of: episode)
            let line = AlertStatement.of(episode.facts, isClosed: false, in: Phrases(.nl)).line
            #expect(words.lowercased().contains(line.lowercased()) && html.contains(HTML(words).markup), "\(words)")
        }
    }

    @Test func `a day is written as people write it`() {
        let facts = Sample.facts("Plan", .critical, .pastDate, value: nil, period: "2024-12-31", targets: [])
        let alert = AlertKey(rule: .milestone, series: SeriesKey(indicator: "plan", area: "GM0303"))
        let moment = Sample.at("2026-04-01 08:00")
        let html = page([Episode(alert: alert, number: 1, openedAt: moment, facts: facts)]).html
        let ofValue = Sample.facts("Wachttijd", period: "2024-12-31")
        let other = page([Episode(alert: alert, number: 1, openedAt: moment, facts: ofValue)]).html
        #expect(!html.contains("2024-12-31") && !other.contains("2024-12-31"))
        #expect(other.contains("31 december 2024"))
    }

    @Test func `what is not watched any more is no link, and is said to be so`() {
        let html = page(episodes()).html
        #expect(html.contains("Goed geholpen<br><span class=\"muted small\">wordt niet meer gevolgd</span>"))
        #expect(html.ranges(of: "href=\"\(Self.page.path)\"").count == 2)
    }

    @Test func `an alert that may not be told is there without its figures, its severity and its light`() throws {
        var counted = IndicatorPageSamples()
        counted.counts = [.persons]
        counted.values = [("2025", "7")]
        let disclosure = counted.disclosure([])
        let facts = Sample.facts("Wmo-maatwerk", value: "7", unit: "aantal", targets: [Sample.target("< 5", "2025")])
        let hidden = Sample.item(.new, facts).episode
        let html = page([hidden], total: 1, telling: disclosure).html
        #expect(html.contains("Grijs") && html.contains("er is een melding"))
        let list = try #require(html.components(separatedBy: "<tbody").last)
        #expect(!list.contains(">7<") && !list.contains(" 7 ") && !list.contains("Rood"))
        var filter = AlertFilter()
        filter.light = .red
        #expect(filter.selects(hidden) && !filter.selects(hidden.told(by: disclosure)))
    }

    @Test func `it says how many are open, and when nothing is what was chosen`() {
        var filter = AlertFilter()
        filter.owner = "Wethouder Wmo"
        #expect(page([], total: 0).html.contains("Er staat geen melding open."))
        #expect(page([], by: filter).html.contains("Geen ervan voldoet aan uw keuze."))
        let place = PageAddress.AlertPlace(openedAt: 1, number: 2)
        #expect(page([], by: filter, next: place).html.contains("Kijk op de volgende bladzijde."))
        filter.after = place
        #expect(page([], by: filter).html.contains("Dit was de laatste bladzijde."))
        #expect(page(episodes(), by: filter).html.contains("<option value=\"Wethouder Wmo\" selected>"))
    }

    @Test func `a filter finds by title, id, owner, programme and severity`() {
        let episode = episodes()[0]
        func isFound(_ change: (inout AlertFilter) -> Void) -> Bool {
            var filter = AlertFilter()
            change(&filter)
            return filter.selects(episode)
        }
        #expect(isFound { $0.text = "WMO-maat" } && isFound { $0.owner = "Wethouder Wmo" })
        #expect(isFound { $0.light = .red })
        #expect(isFound { $0.programme = "dronten-6" } && !isFound { $0.programme = "x" })
        #expect(!isFound { $0.text = "x" } && !isFound { $0.owner = "x" } && !isFound { $0.light = .amber })
    }

    @Test(arguments: Hostile.texts)
    func `what a stranger wrote is text on it, and no formula of a spreadsheet`(text: String) throws {
        let page = page(episodes(text))
        #expect(!page.html.contains("<script") && !page.html.contains("<img"))
        #expect(!page.html.unicodeScalars.contains { $0.isUnsafeToShow && $0 != "\n" })
        let csv = try #require(page.csv(of: "meldingen"))
        #expect(!csv.unicodeScalars.contains { $0.isUnsafeToShow && $0 != "\r" && $0 != "\n" && $0 != "\u{FEFF}" })
    }

    @Test func `it says in English what it says in Dutch`() {
        let html = page(episodes(), total: 1, telling: .exact, .en).html
        #expect(html.contains("1 alert is open.") && html.contains("not watched any more"))
        #expect(!html.contains("melding staat") && !html.contains("Portefeuillehouder"))
    }
}

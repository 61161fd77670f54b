import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The page of an indicator")
struct IndicatorPageTests {
    @Test func `it looks as recorded`() throws {
        try expectGolden(Array(try IndicatorPageSamples().page().utf8), "page-indicator.html")
    }

    @Test func `without a value, an alert or anything else it says that there is none`() throws {
        var sample = IndicatorPageSamples()
        sample.values = []
        let subject = try sample.subject()
        let dossier = IndicatorDossier(
            programme: try sample.programme(),
            subject: subject,
            assessment: sample.assessment(subject)
        )
        let page = IndicatorPage(dossier, in: sample.frame("Wmo-maatwerk"), plan: sample.plan()).html
        try expectGolden(Array(page.utf8), "page-indicator-empty.html")
        #expect(page.contains("Er is nog geen waarde.") && page.contains("Er is geen open melding."))
        #expect(!page.contains("<form method=\"post\""))
    }

    /// Numbers that stand in the figures and in nothing that is told; none of them is part of another one.
    private static let small = [("2023", "40"), ("2024", "41"), ("2025", "7")]

    @Test func `a number of persons that is too small is nowhere on it, nor what follows from it`() throws {
        var sample = IndicatorPageSamples()
        sample.counts = [.persons]
        sample.values = Self.small
        let disclosure = sample.disclosure([try sample.subject()])
        let page = try sample.page(by: disclosure)
        try expectGolden(Array(page.utf8), "page-indicator-small-numbers.html")
        let own = try #require(page.range(of: "id=\"delen\"")).lowerBound
        #expect(
            page[..<own].contains("niet getoond")
                && !page[..<own].contains("data-label=\"Waarde\">7<")
        )
        #expect(!page[..<own].contains("Rood") && !page[..<own].contains("Oranje"))
        #expect(!page.contains("110 tot 114"))
    }

    @Test(arguments: Hostile.texts)
    func `what a stranger wrote is text on it`(text: String) throws {
        let page = try IndicatorPageSamples(text: text).page()
        let plain = try IndicatorPageSamples().page()
        #expect(elements(page) == elements(plain), "\(text)")
        #expect(!page.unicodeScalars.contains { $0.isUnsafeToShow && $0 != "\n" })
    }

    /// The elements of a page with the names of their attributes, in order: what a text may not change.
    private func elements(_ page: String) -> [String] {
        page.matches(of: /<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/).map { match in
            let names = match.2.matches(of: /\s([a-z-]+)(?:=|\s|$)/).map { String($0.1) }
            return ([String(match.1)] + names).joined(separator: " ")
        }
        // How many lines a picture needs follows from its words.
        .filter { !["text", "tspan", "rect", "line", "polyline", "path", "circle"].contains($0.prefix { $0 != " " }) }
    }

    @Test func `it says in English what it says in Dutch`() throws {
        let page = try IndicatorPageSamples().page(.en)
        #expect(page.contains("<html lang=\"en\"") && page.contains("Why this light"))
        #expect(page.contains("alert open since 1 April 2026"))
        #expect(!page.contains("Streefwaarde") && !page.contains("Meldingen"))
    }

    @Test func `explain and page say the same of every rule`() throws {
        let (sample, dossier) = (IndicatorPageSamples(), try IndicatorPageSamples().dossier())
        let account = SeriesAccount(
            dossier.subject,
            dossier.assessment,
            by: .exact,
            zone: Sample.amsterdam,
            alerts: dossier.open,
            phrases: Phrases(.nl)
        )
        let text = ExplainReport(account, phrases: Phrases(.nl)).text
        let page = try sample.page()
        #expect(!account.rulings.isEmpty && !account.handled.isEmpty)
        for ruling in account.rulings {
            #expect(text.contains("regel \(ruling.rule): \(ruling.summary)"))
            #expect(page.contains(HTML(ruling.summary).markup))
            for detail in ruling.details { #expect(page.contains(HTML(detail).markup) && text.contains(detail)) }
        }
    }

    @Test func `who may only read sees no form, and who may handle sees two for each open alert`() throws {
        let (sample, dossier) = (IndicatorPageSamples(), try IndicatorPageSamples().dossier())
        let read = IndicatorPage(dossier, in: sample.frame("x"), plan: sample.plan()).html
        #expect(!read.contains("<form") && !read.contains("token"))
        let page = try sample.page()
        #expect(page.ranges(of: "<form method=\"post\"").count == 2)
        let path = PageAddress.handling(.acknowledge, episode: "target:wmo-maatwerk/GM0303#1").path
        #expect(page.contains("action=\"\(path)\"") && page.contains("value=\"token \(path)\""))
    }

    @Test func `a form that could not be done stands there again with what was typed and what is wrong`() throws {
        let entry = HandlingEntry(.acknowledge, fields: ["tot": "dag", "dag": "2020-01-01", "waarom": "a\r\n\"b\""])
        let tried = HandlingForms.Tried(episode: "target:wmo-maatwerk/GM0303#1", entry: entry, fault: .dayNotAhead)
        let page = try IndicatorPageSamples().page(tried: tried)
        #expect(page.contains("<details open>") && page.contains("Kies een dag na vandaag."))
        #expect(page.contains("value=\"2020-01-01\" aria-invalid=\"true\" aria-describedby=\"melding-target-1-fout\""))
        #expect(page.contains("a\n&quot;b&quot;\n</textarea>"))
        #expect(page.contains("value=\"dag\" checked"))
    }

    @Test func `the table of all series leads from page to page`() throws {
        let sample = IndicatorPageSamples()
        let parts = try sample.dossier().parts
        let page = SeriesListPage(
            parts.map(\.assessment),
            next: parts.last?.assessment.key,
            of: sample.indicator,
            in: try sample.programme(),
            areaNames: IndicatorPageSamples.areaNames,
            frame: sample.frame("Alle reeksen"),
            plan: sample.plan()
        ).html
        #expect(page.contains("reeksen?na=wmo-maatwerk%2FWK030302\" rel=\"next\""))
        #expect(page.contains("Biddinghuizen (WK030302)</a>"))
    }

    @Test func `what is not there is said with what may have been meant, and nothing of it is markup`() {
        let page = UnknownPage(
            "Er is geen programma ‘<script>’.",
            meant: [("dronten-6", .programme("dronten-6", .all))],
            language: .nl
        ).html
        #expect(page.contains("‘&lt;script&gt;’") && page.contains("<a href=\"/programma/dronten-6\">dronten-6</a>"))
    }
}

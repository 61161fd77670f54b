import Assessment
import DigestSamples
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("Pages: overview and programme", .ownThreads)
struct PageTests {
    private let samples = PageSamples()

    @Test func `they look as recorded`() throws {
        try expectGolden(Array(samples.overview().html.utf8), "page-overview.html")
        try expectGolden(Array(samples.overview(.en).html.utf8), "page-overview.en.html")
        try expectGolden(Array(samples.page().html.utf8), "page-programme.html")
        var filter = SeriesFilter()
        filter.light = .red
        try expectGolden(Array(samples.page(filter).html.utf8), "page-programme-red.html")
    }

    @Test func `before anything is kept, the first page says so and claims nothing`() throws {
        let programme = samples.programme
        let page = OverviewPage(
            frame: PageFrame(title: "Overzicht", language: .nl),
            programmes: [OverviewPage.Programme(id: programme.id, title: programme.title, lights: [:], parts: [:])],
            candidates: [],
            late: [],
            undelivered: 0,
            hasBegun: false,
            by: .exact,
            register: samples.register
        )
        try expectGolden(Array(page.html.utf8), "page-overview-empty.html")
        #expect(page.html.contains("Peilwacht heeft nog niets beoordeeld"))
        #expect(!page.html.contains("ontvangen"))
    }

    @Test func `a hidden number shows nowhere, nor does its light`() throws {
        var open = samples
        open.hidesChildren = false
        let title = "Kinderen in een instelling"
        #expect(try open.overview().html.contains("\(title)</a>: 6"))
        #expect(try !samples.overview().html.contains(title))
        let page = try samples.page().html
        let row = try #require(page.components(separatedBy: "<tr role=\"row\">").first { $0.contains(title) })
        #expect(row.contains("Grijs") && row.contains("niet getoond") && !row.contains("Rood"))
        #expect(!row.contains(">6<") && !row.contains("chart-red"))
        var filter = SeriesFilter()
        filter.light = .red
        #expect(try !samples.page(filter).html.contains(title))
    }

    @Test func `what a stranger wrote becomes no element`() throws {
        let texts = ["tekst"] + Hostile.texts.filter { !$0.oneLine().isEmpty }
        let hostile = texts.map { text in PageSamples(name: { _ in text }) }
        for pages in try [hostile.map { try $0.overview().html }, hostile.map { try $0.page().html }] {
            let found = try Markup.tags(pages)
            #expect(found[0].count > 80)
            for (text, tags) in zip(texts, found) { #expect(tags == found[0], "\(text.oneLine())") }
        }
    }

    @Test func `every element is closed in its turn, and no id stands twice`() throws {
        for page in try [samples.overview().html, samples.page().html] {
            var open: [String] = []
            for tag in try Markup.tags([page])[0] where !tag.hasPrefix("!") {
                let name = String(tag.prefix { $0 != " " })
                if name.hasPrefix("/") {
                    #expect(open.popLast() == String(name.dropFirst()))
                } else if !["meta", "br", "link", "input"].contains(name), !Markup.closed.contains(name) {
                    open.append(name)
                }
            }
            #expect(open == [])
            let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func `they go with a strict content security policy`() throws {
        for page in try [samples.overview().html, samples.page().html] {
            for word in ["style=", "<style", "<script", "http:", "https:", "url("] {
                #expect(!page.contains(word), "\(word)")
            }
        }
        for word in ["url(", "@import", "http"] { #expect(!StyleSheet.text.contains(word)) }
    }

    @Test func `a filter keeps what is chosen, and leads from page to page`() throws {
        var filter = SeriesFilter()
        filter.owner = "Wethouder Zorg"
        filter.text = "EENZAAM"
        let page = try samples.page(filter)
        #expect(page.selection.shown == ["eenzaamheid"] && page.isFiltered)
        #expect(page.html.contains("1 van 6 indicatoren"))
        #expect(page.html.contains("<option value=\"Wethouder Zorg\" selected>"))
        #expect(page.html.contains("value=\"EENZAAM\""))
        filter.text = "staat er niet"
        #expect(try samples.page(filter).html.contains("0 van 6 indicatoren"))
    }

    @Test func `a programme is shown so many indicators at a time`() throws {
        let ids = (1...120).map { IndicatorID("i\($0)") }
        let indicators = ids.map { id in
            Indicator(
                id: id,
                title: id.description,
                unit: .count,
                better: .lower,
                cadence: Cadence(.year, dueDays: 1),
                programme: "p",
                package: "A"
            )
        }
        let package = Package(id: "A", title: "A", goals: [], indicators: ids)
        let programme = Programme(id: "p", title: "P", area: "GM0303", source: nil, packages: [package])
        let register = IndicatorRegister(programmes: [programme], indicators: indicators, paths: [:], areaNames: [:])
        func selection(_ page: Int) -> ProgrammeSelection {
            var filter = SeriesFilter()
            filter.page = page
            return ProgrammeSelection(of: programme, by: filter, in: register) { _ in .grey }
        }
        #expect(selection(1).shown == Array(ids.prefix(50)) && selection(1).pageCount == 3)
        #expect(selection(3).shown == Array(ids.suffix(20)) && selection(3).count == 120)
        // One that was there once, and is not any more, is the last one.
        #expect(selection(9).page == 3 && selection(9).shown == selection(3).shown)
    }

    @Test func `it is red at the top while the watch stands still, and not before`() throws {
        func words(_ seconds: Int, passed: Int? = 0, isFaulty: Bool = false) -> String? {
            let freshness = PageFreshness(
                startedAt: PageSamples.now,
                passedAt: passed.map { PageSamples.now.adding(seconds: $0) },
                evaluateEvery: 60,
                configurationIsFaulty: isFaulty
            )
            return freshness.words(at: PageSamples.now.adding(seconds: seconds), in: Sample.amsterdam, Phrases(.nl))
        }
        #expect(words(240) == nil && words(240, passed: nil) == nil)
        let still = try #require(words(241))
        #expect(
            still
                == "Deze pagina is misschien niet actueel. Peilwacht heeft sinds 1 april 2026 om 08.00 uur geen ronde "
                + "afgemaakt. Vraag de beheerder om hulp."
        )
        #expect(words(300, passed: 100) == nil && words(300, passed: nil) == still)
        #expect(try #require(words(10, isFaulty: true)).hasPrefix("De instellingen zijn gewijzigd"))
        var frame = samples.frame("Overzicht")
        frame.staleness = still
        let page = try samples.overview(frame: frame).html
        #expect(page.contains("<p class=\"warning\"><strong>Let op.</strong> \(still)</p>\n<h1>"))
    }

    @Test func `text and marks can be seen on each ground (WCAG 2.2, 1.4.3 and 1.4.11)`() {
        func expect(_ tone: PagePalette.Tone, _ least: Double, on grounds: [PagePalette.Tone]) {
            for ground in grounds {
                #expect(Contrast.ratio(tone.light, ground.light) >= least, "\(tone.name) on \(ground.name), light")
                #expect(Contrast.ratio(tone.dark, ground.dark) >= least, "\(tone.name) on \(ground.name), dark")
            }
        }
        let grounds = [PagePalette.page, PagePalette.panel]
        for text in PagePalette.texts { expect(text, 4.5, on: grounds) }
        expect(PagePalette.onButton, 4.5, on: [PagePalette.button])
        expect(PagePalette.border, 3, on: grounds)
        for tone in ChartPalette.seen {
            for ground in grounds {
                #expect(Contrast.ratio(tone.light, ground.light) >= 3 && Contrast.ratio(tone.dark, ground.dark) >= 3)
            }
        }
    }
}

import Alerting
import Catalogue
import Foundation
import Indicators
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("What the desk answers about all open alerts, and about who was told", .timeLimit(.minutes(5)))
struct AlertsAnswersTests {
    private static func values(_ ids: [IndicatorID], _ value: String = "150") -> [(SeriesKey, String)] {
        ids.map { (Watched.key($0), value) }
    }

    private static func links(_ text: String, _ relation: String) -> [String] {
        text.components(separatedBy: "<a href=\"").dropFirst().filter { $0.contains("rel=\"\(relation)\"") }
            .map { $0.components(separatedBy: "\"")[0].replacing("&amp;", with: "&") }
    }

    /// The same store and clock under a configuration that watches other indicators.
    private static func desk(of fixture: DeskFixture, watching indicators: [String]) throws -> PageDesk {
        let active = ActiveConfiguration(
            try Watched.configuration(indicators.joined(separator: "\n"), in: fixture.folder.path)
        )
        return PageDesk(clock: .fixed(DeskFixture.now), vitalSigns: fixture.signs) { active }
    }

    @Test func `an alert is listed whatever the light of its series, and after its indicator has gone`() async throws {
        let fixture = try await DeskFixture(["een", "twee"].map { Watched.yearly($0) })
        try await fixture.watch(Self.values(["een", "twee"]))
        let all = try await fixture.ask("/meldingen")
        #expect(all.text.contains("Er staan 2 meldingen open."))
        for id in ["een", "twee"] { #expect(all.text.contains("gebied=GM0303\">Titel \(id)</a>")) }
        let overview = try await fixture.ask("/").text
        #expect(overview.contains("Er staan 2 meldingen open. <a href=\"/meldingen\">"))
        #expect(overview.contains("Stoplichten en meldingen zijn niet hetzelfde."))
        // The first one has no target any more, so that it is grey; the other one is gone.
        let grey = Watched.yearly("een", "targets: {}").replacing(", targets: {}", with: "")
        let desk = try Self.desk(of: fixture, watching: [grey])
        let answer = await desk.answer(PageRequest(path: ["meldingen"]))
        withExtendedLifetime(fixture) {}
        guard case .bytes(let bytes) = answer.body else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Titel een</a>") && text.contains("Titel twee<br>") && text.contains("niet meer gevolgd"))
    }

    @Test func `they are told page by page, each once`() async throws {
        let ids = (1...120).map { IndicatorID("i\($0)") }
        let fixture = try await DeskFixture(ids.map { Watched.yearly($0.description) })
        try await fixture.watch(Self.values(ids))
        var (next, seen, pages): (String?, [String], Int) = ("/meldingen", [], 0)
        while let address = next, pages < 5 {
            let text = try await fixture.ask(address).text
            seen += text.components(separatedBy: "<small>target:").dropFirst().map {
                $0.components(separatedBy: "<")[0]
            }
            next = Self.links(text, "next").first
            pages += 1
        }
        #expect(pages == 3 && seen.count == 120 && Set(seen).count == 120)
        let one = try await fixture.ask("/meldingen?zoek=i117")
        #expect(one.text.contains("Titel i117</a>") && !one.text.contains("Titel i118</a>"))
    }

    @Test(
        "a value that nothing has is answered with those that there are",
        arguments: [
            ("/meldingen?programma=x", "/meldingen?programma=dronten"),
            ("/meldingen?eigenaar=x", "eigenaar=Wethouder%20Wmo"),
            ("/meldingen?ernst=paars", "ernst=rood"), ("/programma/dronten?pakket=B", "pakket=A"),
            ("/programma/dronten?eigenaar=x", "eigenaar=Wethouder%20Wmo"),
            ("/programma/dronten?licht=paars", "licht=rood"),
        ]
    )
    func unknown(address: String, known: String) async throws {
        let fixture = try await DeskFixture([Watched.yearly("een", "owner: Wethouder Wmo, targets: {2026: \"<100\"}")])
        let told = try await fixture.ask(address)
        #expect(told.answer.status == .notFound)
        #expect(told.text.contains("is geen bekende waarde van") && told.text.contains(known), "\(told.text)")
    }

    @Test(arguments: [("package=B", "'A'"), ("programme=x", "dronten"), ("owner=x", "Wethouder Wmo")])
    func `a program that asks for what the configuration does not have is refused`(
        query: String,
        known: String
    )
        async throws
    {
        let fixture = try await DeskFixture([Watched.yearly("een", "owner: Wethouder Wmo, targets: {2026: \"<100\"}")])
        let told = try await fixture.ask("/api/v1/status?\(query)")
        #expect(told.answer.status == .badRequest && told.text.contains("there is no "), "\(told.text)")
        #expect(told.text.contains(known.trimmingPrefix("'").replacing("'", with: "")))
    }

    @Test func `every table of a page is a file of its own`() async throws {
        let fixture = try await DeskFixture(["een", "twee"].map { Watched.yearly($0) })
        try await fixture.watch(Self.values(["een", "twee"]))
        for page in ["/", "/meldingen", "/programma/dronten", "/programma/dronten/indicator/een", "/verzonden"] {
            let text = try await fixture.ask(page).text
            let links = text.components(separatedBy: "href=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
                .map { $0.replacing("&amp;", with: "&") }.filter { $0.contains("tabel=") }
            #expect(!links.isEmpty, "\(page)")
            for link in links {
                let file = try await fixture.ask(link)
                #expect(file.answer.status == .ok && file.answer.type == .csv && file.answer.fileName != nil, "\(link)")
            }
        }
        #expect(try await fixture.ask("/?tabel=nergens&formaat=csv").answer.status == .notFound)
        #expect(try await fixture.ask("/healthz?tabel=x&formaat=csv").answer.status == .notFound)
    }

    @Test func `who was told of one alert can be asked from its episode`() async throws {
        let fixture = try await DeskFixture(["een", "twee"].map { Watched.yearly($0) })
        try await fixture.watch(Self.values(["een"]))
        try await fixture.watch(Self.values(["twee"]))
        let page = try await fixture.ask("/programma/dronten/indicator/een").text
        let link = "/verzonden?melding=target%3Aeen%2FGM0303%231"
        #expect(page.contains("<a href=\"\(link)\">wie kreeg hier bericht van</a>"))
        let told = try await fixture.ask(link).text
        #expect(told.contains("Titel een (150") && !told.contains("Titel twee (150"))
        #expect(told.contains("Er is geen mailserver ingesteld"))
        #expect(try await fixture.ask("/verzonden").text.contains("Titel twee (150"))
    }

    @Test func `of mail that rests for want of a relay the first page says so, and with one it does not`() async throws
    {
        let resting = try await DeskFixture([Watched.yearly("een")])
        try await resting.watch(Self.values(["een"]))
        #expect(try await resting.ask("/").text.contains("Er ligt 1 mail in de map outbox."))
        #expect(!resting.active.hasRelay)
    }

    @Test func `whether there is an alert on what may not be told shows no more than its value`() async throws {
        let counted = Watched.yearly("jeugd", "counts: persons, targets: {2026: \"<5\"}")
        for (value, isOpen) in [("7", true), ("3", false)] {
            let fixture = try await DeskFixture([counted])
            try await fixture.watch([(Watched.key("jeugd"), value)])
            let isThere = try await fixture.store.openAlerts().isEmpty == false
            #expect(isThere == isOpen)
            let row = try await fixture.ask("/programma/dronten").text
            #expect(row.contains("data-label=\"Melding sinds\">niet getoond</td>"), "\(value)")
        }
    }
}

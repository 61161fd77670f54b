import Catalogue
import Files
import Foundation
import Indicators
import Logging
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("What the desk answers about an indicator, deliveries and mails", .timeLimit(.minutes(30)))
struct IndicatorAnswersTests {
    private static let now = EngineFixture.now
    private static let alert = "target:wmo/GM0303#1"

    private typealias Fixture = EngineFixture

    private static let jan = PageRequest.Person(
        name: "Jan Jansen",
        tokens: FormTokens(key: FormKey(), person: "Jan Jansen", now: now)
    )
    private static let page = PageAddress.indicator(programme: "dronten", "wmo")

    @Test func `before anything came every page says so`() async throws {
        let fixture = try await Fixture()
        #expect(await fixture.ask(Self.page).text.contains("Er is nog geen waarde."))
        #expect(await fixture.ask(.deliveries()).text.contains("Er is nog geen bestand gekomen."))
        #expect(await fixture.ask(.ledger()).text.contains("Er is nog geen mail gemaakt."))
    }

    @Test func `a value is shown with its alert, its file and what it was before`() async throws {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        try await fixture.take("b.csv", "wmo;2026;160;GM0303;")
        let (answer, text) = await fixture.ask(Self.page)
        #expect(answer.status == .ok)
        #expect(text.contains("160") && text.contains("<a href=\"/leveringen/2\">b.csv</a>"))
        #expect(text.contains("1 eerder") && text.contains("<a href=\"/leveringen/1\">a.csv</a>"))
        #expect(text.contains(Self.alert) && text.contains("Rood"))
        #expect(!text.contains("<form method=\"post\""))
        let deliveries = await fixture.ask(.deliveries()).text
        #expect(deliveries.contains("b.csv") && deliveries.contains("ingenomen"))
        let ledger = await fixture.ask(.ledger(to: "wethouder")).text
        #expect(ledger.contains("wethouder@dronten.example") && ledger.contains("niet verstuurd: geen mailserver"))
        #expect(await fixture.ask(.ledger(to: "niemand")).text.contains("geen mail gemaakt"))
    }

    @Test func `the receipt of a delivery stands on its page, and never what a link in its place leads to`()
        async throws
    {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        #expect(await fixture.ask(.delivery(1)).text.contains("SHA-256: "))
        let receipts = "\(fixture.folder.path)/var/receipts"
        let name = try #require(
            try fixture.folder.directory("var/receipts").sortedNames().last { $0.hasSuffix(".txt") }
        )
        try FileManager.default.removeItem(atPath: "\(receipts)/\(name)")
        try FileManager.default.createSymbolicLink(atPath: "\(receipts)/\(name)", withDestinationPath: "/etc/passwd")
        let text = await fixture.ask(.delivery(1)).text
        #expect(!text.contains("root:") && text.contains("staat niet meer"))
    }

    @Test(arguments: [
        PageAddress.indicator(programme: "drontn", "wmo"), .indicator(programme: "dronten", "wmoo"),
        .indicator(programme: "dronten", "wmo", area: "GM9999"),
        .indicator(programme: "dronten", "wmo", breakdown: Breakdown(pairs: ["leeftijd": "<script>"])),
        .series(programme: "dronten", "<script>", after: nil), .delivery(99),
    ])
    func `what is not there is answered with what may have been meant`(address: PageAddress) async throws {
        let fixture = try await Fixture()
        let (answer, text) = await fixture.ask(address)
        #expect(answer.status == .notFound && answer.type == .html)
        #expect(
            text.contains("Bedoelde u misschien") || address == .series(programme: "dronten", "<script>", after: nil)
        )
        #expect(!text.contains("<script>"))
    }

    @Test func `an alert is taken up and explained on the page, in the name of who did`() async throws {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        #expect(await fixture.ask(Self.page, as: Self.jan).text.contains("<form method=\"post\""))
        let taken = await fixture.ask(
            .handling(.acknowledge, episode: Self.alert),
            form: ["tot": "volgende-meting", "waarom": "wacht op GGD"],
            as: Self.jan
        )
        let here = PageAddress.indicator(programme: "dronten", "wmo", area: "GM0303").path
        #expect(taken.answer.status == .seeOther(path: here) && taken.answer.caching == .never)
        _ = await fixture.ask(.handling(.explain, episode: Self.alert), form: ["oorzaak": "vergrijzing"], as: Self.jan)
        let text = await fixture.ask(Self.page, as: Self.jan).text
        #expect(text.contains("Opgepakt door Jan Jansen (via de statuspagina)") && text.contains("wacht op GGD"))
        #expect(text.contains("Oorzaak: vergrijzing"))
    }

    @Test func `what cannot be done shows the form again, and who may not do it is refused`() async throws {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        let address = PageAddress.handling(.acknowledge, episode: Self.alert)
        let again = await fixture.ask(address, form: ["tot": "dag", "waarom": "<b>x"], as: Self.jan)
        #expect(again.answer.status == .badRequest && again.text.contains("Vul de dag in."))
        #expect(again.text.contains("&lt;b&gt;x"))
        let reader = PageRequest.Person(name: "Piet", tokens: nil)
        for person in [nil, reader] {
            let (answer, text) = await fixture.ask(address, form: ["tot": "opgelost"], as: person)
            #expect(answer.status == .forbidden && answer.type == .html)
            #expect(text.contains(person == nil ? "U bent niet ingelogd." : "‘Piet’ mag geen meldingen"))
        }
        let gone = PageAddress.handling(.acknowledge, episode: "target:wmo/GM0303#9")
        let missing = await fixture.ask(gone, form: ["tot": "opgelost"], as: Self.jan)
        #expect(missing.answer.status == .badRequest && missing.text.contains("niet meer open"))
        let unknown = PageAddress.handling(.acknowledge, episode: "<b>")
        #expect(await fixture.ask(unknown, form: [:], as: Self.jan).answer.status == .notFound)
        #expect(!(await fixture.ask(Self.page, as: Self.jan).text.contains("Opgepakt")))
    }

    /// The mark of what a page showed, on the form that is sent to an address.
    private static func mark(_ page: String, _ address: PageAddress) throws -> String {
        let form = try #require(page.range(of: "action=\"\(address.path)\"")).upperBound
        let name = "name=\"gezien\" value=\""
        let start = try #require(page[form...].range(of: name)).upperBound
        return String(page[start...].prefix { $0 != "\"" })
    }

    private static let piet = PageRequest.Person(
        name: "Piet Pietersen",
        tokens: FormTokens(key: FormKey(), person: "Piet Pietersen", now: now)
    )

    @Test func `a form that was filled in on an earlier state overwrites nothing unseen, and loses nothing`()
        async throws
    {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        let forms: [(PageAddress.HandlingForm, [String: String], [String: String])] = [
            (.explain, ["oorzaak": "vergrijzing"], ["oorzaak": "minder budget", "gevolg": "wachtlijst"]),
            (.acknowledge, ["tot": "opgelost", "waarom": "bel de GGD"], ["tot": "opgelost", "waarom": "mail de GGD"]),
        ]
        for (kind, first, second) in forms {
            let address = PageAddress.handling(kind, episode: Self.alert)
            let seen = try Self.mark(await fixture.ask(Self.page, as: Self.jan).text, address)
            let early = first.merging(["gezien": seen]) { $1 }
            #expect(await fixture.ask(address, form: early, as: Self.piet).answer.status == .seeOther(path: Self.here))
            let late = await fixture.ask(address, form: second.merging(["gezien": seen]) { $1 }, as: Self.jan)
            #expect(late.answer.status == .badRequest && late.text.contains("Iemand anders heeft deze melding"))
            for typed in [first, second].flatMap(\.values) where typed != "opgelost" {
                #expect(late.text.contains(typed), "\(typed)")
            }
            #expect(await !fixture.ask(Self.page).text.contains(second["oorzaak"] ?? second["waarom"] ?? ""))
            let again = second.merging(["gezien": try Self.mark(late.text, address)]) { $1 }
            #expect(await fixture.ask(address, form: again, as: Self.jan).answer.status == .seeOther(path: Self.here))
        }
        let text = await fixture.ask(Self.page).text
        #expect(text.contains("minder budget") && text.contains("mail de GGD") && !text.contains("bel de GGD"))
    }

    private static let here = PageAddress.indicator(programme: "dronten", "wmo", area: "GM0303").path

    @Test func `a form of before the daemon's last start shows what was typed, and does nothing`() async throws {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        let address = PageAddress.handling(.explain, episode: Self.alert)
        let late = await fixture.ask(address, form: ["oorzaak": "lang <getypt>"], isLate: true, as: Self.jan)
        #expect(late.answer.status == .badRequest && late.answer.caching == .never)
        #expect(late.text.contains("stond te lang open") && late.text.contains("lang &lt;getypt&gt;"))
        #expect(await !fixture.ask(Self.page).text.contains("getypt"))
        let api = PageRequest(.lateForm, path: ["api", "v1", "status"], person: Self.jan)
        #expect(await fixture.desk.answer(api).status == .methodNotAllowed)
    }

    @Test func `a receipt that is too long to be shown is cut at a line, which is said`() async throws {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        #expect(await !fixture.ask(.delivery(1)).text.contains("te lang"))
        let names = try fixture.folder.directory("var/receipts").sortedNames()
        let name = try #require(names.last { $0.hasSuffix(".txt") })
        let lines = String(repeating: "regel \u{E9}\u{E9}n\n", count: ReceiptFiles.longest / 11 + 1)
        try lines.write(toFile: "\(fixture.folder.path)/var/receipts/\(name)", atomically: false, encoding: .utf8)
        let text = await fixture.ask(.delivery(1)).text
        #expect(text.contains("te lang om hier helemaal te tonen") && !text.contains("\u{FFFD}"))
    }

    @Test func `where there are no series that is said, and behind the last that there are no more`() async throws {
        let fixture = try await Fixture()
        let first = PageAddress.series(programme: "dronten", "wmo", after: nil)
        #expect(await !fixture.ask(first).text.contains("geen reeksen meer"))
        let last = PageAddress.series(programme: "dronten", "wmo", after: Watched.key("wmo", area: "WK999999"))
        #expect(await fixture.ask(last).text.contains("Er zijn geen reeksen meer."))
    }

    @Test func `what is awaited is worked out once for each state of the store, and its page keeps its bytes`()
        async throws
    {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;")
        let first = await fixture.ask(.deliveries())
        let work = try #require(await fixture.desk.knownAwaited?.known.work)
        let second = await fixture.ask(.deliveries())
        #expect(first.text == second.text && first.answer.caching == .revalidated)
        #expect(await fixture.desk.knownAwaited?.known.work == work)
        try await fixture.take("b.csv", "wmo;2026;160;GM0303;")
        #expect(await fixture.ask(.deliveries()).text.contains("b.csv"))
        #expect(await fixture.desk.knownAwaited?.known.work != work)
    }

    @Test func `the parts of an indicator stand beside each other, the worst first, and all of them in a table`()
        async throws
    {
        let fixture = try await Fixture()
        let parts = "wmo;2026;90;GM0303;leeftijd=65+\nwmo;2026;170;GM0303;leeftijd=18-64"
        try await fixture.take("a.csv", "wmo;2026;150;GM0303;\n\(parts)")
        let page = await fixture.ask(Self.page).text
        let places = ["leeftijd=18-64</a>", "leeftijd=65+</a>"].compactMap { page.range(of: $0)?.lowerBound }
        #expect(places.count == 2 && places == places.sorted())
        let list = await fixture.ask(.series(programme: "dronten", "wmo", after: nil)).text
        #expect(list.contains("leeftijd=18-64</a>"))
        #expect(list.contains(">GM0303</a>") || list.contains("(GM0303)</a>"))
        let breakdown = Breakdown(pairs: ["leeftijd": "65+"])
        let own = await fixture.ask(.indicator(programme: "dronten", "wmo", breakdown: breakdown))
        #expect(own.answer.status == .ok && own.text.contains("<h1>Titel wmo: leeftijd=65+</h1>"))
    }
}

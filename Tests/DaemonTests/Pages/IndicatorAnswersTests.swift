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
    private static let now = Instant(seconds: 1_801_000_000)
    private static let alert = "target:wmo/GM0303#1"

    /// A daemon's engine on a folder of its own, and the desk beside it.
    private struct Fixture {
        let folder: TemporaryFolder
        let engine: Engine
        let desk: PageDesk

        init(_ indicators: String = Watched.yearly("wmo"), top: String = "") async throws {
            folder = try TemporaryFolder()
            let configuration = try Watched.configuration(indicators, top: top, in: folder.path)
            let active = ActiveConfiguration(configuration)
            try FileManager.default.createDirectory(atPath: "\(folder.path)/var", withIntermediateDirectories: true)
            let store = try SQLiteStore.openForWriting(configuration)
            let engine = try Engine(
                active: active,
                store: store,
                clock: .fixed(IndicatorAnswersTests.now),
                notifier: SystemdNotifier(environment: [:]),
                watchdog: nil,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await engine.start()
            try await store.endOpening(of: store.openingIndicators())
            self.engine = engine
            desk = PageDesk(
                clock: .fixed(IndicatorAnswersTests.now),
                vitalSigns: VitalSigns(startedAt: IndicatorAnswersTests.now),
                handle: { order in
                    (try? await engine.handle(order)) ?? ControlResponse(status: 70, json: "null", text: "")
                },
                active: { active }
            )
        }

        /// Takes a file in, as a pass does.
        func take(_ name: String, _ rows: String) async throws {
            let inbox = try folder.directory("var/inbox")
            try inbox.put(name, "indicator;periode;waarde;gebied;uitsplitsing\n\(rows)\n")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)],
                ofItemAtPath: inbox.path(name)
            )
            _ = try await engine.pass()
        }

        func ask(
            _ address: PageAddress,
            form: [String: String]? = nil,
            as person: PageRequest.Person? = nil
        ) async -> (answer: PageAnswer, text: String) {
            let sides = address.path.split(separator: "?", maxSplits: 1).map(String.init)
            let fields = (sides.count == 2 ? sides[1] : "").split(separator: "&").map { field in
                field.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            }
            let request = PageRequest(
                form == nil ? .get : .post,
                path: sides[0].split(separator: "/").map { String($0).removingPercentEncoding ?? "" },
                query: Dictionary(fields.map { ($0[0], $0[1]) }) { first, _ in first },
                form: form ?? [:],
                person: person
            )
            let answer = await desk.answer(request)
            guard case .bytes(let bytes) = answer.body else { return (answer, "") }
            return (answer, String(decoding: bytes, as: UTF8.self))
        }
    }

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
        #expect(ledger.contains("wethouder@dronten.example") && ledger.contains("wacht"))
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
            #expect(await fixture.ask(address, form: ["tot": "opgelost"], as: person).answer.status == .forbidden)
        }
        let gone = PageAddress.handling(.acknowledge, episode: "target:wmo/GM0303#9")
        let missing = await fixture.ask(gone, form: ["tot": "opgelost"], as: Self.jan)
        #expect(missing.answer.status == .badRequest && missing.text.contains("intussen veranderd of gesloten"))
        let unknown = PageAddress.handling(.acknowledge, episode: "<b>")
        #expect(await fixture.ask(unknown, form: [:], as: Self.jan).answer.status == .notFound)
        #expect(!(await fixture.ask(Self.page, as: Self.jan).text.contains("Opgepakt")))
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

import Alerting
import Catalogue
import Files
import Foundation
import Indicators
import Logging
import Mailing
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("Taking an alert up by the link in a mail", .timeLimit(.minutes(5)))
struct TakeUpTests {
    private static let now = Instant(seconds: 1_801_000_000)
    private static let page = """
        page: {listen: "127.0.0.1:0", address: https://peil.dronten.example, acknowledge_by_mail: true}
        """

    /// A daemon's engine on a folder of its own, and the desk beside it, which looks at a moment.
    private struct Fixture {
        let folder: TemporaryFolder
        let engine: Engine
        let store: SQLiteStore
        private let active: ActiveConfiguration

        init(top: String = TakeUpTests.page) async throws {
            folder = try TemporaryFolder()
            let configuration = try Watched.configuration(Watched.yearly("wmo"), top: top, in: folder.path)
            active = ActiveConfiguration(configuration)
            try FileManager.default.createDirectory(atPath: "\(folder.path)/var", withIntermediateDirectories: true)
            store = try SQLiteStore.openForWriting(configuration)
            engine = try Engine(
                active: active,
                store: store,
                clock: .fixed(TakeUpTests.now),
                notifier: SystemdNotifier(environment: [:]),
                watchdog: nil,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await engine.start()
            try await store.endOpening(of: store.openingIndicators())
        }

        func take(_ name: String, _ value: String) async throws {
            let inbox = try folder.directory("var/inbox")
            try inbox.put(name, "indicator;periode;waarde\nwmo;2026;\(value)\n")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)],
                ofItemAtPath: inbox.path(name)
            )
            _ = try await engine.pass()
        }

        /// The addresses of the links in the mails, the latest last.
        func links() async throws -> [String] {
            var links: [String] = []
            for mail in try await store.messages(after: 0, limit: 99) {
                let text = MIMEMessage.plainText(of: try await store.bytes(ofMessage: mail.id) ?? [])
                links += text.split(separator: "\n").map { $0.trimmingPrefix("  ") }
                    .filter { $0.hasPrefix("https://peil.dronten.example/oppakken/") }.map(String.init)
            }
            return links
        }

        /// Follows a link; `subscribers` are those of the configuration that is in force then.
        func follow(
            _ link: String,
            _ method: PageRequest.Method = .get,
            after seconds: Int = 0,
            subscriptions: String = Watched.wethouder
        ) async throws -> (answer: PageAnswer, text: String) {
            var active = ActiveConfiguration(
                try Watched.configuration(
                    Watched.yearly("wmo"),
                    subscriptions: subscriptions,
                    top: TakeUpTests.page,
                    in: folder.path
                )
            )
            active.links = await engine.active.links
            let now = TakeUpTests.now.adding(seconds: seconds)
            let desk = PageDesk(
                clock: .fixed(now),
                vitalSigns: VitalSigns(startedAt: now),
                handle: { [engine] order in
                    (try? await engine.handle(order)) ?? ControlResponse(status: 70, json: "null", text: "")
                },
                active: { [active] in active }
            )
            let path = link.trimmingPrefix("https://peil.dronten.example/").split(separator: "/").map(String.init)
            let answer = await desk.answer(PageRequest(method, path: path))
            guard case .bytes(let bytes) = answer.body else { return (answer, "") }
            return (answer, String(decoding: bytes, as: UTF8.self))
        }

        func acknowledgements() async throws -> [String] {
            try await store.openEpisodes().compactMap(\.handling.acknowledgement?.by)
        }
    }

    @Test func `looking changes nothing, the button does it, in the reader's name, and it is in the log`() async throws
    {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "150")
        let link = try #require(try await fixture.links().last)
        for _ in 1...3 {
            let (answer, text) = try await fixture.follow(link)
            #expect(answer.status == .ok && answer.caching == .never)
            #expect(text.contains("<h1>Deze melding oppakken?</h1>") && text.contains("Titel wmo"))
            #expect(text.contains("method=\"post\"") && text.contains("wethouder@dronten.example"))
        }
        #expect(try await fixture.acknowledgements() == [])
        let (answer, text) = try await fixture.follow(link, .post)
        #expect(answer.status == .ok && text.contains("<h1>De melding is opgepakt</h1>"))
        #expect(try await fixture.acknowledgements() == ["wethouder@dronten.example (via link in mail)"])
        let log = try String(contentsOfFile: "\(fixture.folder.path)/var/alerts.jsonl", encoding: .utf8)
        #expect(log.contains("\"event\":\"acknowledged\"") && log.contains("via link in mail"))
        // Once is enough.
        for method in [PageRequest.Method.get, .post] {
            let again = try await fixture.follow(link, method)
            #expect(again.text.contains("<h1>De melding was al opgepakt</h1>") && !again.text.contains("<form"))
        }
        #expect(log.count { $0 == "\n" } == 2)
    }

    @Test
    func `a link of an alert that has ended, that is over or forged, or whose reader gets no mails, does nothing`()
        async throws
    {
        let fixture = try await Fixture()
        try await fixture.take("a.csv", "150")
        let link = try #require(try await fixture.links().last)
        let forged = String(link.dropLast()) + (link.hasSuffix("A") ? "B" : "A")
        for method in [PageRequest.Method.get, .post] {
            let over = try await fixture.follow(link, method, after: 14 * 86_400)
            #expect(over.answer.status == .forbidden && over.text.contains("De tijd van deze link is om."))
            let other = try await fixture.follow(forged, method)
            #expect(other.answer.status == .forbidden && other.text.contains("niet compleet of niet meer geldig"))
            let gone = try await fixture.follow(link, method, subscriptions: Watched.beleid)
            #expect(gone.answer.status == .forbidden && gone.text.contains("krijgt geen mails meer"))
            for text in [over.text, other.text, gone.text] { #expect(text.contains("Er is niets veranderd.")) }
        }
        #expect(try await fixture.acknowledgements() == [])
        try await fixture.take("b.csv", "90")
        for method in [PageRequest.Method.get, .post] {
            let ended = try await fixture.follow(link, method)
            #expect(
                ended.text.contains("<h1>Deze melding is al gesloten</h1>")
                    && ended.text.contains("Er is niets veranderd.")
            )
        }
        // The next episode of the alert is another matter.
        try await fixture.take("c.csv", "160")
        #expect(try await fixture.follow(link, .post).text.contains("al gesloten"))
        #expect(try await fixture.acknowledgements() == [])
    }

    @Test func `without the setting mails have no link, and the address leads nowhere`() async throws {
        let fixture = try await Fixture(top: "page: {listen: \"127.0.0.1:0\", address: https://peil.dronten.example}")
        try await fixture.take("a.csv", "150")
        #expect(try await fixture.links().isEmpty)
        #expect(try await fixture.follow("https://peil.dronten.example/oppakken/a.b", .post).answer.status == .notFound)
    }
}

import Catalogue
import Dispatch
import Foundation
import Indicators
import Logging
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("The status page under load", .ownThreads, .timeLimit(.minutes(10)))
struct PageLoadTests {
    /// Holds up the one thread that pages are made on.
    private final class HeldPages: Sendable {
        private let gate = DispatchSemaphore(value: 0)

        /// Returns when nothing is made any more.
        init() async {
            let (held, begun) = AsyncStream.makeStream(of: Void.self)
            Task(executorPreference: OwnThread.pages) { [gate] in
                begun.yield()
                Self.wait(gate)
            }
            var iterator = held.makeAsyncIterator()
            await iterator.next()
        }

        deinit { gate.signal() }

        private static func wait(_ gate: DispatchSemaphore) { gate.wait() }
    }

    /// Serves what a desk answers while the test runs, at a port that the system chooses.
    private func serving(_ desk: PageDesk, _ test: (_ port: Int) async throws -> Void) async throws {
        let (listening, heard) = AsyncStream.makeStream(of: Int.self)
        let server = PageServer(
            at: [.network(host: "127.0.0.1", port: 0)],
            access: PageAccess(),
            language: .nl,
            source: desk,
            now: { EngineFixture.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            isListening: { _, port in heard.yield(port ?? 0) }
        )
        let running = Task.detached { try await server.run() }
        defer { running.cancel() }
        var iterator = listening.makeAsyncIterator()
        try await test(try #require(await iterator.next()))
        running.cancel()
        try await running.value
    }

    private func asking(_ address: String, at port: Int) throws -> RawClient {
        let client = try RawClient(port: port)
        client.ask("GET \(address)", ["Connection: close"])
        return client
    }

    @Test func `two hundred readers who all wait hold up neither a pass nor health, and are all answered`() async throws
    {
        let fixture = try await EngineFixture()
        try await serving(fixture.desk) { port in
            var held: HeldPages? = await HeldPages()
            // More than are served at once.
            let readers = try (0..<200).map { try asking(["/", "/leveringen"][$0 % 2], at: port) }
            for pass in 1...5 { try await fixture.take("\(pass).csv", "wmo;2026;15\(pass);GM0303;") }
            let store = try #require(try SQLiteStore.openForReading(await fixture.engine.active.configuration))
            #expect(try await store.deliveries(before: nil, limit: 9).count == 5)
            #expect(
                try await store.histories(of: [Watched.key("wmo")])[0].observations.last?.value == ExactDecimal("155")
            )
            let health = await fixture.desk.answer(PageRequest(path: ["healthz"]))
            #expect(health.type == .text && health.caching == .never)
            if held != nil { held = nil }
            for reader in readers {
                let answer = reader.response()
                #expect(answer?.status == 200)
                #expect(answer?.text.contains("155") == true || answer?.text.contains("5.csv") == true)
            }
        }
    }

    @Test func `health is told at the server while a page is being made`() async throws {
        let fixture = try await EngineFixture()
        try await serving(fixture.desk) { port in
            let held = await HeldPages()
            let reader = try asking("/", at: port)
            let health = try asking("/healthz", at: port)
            #expect(try #require(health.response()).text.contains("store: it can be read"))
            withExtendedLifetime((held, reader)) {}
        }
    }

    @Test(arguments: [
        "/programma/..%2f..%2f..%2fetc%2fpasswd", "/leveringen/..%2f1", "/leveringen/1%20OR%201=1",
        "/leveringen/-1", "/leveringen/99999999999999999999", "/leveringen?voor=1;DROP%20TABLE%20series",
        "/verzonden?aan=%27%20OR%20%271%27=%271", "/verzonden?aan=%25", "/programma/dronten?zoek=%27;--%3Cscript%3E",
        "/programma/dronten/indicator/wmo%27--", "/programma/dronten/indicator/wmo?gebied=GM0303%27%20OR%201=1",
        "/programma/dronten/indicator/wmo?uitsplitsing=%3Cscript%3E=x", "/api/v1/status?after=%27/%27/%27",
        "/api/v1/status?text=%25_%27", "/api/v1/ledger?to=%27&alert=%27", "/api/v1/alerts?after=1%20UNION%20SELECT",
        "/api/v1/observations/wmo/..%2f..%2fetc%2fpasswd", "/melding/%27%20OR%201=1/toelichten",
    ])
    func `what is smuggled into an address is a name like any other`(address: String) async throws {
        let fixture = try await DeskFixture([Watched.yearly("wmo")])
        try await fixture.watch([(Watched.key("wmo"), "150")])
        let told = try await fixture.ask(address)
        #expect([.ok, .notFound, .badRequest].contains(told.answer.status))
        #expect(!told.text.contains("root:") && !told.text.contains("<script"))
        // Nothing more is found by it than there is.
        #expect(told.answer.status != .ok || !told.text.contains("wethouder@dronten.example"))
        #expect(try await fixture.store.lightCounts()["wmo"]?.total == 1)
    }

    @Test func `no page grows with the store`() async throws {
        // Both are more than any page holds; `tools/bench page` shows the sizes at 20,000.
        let (small, large) = (try await sizes(of: 1000), try await sizes(of: 3000))
        for (address, size) in large {
            let before = try #require(small[address])
            // Numbers have more digits.
            #expect(size <= before + before / 50 + 50, "\(address): \(before) bytes became \(size)")
        }
    }

    private static let addresses = [
        "/", "/programma/dronten", "/programma/dronten/indicator/wmo", "/programma/dronten/indicator/wmo/reeksen",
        "/programma/dronten/rapportage", "/leveringen", "/leveringen/1", "/verzonden", "/metrics", "/healthz",
        "/api/v1/status", "/api/v1/alerts", "/api/v1/alerts?all=true", "/api/v1/targets", "/api/v1/ledger",
        "/api/v1/observations/wmo/GM0303",
    ]

    /// The bytes of each page of a store with so many series, half of which deviate and are told of in mails.
    private func sizes(of count: Int) async throws -> [String: Int] {
        let fixture = try await DeskFixture([Watched.yearly("wmo")])
        let parts = (0..<count).map { (Watched.key("wmo", "\(100_000 + $0)"), $0.isMultiple(of: 2) ? "150" : "50") }
        try await fixture.watch([(Watched.key("wmo"), "50")] + parts)
        var sizes: [String: Int] = [:]
        for address in Self.addresses {
            let told = try await fixture.ask(address)
            #expect(told.answer.status == .ok || address == "/healthz", "\(address)")
            sizes[address] = told.text.utf8.count
        }
        return sizes
    }
}

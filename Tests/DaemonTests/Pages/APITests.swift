import Assessment
import Catalogue
import Foundation
import Indicators
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("What programs ask")
struct APITests {
    private static let wmo = Watched.yearly("wmo")
    private static let jeugd = Watched.yearly("jeugd", "owner: \"Hans Wijnants\", targets: {2026: \"<100\"}")
    /// Few persons, of whom there should be more: red, were it told.
    private static let zorg = Watched.yearly("zorg", "counts: persons, targets: {2026: \">100\"}")

    private static let addresses = [
        "/api/v1/status", "/api/v1/targets", "/api/v1/alerts", "/api/v1/alerts?all=true",
        "/api/v1/observations/wmo/GM0303", "/api/v1/ledger",
    ]

    private func watched() async throws -> DeskFixture {
        let fixture = try await DeskFixture([Self.wmo, Self.jeugd, Self.zorg])
        let values = [("wmo", "112"), ("jeugd", "50"), ("zorg", "3")]
        try await fixture.watch(values.map { (Watched.key(IndicatorID($0.0)), $0.1) })
        return fixture
    }

    private func description(_ fixture: DeskFixture) async throws -> SchemaCheck {
        SchemaCheck(description: try await fixture.ask("/api/v1/openapi.json").json)
    }

    /// The schema of what an address answers with a status.
    private func schema(_ address: String, _ status: String, _ check: SchemaCheck) throws -> JSON {
        let path = String(address.prefix { $0 != "?" }).replacing("wmo/GM0303", with: "{indicator}/{area}")
        var response = try #require(check.description["paths"]?[path]?["get"]?["responses"]?[status])
        if let reference = response["$ref"]?.words { response = check.resolved(reference) }
        return try #require(response["content"]?["application/json"]?["schema"])
    }

    @Test("is answered as it is described", arguments: addresses)
    func conforms(address: String) async throws {
        let fixture = try await watched()
        let check = try await description(fixture)
        let told = try await fixture.ask(address)
        #expect(told.answer.status == .ok)
        #expect(told.answer.type == .json)
        #expect(try !told.json.items.isEmpty, "an empty answer shows nothing")
        #expect(try check.faults(told.json, schema(address, "200", check)) == [])
    }

    @Test("has the values that hold, with the file that brought them")
    func observations() async throws {
        let fixture = try await watched()
        let value = try #require(try await fixture.ask("/api/v1/observations/wmo/GM0303").json.items.first)
        #expect(value["period"] == .text("2026"))
        #expect(value["value"] == .number(112))
        #expect(value["file"] == .text("a.csv"))
        #expect(value["revision"] == .number(1))
    }

    @Test(
        "comes by programme, package, owner, light and a part of its name",
        arguments: [
            ("?light=green", ["jeugd"]), ("?owner=Hans%20Wijnants", ["jeugd"]), ("?text=TITEL%20w", ["wmo"]),
            ("?programme=dronten&package=A", ["jeugd", "wmo", "zorg"]), ("?layer=impact", []),
            ("?after=jeugd/GM0303", ["wmo", "zorg"]),
        ]
    )
    func filters(query: String, indicators: [String]) async throws {
        let told = try await watched().ask("/api/v1/status\(query)")
        #expect(try told.json.items.compactMap { $0["indicator"]?.words } == indicators)
    }

    @Test(
        "never gives away what counts few persons",
        arguments: addresses.filter { !$0.contains("targets") && !$0.contains("wmo") }
            + ["/api/v1/observations/zorg/GM0303"]
    )
    func hides(address: String) async throws {
        let json = try await watched().ask(address).json
        let own = json.objects.filter { $0["indicator"] == .text("zorg") || address.contains("zorg") }
        // Nobody is mailed at once for what may not be told.
        #expect(!own.isEmpty || address.contains("ledger"))
        for object in own {
            #expect(object["hidden"] == .flag(true))
            #expect(object["value"] == .null)
            #expect(object["light"] ?? .text("grey") == .text("grey"))
            #expect(object["severity"] ?? .null == .null)
        }
    }

    @Test("does not say by a filter which light it has", arguments: ["red", "amber", "green"])
    func hidesFromFilters(light: String) async throws {
        let told = try await watched().ask("/api/v1/status?light=\(light)")
        #expect(try told.json.items.allSatisfy { $0["indicator"] != .text("zorg") })
        #expect(told.next == nil)
    }

    @Test("is a table as well", arguments: addresses)
    func csv(address: String) async throws {
        let fixture = try await watched()
        let told = try await fixture.ask(address + (address.contains("?") ? "&" : "?") + "format=csv")
        #expect(told.answer.type == .csv)
        #expect(told.answer.fileName?.hasSuffix(".csv") == true)
        let lines = told.text.replacing("\u{FEFF}", with: "").components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.count > 1)
        // What stands in quotes is one cell.
        let columns = Set(lines.map { $0.replacing(/"[^"]*"/, with: "").count(where: { $0 == ";" }) })
        #expect(columns.count == 1, "\(told.text)")
    }

    @Test(
        "is refused in words where it cannot be",
        arguments: [
            ("/api/v1/status?ligth=red", "400"), ("/api/v1/status?light=paars", "400"),
            ("/api/v1/status?after=x", "400"), ("/api/v1/alerts?after=1", "400"), ("/api/v1/ledger?after=x", "400"),
            ("/api/v1/targets?format=xml", "400"), ("/api/v1/observations/wmo/GM0303?breakdown=x", "400"),
            ("/api/v1/observations/wmo/GM0344", "404"), ("/api/v1/observations/wmo", "404"), ("/api/v1/x", "404"),
            ("/api/v2/status", "404"), ("/api", "404"),
        ]
    )
    func refuses(address: String, status: String) async throws {
        let fixture = try await watched()
        let told = try await fixture.ask(address)
        #expect(told.answer.status == (status == "400" ? .badRequest : .notFound))
        let check = try await description(fixture)
        let name = status == "400" ? "Refused" : "Missing"
        let response = check.resolved("#/components/responses/\(name)")
        let schema = try #require(response["content"]?["application/json"]?["schema"])
        #expect(try check.faults(told.json, schema) == [])
    }

    @Test("is only read")
    func readsOnly() async throws {
        #expect(try await watched().ask("/api/v1/status", .post).answer.status == .methodNotAllowed)
    }

    @Test("comes page by page, each series once")
    func pages() async throws {
        let fixture = try await DeskFixture([Self.wmo])
        let keys = (0..<600).map { Watched.key("wmo", "\(1000 + $0)") }
        try await fixture.watch(keys.map { ($0, "50") })
        let first = try await fixture.ask("/api/v1/status")
        #expect(try first.json.items.count == 500)
        let second = try await fixture.ask(try #require(first.next))
        #expect(second.next == nil)
        let all = try (first.json.items + second.json.items).map { $0["breakdown"]?.words }
        #expect(all.count == 601)
        #expect(Set(all).count == 601)
    }

    @Test("comes page by page, each alert once")
    func pagesOfAlerts() async throws {
        let fixture = try await DeskFixture([Self.wmo])
        let keys = (0..<600).map { Watched.key("wmo", "\(1000 + $0)") }
        try await fixture.watch(keys.map { ($0, "150") })
        for address in ["/api/v1/alerts", "/api/v1/alerts?all=true"] {
            let first = try await fixture.ask(address)
            let second = try await fixture.ask(try #require(first.next))
            #expect(second.next == nil)
            #expect(try Set((first.json.items + second.json.items).map { $0["alert"]?.words }).count == 600)
        }
    }

    @Test("of a mail that told very many changes has the first, and says how many more there are")
    func longMail() async throws {
        let fixture = try await DeskFixture([Self.wmo, Self.zorg])
        let keys = (0..<600).map { Watched.key("wmo", "\(1000 + $0)") }
        try await fixture.watch(keys.map { ($0, "150") })
        let mail = try #require(try await fixture.ask("/api/v1/ledger").json.items.first)
        #expect(mail["told"]?.items.count == APIReader.mostTold)
        #expect(mail["told_more"] == .number(Double(600 - APIReader.mostTold)))
        let page = try await fixture.ask("/verzonden").text
        #expect(page.contains("600 berichten") && page.contains("en nog 500; alles staat in"))
        let table = try await fixture.ask("/api/v1/ledger?format=csv").text
        #expect(table.contains("en nog \(600 - APIReader.mostTold); alles staat in"))
    }

    @Test("is not answered with nothing where the store cannot be read")
    func unreadable() async throws {
        let fixture = try await watched()
        try FileManager.default.removeItem(atPath: fixture.active.configuration.storePath)
        let told = try await fixture.ask("/api/v1/status")
        #expect(told.answer.status == .unavailable(retryAfter: 60))
        #expect(!told.text.contains(fixture.folder.path))
    }
}

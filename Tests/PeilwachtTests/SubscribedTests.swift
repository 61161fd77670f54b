import Foundation
import TestSupport
import Testing

/// Who is told what, by owner and by supplier, through the real program.
@Suite("Subscriptions by owner and notices by supplier, through the real program", .ownThreads)
struct SubscribedTests {
    private typealias Kinds = WatchedKindsTests

    private static func indicator(_ id: String, _ title: String, _ keys: String) -> String {
        """
        - {id: \(id), title: \(title), unit: "%", better: lower, cadence: year, first: 2026, due: 100 days,
           targets: {2026: "<10%", 2027: "<10%"}, \(keys)}
        """ + "\n"
    }

    private func mails(_ sandbox: Sandbox, to address: String) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("\(address)") }.map(\.inOneLine)
    }

    @Test("a portefeuillehouder gets what that owner holds, and nothing else")
    func owner() throws {
        let sandbox = try Kinds.sandbox(
            Self.indicator("schuld", "Schulden", "owner: Hans Wijnants")
                + Self.indicator("zorg", "Jeugdhulp", "owner: Linda Verduin")
                + Self.indicator("niemand", "Vrijwilligers", "source: CBS")
        )
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("about: all", with: "about: {owners: [Hans Wijnants]}"))
        let rows = "schuld;2026;20\nzorg;2026;30\nniemand;2026;40\n"
        try sandbox.drop("a.csv", Kinds.header + rows)
        try sandbox.pass(at: "2027-02-01T08:00")
        try sandbox.pass(at: "2027-02-02T08:35")
        let own = try mails(sandbox, to: "wethouder@dronten.example")
        #expect(own.count == 1 && own[0].contains("Schulden") && own[0].contains("alles van Hans Wijnants"))
        for title in ["Jeugdhulp", "Vrijwilligers"] { #expect(!own[0].contains(title)) }
        let all = try mails(sandbox, to: "beleid@dronten.example")
        #expect(["Schulden", "Jeugdhulp", "Vrijwilligers"].allSatisfy { title in all.contains { $0.contains(title) } })
        let preview = try sandbox.run("--at", "2027-02-02T08:35", "digest", "--to", "wethouder").out
        #expect(preview.contains("Schulden") && !preview.contains("Jeugdhulp"))
    }

    @Test("what one supplier has not sent is one notice that names it, and of another supplier another")
    func supplier() throws {
        let titles = ["Instroom", "Uitstroom", "Bereik"]
        let indicators = titles.enumerated().map { Self.indicator("g\($0)", $1, "source: GGD Flevoland") }
        let sandbox = try Kinds.sandbox(indicators.joined() + Self.indicator("c", "Inkomen", "source: CBS"))
        try sandbox.pass(at: "2027-02-01T08:00")
        #expect(try sandbox.events().isEmpty)
        try sandbox.pass(at: "2027-04-12T08:00")
        #expect(try sandbox.events().map { $0["rule"] as? String } == Array(repeating: "overdue", count: 4))
        try sandbox.pass(at: "2027-04-13T08:00")
        let told = try mails(sandbox, to: "wethouder@dronten.example")
        #expect(told.count == 1)
        let mail = try #require(told.first)
        #expect(mail.contains("Gegevens te laat (4)"), "\(mail)")
        let digest = try sandbox.run("--at", "2027-04-13T08:00", "digest", "--to", "wethouder").out
        #expect(digest.components(separatedBy: "GGD Flevoland").count == 2, "\(digest)")
        #expect(mail.contains("GGD Flevoland: nieuw: 3 indicatoren"))
        #expect((titles + ["Inkomen"]).allSatisfy(mail.contains))
    }
}

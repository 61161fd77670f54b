import Foundation
import TestSupport
import Testing

@Suite("An address that is mended, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct MendedAddressTests {
    private static let header = "indicator;periode;waarde\n"

    /// A sandbox in which the digest to one reader was refused.
    private func refused(_ relay: UnrulyRelay) throws -> Sandbox {
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(relay.port)\n",
            subscriptions: QueueTests.operations
        )
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        #expect(sandbox.names(in: "outbox/failed").count == 1)
        return sandbox
    }

    private func mend(_ sandbox: Sandbox) throws {
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("who: beleid@", with: "who: team@"))
    }

    @Test("what failed at the old address goes to the new one, once, and the ledger says so")
    func failed() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try refused(relay)
        let old = try #require(try sandbox.texts(in: "outbox/failed", ending: ".eml").first)
        try mend(sandbox)
        for time in ["08:50", "08:55"] { #expect(try sandbox.pass(at: "2026-04-01T\(time)").status == 0) }
        let to = try sandbox.texts(in: "outbox/sent", ending: ".eml").filter { $0.contains("To: team@") }
        let sent = try #require(to.first)
        let (before, after) = (try ParsedMail.parse(Data(old.utf8)), try ParsedMail.parse(Data(sent.utf8)))
        #expect(after.defects.isEmpty && after.parts.map(\.text) == before.parts.map(\.text))
        #expect(after.headers["Date"] == before.headers["Date"])
        #expect(after.headers["Message-ID"] != before.headers["Message-ID"])
        #expect(!sent.contains("beleid@dronten.example"))
        let ledger = try sandbox.run("ledger", "--json", "--to", "beleid").objects()
        #expect(ledger.map { $0["state"] as? String }.prefix(2) == ["dropped", "accepted"])
        #expect(ledger[1]["replaces"] as? Int == ledger[0]["id"] as? Int)
        #expect((ledger[1]["told"] as? [[String: Any]])?.count == 1 && (ledger[0]["told"] as? [Any])?.count == 1)
        let order = (ledger[0]["orders"] as? [[String: Any]])?.first
        #expect((order?["why"] as? String)?.contains("team@dronten.example") == true)
        #expect(try sandbox.run("queue", "--json").objects().isEmpty)
    }

    @Test("what waits while the relay is away goes to the new address only")
    func waiting() throws {
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:1\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        try mend(sandbox)
        let server = try MailServer.start()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing(":1\n", with: ":\(server.port)\n"))
        try sandbox.pass(at: "2026-04-01T12:00")
        let to = try server.received().flatMap(\.to)
        #expect(to.contains("team@dronten.example") && !to.contains("beleid@dronten.example"))
        #expect(to.count == Set(to).count)
    }

    @Test("what waits goes out from the sender that is configured now, header and envelope alike, as the same mail")
    func sender() throws {
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:1\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        try sandbox.pass(at: "2026-04-01T08:00")
        let name = try #require(sandbox.names(in: "outbox/new").first)
        let old = try ParsedMail.parse(Data(try sandbox.read("outbox/new/\(name)").utf8))
        let server = try MailServer.start()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write(
            "peilwacht.yaml",
            settings.replacing(":1\n", with: ":\(server.port)\n")
                .replacing("from: peilwacht@dronten.example", with: "from: nieuw@dronten.example")
        )
        #expect(try sandbox.pass(at: "2026-04-01T12:00").status == 0)
        let sent = try #require(try server.received().first)
        #expect(sent.from == "nieuw@dronten.example")
        let mail = try ParsedMail.parse(Data(try sandbox.read("outbox/sent/\(name)").utf8))
        #expect(mail.defects.isEmpty && mail.headers["From"] == "Peilwacht <nieuw@dronten.example>")
        for field in ["Message-ID", "Date", "To", "Subject"] { #expect(mail.headers[field] == old.headers[field]) }
        #expect(mail.parts.map(\.text) == old.parts.map(\.text))
        #expect(sandbox.names(in: "outbox/new").isEmpty, "nothing is left, and nothing set aside")
    }

    @Test("what the relay finds too large goes again without its file, once, and counts as told")
    func tooLarge() throws {
        let relay = try UnrulyRelay(.small)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        let ran = try sandbox.pass(at: "2026-04-01T08:00")
        #expect(ran.status == 0, "\(ran.err)")
        let sent = try #require(try sandbox.texts(in: "outbox/sent", ending: ".eml").first)
        #expect(sandbox.names(in: "outbox/sent").count == 1 && !sent.contains("base64"))
        #expect(try ParsedMail.parse(Data(sent.utf8)).defects.isEmpty && sent.inOneLine.contains("weggelaten"))
        let ledger = try sandbox.run("ledger", "--json", "--to", "wethouder").objects()
        #expect(ledger.map { $0["state"] as? String } == ["accepted"])
        #expect((ledger.first?["told"] as? [[String: Any]])?.count == 1)
        #expect(try sandbox.pass(at: "2026-04-01T08:05").status == 0)
        #expect(try sandbox.run("ledger", "--json").objects().count == 1)
    }

    @Test("a relay that passes nothing on fails no mail; the administrator is told, and mended, it goes")
    func strangers() throws {
        let relay = try UnrulyRelay(.strangers)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        let ran = try sandbox.pass(at: "2026-04-01T08:00")
        #expect(ran.status == 1 && ran.err.contains("mail is REFUSED") && ran.err.contains("Relay access denied"))
        #expect(sandbox.names(in: "outbox/new").count == 1 && sandbox.names(in: "outbox/failed").isEmpty)
        #expect(try sandbox.run("--at", "2026-04-01T08:01", "status").err.contains("mail is REFUSED"))
        let server = try MailServer.start()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing(":\(relay.port)\n", with: ":\(server.port)\n"))
        #expect(try sandbox.pass(at: "2026-04-06T12:00").status == 0)
        #expect(try server.received().flatMap(\.to).contains("wethouder@dronten.example"))
    }

    @Test("without a relay mails rest where they are")
    func resting() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        let before = sandbox.names(in: "outbox/new")
        try mend(sandbox)
        try sandbox.pass(at: "2026-04-01T08:50")
        #expect(before.allSatisfy(sandbox.names(in: "outbox/new").contains))
    }
}

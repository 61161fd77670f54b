import Foundation
import TestSupport
import Testing

/// Nobody hears of the end of a problem before the problem itself.
@Suite("The order of mails, through the real program and a real mail server", .ownThreads)
struct OrderOfMailsTests {
    private static let header = "indicator;periode;waarde\n"
    private static let messenger = """
          - {id: bode, who: bode@dronten.example, about: all, when: {at_once: critical}}
        """ + "\n"

    private func settings(port: Int) -> String {
        Sandbox.configuration(mail: "  relay: smtp://localhost:\(port)\n", evaluateEvery: "1h") + Self.messenger
    }

    @Test("a relay that was away at the alert and is back at its end gets the alert first", .timeLimit(.minutes(30)))
    func relayAway() throws {
        let sandbox = try Sandbox()
        try sandbox.write("peilwacht.yaml", settings(port: 1))
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        for time in ["08:00", "08:02", "08:15"] { try sandbox.pass(at: "2026-04-01T\(time)") }
        #expect(sandbox.names(in: "outbox/new").count == 2)

        let server = try MailServer.start(tls: .none)
        try sandbox.write("peilwacht.yaml", settings(port: server.port))
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        #expect(try sandbox.pass(at: "2026-04-01T08:20").status == 0)
        let subjects = try server.received().filter { $0.to == ["bode@dronten.example"] }
            .map { try ParsedMail.parse($0.data).headers["Subject"] ?? "" }
        #expect(subjects.count == 2)
        #expect(subjects.first?.contains("[1 rood] Wmo-maatwerk 112") == true)
        #expect(subjects.last?.contains("[Groen]") == true)
    }

    @Test func `what waits for the digest of an alert comes with what is told of it at once`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;109\n")
        try sandbox.pass()
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;130\n")
        try sandbox.pass(at: "2026-04-01T08:20")
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml")
        let mail = try #require(mails.first)
        let text = try #require(try ParsedMail.parse(Data(mail.utf8)).parts.first?.text)
        #expect(mails.count == 1 && text.contains("Vraagt uw aandacht (1)") && !text.contains("liep al"))
        // It has been told: the digest of the next morning does not tell it as new again.
        try sandbox.pass(at: "2026-04-02T07:00")
        #expect(
            try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("To: De wethouder") }.count == 1
        )
    }

    @Test func `another reader of a subscription hears what is open and of its end, and nothing twice`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;112\n")
        try sandbox.pass()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("wethouder@dronten", with: "opvolger@dronten"))
        try sandbox.pass(at: "2026-04-01T08:20")
        #expect(sandbox.names(in: "outbox/new").count == 2)
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2026-04-01T10:00")
        try sandbox.pass(at: "2026-04-02T07:00")
        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("opvolger@dronten") }
        #expect(mails.count == 2 && mails.allSatisfy { $0.contains("Wmo-maatwerk") })
        #expect(mails[0].contains("Subject: Peilwacht kijkt mee") && mails[1].contains("Subject: [Groen] Wmo-maatwerk"))
    }
}

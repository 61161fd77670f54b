import Foundation
import TestSupport
import Testing

@Suite("A clock that leaps to 2031 for one pass, and back", .ownThreads)
struct ClockLeapTests {
    private static let header = "indicator;periode;waarde\n"

    /// A store that was judged on 1 February 2026, in 2031, and on 2 February 2026 before the digests.
    private func leapt(mail: String = "") throws -> Sandbox {
        let sandbox = try Sandbox(mail: mail)
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2025;100\n")
        try sandbox.pass(at: "2026-02-01T12:00")
        try sandbox.pass(at: "2031-02-01T12:00")
        try sandbox.pass(at: "2026-02-02T06:00")
        return sandbox
    }

    private func events(_ sandbox: Sandbox, of indicator: String) throws -> [String] {
        try sandbox.events().filter { $0["indicator"] as? String == indicator }.compactMap { $0["event"] as? String }
    }

    private func mails(_ sandbox: Sandbox, to address: String) throws -> [String] {
        try sandbox.texts(in: "outbox/new", ending: ".eml").filter { $0.contains("\(address)@dronten.example") }
    }

    @Test("what it opened is taken back, and told to whoever was told of it")
    func falseAlerts() throws {
        let sandbox = try leapt()
        #expect(try events(sandbox, of: "wmo-maatwerk") == ["opened", "corrected"])
        let open = try sandbox.run("--at", "2026-02-02T06:00", "alerts", "--json").objects()
        #expect(open.allSatisfy { ($0["opened_at"] as? String)?.hasPrefix("2026-02") == true })
        // In 2031 everybody was told; now each has a correction waiting.
        #expect(try mails(sandbox, to: "wethouder").count == 1)
        try sandbox.pass(at: "2026-02-02T07:00")
        let told = try #require(try mails(sandbox, to: "wethouder").last)
        #expect(told.contains("klok"))
        #expect(try mails(sandbox, to: "wethouder").count == 2)
    }

    @Test("what comes due between then and 2031 is judged on its day")
    func laterReviews() throws {
        let sandbox = try leapt()
        try sandbox.pass(at: "2027-06-30T00:00")
        #expect(try events(sandbox, of: "wmo-maatwerk") == ["opened", "corrected", "opened"])
    }

    @Test("the digests of every day go on, each a mail of its own")
    func digests() throws {
        let sandbox = try leapt()
        try sandbox.pass(at: "2026-02-02T07:00")
        let before = try mails(sandbox, to: "wethouder").count
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2026;109\n")
        try sandbox.pass(at: "2026-02-02T12:00")
        try sandbox.pass(at: "2026-02-03T07:00")
        #expect(try mails(sandbox, to: "wethouder").count == before + 1)
        // A slot that was closed in the leap comes again: it must not be taken for the mail of then.
        try sandbox.pass(at: "2031-01-31T12:00")
        try sandbox.drop("c.csv", Self.header + "wmo-maatwerk;2030;100\n")
        try sandbox.pass(at: "2031-02-01T06:30")
        let then = try mails(sandbox, to: "wethouder").count
        try sandbox.pass(at: "2031-02-01T07:00")
        #expect(try mails(sandbox, to: "wethouder").count == then + 1)
    }

    @Test("a mail that was made or tried in the leap is tried again at once", .timeLimit(.minutes(30)))
    func retries() throws {
        let sandbox = try leapt(mail: "  relay: smtp://localhost:1\n")
        let waiting = sandbox.names(in: "outbox/new").count
        #expect(waiting > 0)
        let server = try MailServer.start(tls: .none)
        try sandbox.write(
            "peilwacht.yaml",
            Sandbox.configuration(mail: "  relay: smtp://localhost:\(server.port)\n", evaluateEvery: "1h")
        )
        try sandbox.pass(at: "2026-02-02T06:30")
        #expect(try server.received().count == waiting)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
    }
}

import Foundation
import TestSupport
import Testing

@Suite("Many mails and many alerts, through the real program", .ownThreads)
struct ManyMailsTests {
    /// So many subscriptions that are told at once of everything.
    private func subscriptions(_ count: Int) -> String {
        (1...count).map {
            "  - {id: s\($0), who: s\($0)@dronten.example, about: all, when: {at_once: warning}}\n"
        }
        .joined()
    }

    private static let rows = "indicator;periode;waarde\nwmo-maatwerk;2026;150\n"

    @Test("one run hands over every mail that is due, over one connection", .timeLimit(.minutes(30)))
    func oneRun() throws {
        let server = try MailServer.start()
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(server.port)\n",
            subscriptions: subscriptions(205)
        )
        try sandbox.drop("a.csv", Self.rows)
        #expect(try sandbox.pass().status == 0)
        let mails = try server.received()
        // One more, for who is told at once of what is critical.
        #expect(mails.count == 206)
        #expect(Set(mails.flatMap(\.to)).count == 206)
        #expect(Set(mails.map(\.port)).count == 1)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
    }

    @Test("alerts --all shows every episode, in pages that no reader sees", .timeLimit(.minutes(30)))
    func allAlerts() throws {
        let sandbox = try Sandbox()
        let rows = (0..<2100).map { "wmo-maatwerk;2026;150;BU0303\(String(10_000 + $0).dropFirst())\n" }
        try sandbox.drop("a.csv", "indicator;periode;waarde;gebied\n" + rows.joined())
        #expect(try sandbox.pass().status == 0)
        let all = try sandbox.run("alerts", "--all", "--json").objects()
        #expect(Set(all.compactMap { $0["episode"] as? String }).count == 2100)
        #expect(try all.count == sandbox.run("alerts", "--json").objects().count)
        let lines = try sandbox.run("alerts", "--all").out.split(separator: "\n")
        #expect(lines.count == 2101)
        #expect(lines[0].hasPrefix("ERNST     SINDS       TOT         NAAM"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("critical  2026-04-01  open        ") })
    }

    @Test("a daemon with a backlog of mail stops after the mail at hand", .timeLimit(.minutes(30)))
    func stops() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(relay.port)\n",
            evaluateEvery: "24h",
            subscriptions: subscriptions(60)
        )
        let daemon = try RunningDaemon(sandbox)
        try sandbox.drop("a.csv", Self.rows)
        _ = try #require(relay.nextMessageID())
        #expect(daemon.stop() == 0)
        #expect(!sandbox.names(in: "outbox/new").isEmpty)
    }
}

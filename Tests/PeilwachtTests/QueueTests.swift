import Foundation
import TestSupport
import Testing

@Suite("Mail that waits or failed, through the real program", .ownThreads)
struct QueueTests {
    /// A subscription of whoever runs the program, about nothing that deviates.
    static let operations = """
          - id: beheer
            who: beheer@dronten.example
            about: {packages: [6P]}
            when: {digest: {at: ["08:45"], days: daily}}
            operations: true
        """ + "\n"

    /// A sandbox in which a mail to one address has been refused for good.
    private func refused(_ relay: UnrulyRelay) throws -> Sandbox {
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(relay.port)\n",
            subscriptions: Self.operations
        )
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        try sandbox.pass(at: "2026-04-01T08:40")
        return sandbox
    }

    private func queue(_ sandbox: Sandbox) throws -> [[String: Any]] {
        try sandbox.run("--at", "2026-04-01T09:05", "queue", "--json").objects()
    }

    @Test(
        "the queue shows what failed; dropped, it no longer counts, and its file stays away",
        .timeLimit(.minutes(30))
    )
    func drop() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try refused(relay)
        let entry = try #require(try queue(sandbox).first)
        #expect(entry["state"] as? String == "failed")
        #expect(entry["recipient"] as? String == "beleid@dronten.example")
        #expect(entry["reason"] as? String == "recipient-refused")
        #expect((entry["reply"] as? String)?.contains("550 5.1.1") == true)
        let file = try #require(entry["file"] as? String)
        #expect(FileManager.default.fileExists(atPath: sandbox.file("outbox/\(file)").path))
        let id = "\(try #require(entry["id"] as? Int))"
        #expect(try sandbox.run("queue").out.contains("beleid@dronten.example"))
        let status = try sandbox.run("--at", "2026-04-01T09:05", "status", "--json")
        #expect(status.status == 1)
        #expect(status.err.contains("peilwacht queue"))

        let dropped = try sandbox.run("queue", "drop", id, "--why", "adres bestaat niet meer")
        #expect(dropped.status == 0, "\(dropped.err)")
        #expect(dropped.out.contains("beleid@dronten.example"))
        #expect(try queue(sandbox).isEmpty)
        #expect(try sandbox.run("--at", "2026-04-01T09:05", "status", "--json").status == 0)
        #expect(FileManager.default.fileExists(atPath: sandbox.file("outbox/\(file)").path))
        try FileManager.default.removeItem(at: sandbox.file("outbox/\(file)"))
        // Whoever runs it hears of no failure that is dealt with.
        try sandbox.pass(at: "2026-04-01T09:10")
        #expect(sandbox.names(in: "outbox/failed").isEmpty)
        #expect(sandbox.names(in: "outbox/sent").count == 1)
    }

    @Test("a mail that failed is tried again by the running daemon at once", .timeLimit(.minutes(30)))
    func retry() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try refused(relay)
        let id = "\(try #require(try queue(sandbox).first?["id"] as? Int))"
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:41"])
        try daemon.awaitLine("watching")
        let retried = try sandbox.run(
            "--at",
            "2026-04-01T08:41",
            "queue",
            "retry",
            id,
            "--why",
            "adres is hersteld",
            "--json"
        )
        #expect(retried.status == 0, "\(retried.err)")
        #expect(try retried.objects().first?["state"] as? String == "waiting")
        try daemon.awaitLine("recipient-refused")
        #expect(daemon.stop() == 0)
        let entry = try #require(try queue(sandbox).first)
        #expect(entry["state"] as? String == "failed")
        #expect(entry["attempts"] as? Int == 2)
    }

    @Test("a failed mail that is tried again goes out from the sender of now, header and envelope alike")
    func sender() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try refused(relay)
        let id = "\(try #require(try queue(sandbox).first?["id"] as? Int))"
        let name = try #require(sandbox.names(in: "outbox/failed").first)
        let server = try MailServer.start()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write(
            "peilwacht.yaml",
            settings.replacing(":\(relay.port)\n", with: ":\(server.port)\n")
                .replacing("from: peilwacht@dronten.example", with: "from: nieuw@dronten.example")
        )
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:41"])
        try daemon.awaitLine("watching")
        let order = ["--at", "2026-04-01T08:41", "queue", "retry", id, "--why", "postvak bestaat weer"]
        #expect(try sandbox.run(order).status == 0)
        try daemon.awaitLine("mail handed over")
        #expect(daemon.stop() == 0)
        #expect(
            try server.received().contains { $0.from == "nieuw@dronten.example" && $0.to == ["beleid@dronten.example"] }
        )
        let mail = try ParsedMail.parse(Data(try sandbox.read("outbox/sent/\(name)").utf8))
        #expect(mail.defects.isEmpty && mail.headers["From"] == "Peilwacht <nieuw@dronten.example>")
        for folder in ["failed", "new", "tmp"] { #expect(sandbox.names(in: "outbox/\(folder)").isEmpty) }
    }

    @Test(
        "an order without a reason, about no mail or about one that is sent is exit status 64",
        arguments: [
            ["drop", "1"], ["drop", "1", "--why", " "], ["retry", "99", "--why", "x"], ["retry", "x", "--why", "x"],
        ]
    )
    func refusedOrder(arguments: [String]) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;150\n")
        try sandbox.pass()
        let ran = try sandbox.run(["queue"] + arguments)
        #expect(ran.status == 64)
        #expect(!ran.err.isEmpty)
        #expect(try sandbox.run("queue", "--json").objects().count == 1)
    }

    @Test("before anything was mailed the queue is empty")
    func empty() throws {
        #expect(try Sandbox().run("queue", "--json").out == "[]\n")
    }
}

import Foundation
import TestSupport
import Testing

@Suite("Reports of mail that could not be delivered, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct BounceTests {
    private static let rows = "indicator;periode;waarde\nwmo-maatwerk;2025;112\n"

    /// A sandbox whose relay has accepted a mail, with the Message-ID of that mail.
    private func accepted(_ server: MailServer) throws -> (Sandbox, String) {
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(server.port)\n  bounces: post\n",
            subscriptions: QueueTests.operations
        )
        for folder in ["tmp", "new", "cur"] {
            try FileManager.default.createDirectory(
                at: sandbox.file("post/\(folder)"),
                withIntermediateDirectories: true
            )
        }
        try sandbox.drop("a.csv", Self.rows)
        try sandbox.pass(at: "2026-04-01T08:00")
        let mail = try #require(try server.received().first)
        return (sandbox, try #require(try ParsedMail.parse(mail.data).headers["Message-ID"]))
    }

    private func report(of messageID: String, action: String = "failed", status: String = "5.1.1") -> String {
        """
        From: MAILER-DAEMON@mail.example
        To: peilwacht@dronten.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
            boundary="grens"

        --grens
        Content-Type: text/plain

        Sorry.
        --grens
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; wethouder@dronten.example
        Action: \(action)
        Status: \(status)
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --grens
        Content-Type: text/rfc822-headers

        Message-ID: \(messageID)
        Subject: x

        --grens--
        """
    }

    @Test("a mail that bounces counts as failed: in queue, ledger, status and the next digest of who runs it")
    func bounced() throws {
        let server = try MailServer.start()
        let (sandbox, messageID) = try accepted(server)
        try sandbox.write("post/new/1.host", report(of: messageID))
        let ran = try sandbox.pass(at: "2026-04-01T08:50")
        #expect(ran.err.contains("see 'peilwacht queue'"), "\(ran.err)")
        #expect(sandbox.names(in: "post/new").isEmpty && sandbox.names(in: "post/cur") == ["1.host:2,S"])
        let entry = try #require(try sandbox.run("queue", "--json").objects().first)
        #expect(entry["state"] as? String == "failed" && entry["reason"] as? String == "bounced")
        #expect((entry["reply"] as? String)?.contains("550 5.1.1 no such user") == true)
        #expect(sandbox.names(in: "outbox/failed").count == 1)
        #expect(try sandbox.run("--at", "2026-04-01T08:51", "status", "--json").status == 1)
        let told = try server.received().map { try ParsedMail.parse($0.data) }
            .filter { $0.headers["To"]?.contains("beheer@") == true }
        let words = told.last?.parts.first?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        #expect(words.contains("Een latere mailserver meldt dat de mail niet te bezorgen is"))
        #expect(words.contains("550 5.1.1 no such user"))
        let ledger = try sandbox.run("ledger", "--json", "--to", "wethouder").objects()
        let attempts = ledger.first?["attempts"] as? [[String: Any]]
        #expect(attempts?.map { $0["result"] as? String } == ["accepted", "bounced"])
        // The same report again, as after a crash before it was moved, changes nothing.
        try sandbox.write("post/new/1.host", report(of: messageID))
        try sandbox.pass(at: "2026-04-01T08:55")
        #expect((try sandbox.run("queue", "--json").objects().first)?["attempts"] as? Int == entry["attempts"] as? Int)
        #expect(sandbox.names(in: "post/cur") == ["1.host-2:2,S", "1.host:2,S"])
        let to = try server.received().flatMap(\.to)
        #expect(to.count { $0 == "beheer@dronten.example" } == 1 && !to.contains { $0.contains("DAEMON") })
    }

    @Test("delays, reports of other mail and other letters change nothing, and are read once")
    func others() throws {
        let server = try MailServer.start()
        let (sandbox, messageID) = try accepted(server)
        let letters = [
            report(of: messageID, action: "delayed", status: "4.4.1"), report(of: "<andere@elders.example>"),
            report(of: messageID, action: "relayed", status: "2.0.0"),
            "Subject: hallo\n\nIk ben met vakantie. \(messageID)\n", "", "\u{0}\u{1}",
        ]
        for (number, letter) in letters.enumerated() { try sandbox.write("post/new/\(number)", letter) }
        #expect(try sandbox.pass(at: "2026-04-01T08:50").status == 0)
        #expect(sandbox.names(in: "post/new").isEmpty && sandbox.names(in: "post/cur").count == letters.count)
        #expect(try sandbox.run("queue", "--json").objects().isEmpty)
    }

    @Test("a report of a server that gave up after days counts, whatever its last status was")
    func expired() throws {
        let server = try MailServer.start()
        let (sandbox, messageID) = try accepted(server)
        try sandbox.write("post/new/1.host", report(of: messageID, status: "4.4.7"))
        try sandbox.pass(at: "2026-04-01T08:50")
        let entry = try #require(try sandbox.run("queue", "--json").objects().first)
        #expect(entry["state"] as? String == "failed" && entry["reason"] as? String == "bounced")
    }

    @Test("a letter that cannot be read holds up no other", .enabled(if: geteuid() != 0, "root reads everything"))
    func unreadable() throws {
        let server = try MailServer.start()
        let (sandbox, messageID) = try accepted(server)
        try sandbox.write("post/new/0.host", "Subject: hallo\n\nhallo\n")
        chmod(sandbox.file("post/new/0.host").path, 0)
        try sandbox.write("post/new/1.host", report(of: messageID))
        let ran = try sandbox.pass(at: "2026-04-01T08:50")
        #expect(ran.err.contains("bounces cannot be read"), "\(ran.err)")
        #expect(sandbox.names(in: "post/new") == ["0.host"] && sandbox.names(in: "post/cur") == ["1.host:2,S"])
        #expect(try sandbox.run("queue", "--json").objects().count == 1)
    }

    @Test("a flood of letters is read little by little")
    func flood() throws {
        let server = try MailServer.start()
        let (sandbox, _) = try accepted(server)
        for number in 0..<70 { try sandbox.write("post/new/\(number)", "Subject: hallo\n\nhallo\n") }
        #expect(try sandbox.pass(at: "2026-04-01T08:50").status == 0)
        #expect(sandbox.names(in: "post/new").count == 20 && sandbox.names(in: "post/cur").count == 50)
        #expect(try sandbox.pass(at: "2026-04-01T08:55").status == 0)
        #expect(sandbox.names(in: "post/new").isEmpty)
    }

    @Test("a test of the rules reads no mail")
    func ruleTest() throws {
        let server = try MailServer.start()
        let (sandbox, messageID) = try accepted(server)
        try sandbox.write("post/new/1.host", report(of: messageID))
        try sandbox.write(
            "tests.yaml",
            """
            tests:
              - name: rood
                start: 2026-03-01T08:00
                steps:
                  - at: 2026-04-01T08:00
                    rows: |
                      indicator;periode;waarde
                      wmo-maatwerk;2026;112
                    lights: {wmo-maatwerk: red}
            """
        )
        let ran = try sandbox.run("test", sandbox.file("tests.yaml").path)
        #expect(ran.status == 0, "\(ran.out)\(ran.err)")
        #expect(sandbox.names(in: "post/new") == ["1.host"] && sandbox.names(in: "post/cur").isEmpty)
    }

    @Test("a mailbox that cannot be read holds nothing up, and check --probe says so")
    func missing() throws {
        let sandbox = try Sandbox(mail: "  bounces: nergens\n")
        try sandbox.drop("a.csv", Self.rows)
        let ran = try sandbox.pass()
        #expect(ran.err.contains("bounces cannot be read") && sandbox.names(in: "outbox/new").count == 1)
        let probe = try sandbox.run("check", "--probe")
        #expect(probe.status == 75 && probe.err.contains("mail: bounces: "), "\(probe.err)")
    }
}

import Foundation
import TestSupport
import Testing

@Suite("Other ways out for mail, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct WayOutTests {
    private static let rows = "indicator;periode;waarde\nwmo-maatwerk;2025;112\n"

    private func program(_ sandbox: Sandbox, _ lines: String) throws {
        try sandbox.write("program", "#!/bin/sh\n\(lines)\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: sandbox.file("program").path
        )
    }

    private func sandbox(_ lines: String) throws -> Sandbox {
        let sandbox = try Sandbox()
        let settings = try sandbox.read("peilwacht.yaml")
        let relay = "mail:\n  relay: sendmail:\(sandbox.file("program").path)\n"
        try sandbox.write("peilwacht.yaml", settings.replacing("mail:\n", with: relay))
        try program(sandbox, lines)
        try sandbox.drop("a.csv", Self.rows)
        return sandbox
    }

    @Test("a program gets the sender, one recipient and the message, and nothing of a shell is between")
    func sendmail() throws {
        let sandbox = try sandbox(
            "printf '%s\\n' \"$@\" > \"$0.arguments\"; cat > \"$0.message\"; env > \"$0.environment\""
        )
        let ran = try sandbox.pass()
        #expect(ran.status == 0, "\(ran.err)")
        let arguments = try sandbox.read("program.arguments")
        #expect(arguments == "-i\n-f\npeilwacht@dronten.example\n--\nwethouder@dronten.example\n")
        let message = try sandbox.read("program.message")
        #expect(message.contains("Subject: ") && !message.contains("\r"))
        #expect(try !sandbox.read("program.environment").contains("HOME="))
        #expect(sandbox.names(in: "outbox/sent").count == 1)
    }

    @Test(
        "its exit status says whether it is tried again, given up, or all is held",
        arguments: [
            ("75", "new", "program-failed"), ("67", "failed", "recipient-refused"), ("78", "new", "program-failed"),
            ("65", "failed", "message-refused"), ("66", "new", "program-failed"), ("68", "new", "program-failed"),
        ]
    )
    func statuses(status: String, folder: String, reason: String) throws {
        let sandbox = try sandbox("echo 'het ging niet' >&2; exit \(status)")
        let ran = try sandbox.pass()
        #expect(ran.status == 1 && ran.err.contains("het ging niet"), "\(ran.err)")
        #expect(ran.err.contains("mail is HELD") == ["66", "78"].contains(status))
        #expect(sandbox.names(in: "outbox/\(folder)").count == 1)
        let entry = try #require(try sandbox.run("queue", "--json").objects().first)
        #expect(entry["reason"] as? String == reason)
    }

    @Test("a program that is not there holds the mail, and check --probe says so")
    func missing() throws {
        let sandbox = try Sandbox(mail: "  relay: sendmail:/nergens/sendmail\n")
        try sandbox.drop("a.csv", Self.rows)
        #expect(try sandbox.pass().err.contains("program-not-run"))
        let probe = try sandbox.run("check", "--probe")
        #expect(probe.status == 75 && probe.err.contains("mail: relay: "), "\(probe.err)")
    }

    @Test("a Maildir gets each mail once, also where it is handed over again")
    func maildir() throws {
        let sandbox = try Sandbox(mail: "  relay: maildir:post\n")
        try sandbox.drop("a.csv", Self.rows)
        #expect(try sandbox.pass().status == 0)
        let names = sandbox.names(in: "post/new")
        #expect(names.count == 1 && sandbox.names(in: "post/tmp").isEmpty)
        let mail = try sandbox.read("post/new/\(names[0])")
        let top = "Return-Path: <peilwacht@dronten.example>\nDelivered-To: wethouder@dronten.example\nFrom: "
        #expect(mail.hasPrefix(top) && !mail.contains("\r"))
        #expect(try ParsedMail.parse(Data(mail.utf8)).defects.isEmpty)
        // A reader has seen it; the store is as it was before the note of the delivery.
        try FileManager.default.moveItem(
            at: sandbox.file("post/new/\(names[0])"),
            to: sandbox.file("post/cur/\(names[0]):2,S")
        )
        let sent = try #require(sandbox.names(in: "outbox/sent").first)
        try sandbox.sql("UPDATE message SET folder = 'new', placed = 'new', nextAttemptAt = createdAt")
        #expect(try sandbox.pass(at: "2026-04-01T08:05").status == 0)
        #expect(sandbox.names(in: "post/new").isEmpty && sandbox.names(in: "outbox/sent") == [sent])
        let attempts = try sandbox.run("ledger").out
        #expect(attempts.contains("is there already"))
    }

    @Test(
        "a faulty way out is told with its place",
        arguments: ["maildir:", "sendmail:", "sendmail:usr/sbin/sendmail", "lmtp://x"]
    )
    func faulty(relay: String) throws {
        let ran = try Sandbox(mail: "  relay: '\(relay)'\n").run("check")
        #expect(ran.status == 78 && ran.err.contains("peilwacht.yaml:17:10: error: 'relay'"), "\(ran.err)")
    }
}

extension Sandbox {
    /// Changes the store as no program of ours would.
    func sql(_ statement: String) throws {
        let script = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
        let process = Self.process(
            ["/usr/bin/python3", "-c", script, file("store.sqlite").path, statement],
            in: folder
        )
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

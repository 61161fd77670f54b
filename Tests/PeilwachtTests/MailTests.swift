import Foundation
import TestSupport
import Testing

@Suite("Mail, through the real program and a real mail server", .ownThreads)
struct MailTests {
    private static let password = "geheim-\(UUID().uuidString)"

    /// A sandbox whose configuration names the server.
    private func sandbox(
        relay: MailServer,
        certificates: TestCertificates,
        user: String? = "peilwacht"
    ) throws -> Sandbox {
        let login = user.map { "  user: \($0)\n  password_file: smtp-password\n" } ?? ""
        let sandbox = try Sandbox(
            mail: """
                  relay: smtp://localhost:\(relay.port)
                  ca_file: authority.pem
                  helo_name: peilwacht.dronten.example
                """ + "\n" + login
        )
        try sandbox.write("smtp-password", Self.password + "\n")
        try FileManager.default.copyItem(
            at: URL(fileURLWithPath: certificates.authority),
            to: sandbox.file("authority.pem")
        )
        return sandbox
    }

    @Test(
        "a digest goes out over STARTTLS with a login, is received once, and is the mail that lies in sent",
        .timeLimit(.minutes(30))
    )
    func delivered() throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(
            tls: .starttls(certificates.makePair()),
            login: .init(user: "peilwacht", password: Self.password)
        )
        let sandbox = try sandbox(relay: server, certificates: certificates)
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let ran = try sandbox.pass()
        #expect(ran.status == 0)
        #expect(!ran.err.contains(Self.password))
        try sandbox.pass(at: "2026-04-01T08:05")

        let received = try server.received()
        #expect(received.count == 1)
        let mail = try #require(received.first)
        #expect(mail.tls)
        #expect(mail.to == ["wethouder@dronten.example"])
        #expect(mail.from == "peilwacht@dronten.example")
        let sent = sandbox.names(in: "outbox/sent")
        #expect(sent.count == 1)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        #expect(try Data(contentsOf: sandbox.file("outbox/sent/\(sent[0])")) == mail.data)

        let parsed = try ParsedMail.parse(mail.data)
        #expect(parsed.defects.isEmpty)
        #expect(parsed.headers["Subject"] == "[1 rood] Wmo-maatwerk 112 per 1000, voorlopig (streef <108)")
        #expect(parsed.parts.map(\.type) == ["text/plain", "text/html", "text/csv"])
        #expect(
            parsed.parts.prefix(2).allSatisfy {
                $0.text.contains("112 per 1000") && $0.text.contains("waarstaatjegemeente")
            }
        )
    }

    @Test(
        "a refused login sends nothing, keeps the mail, shows in the exit status, and never shows the password",
        .timeLimit(.minutes(30))
    )
    func refusedLogin() throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(
            tls: .starttls(certificates.makePair()),
            login: .init(user: "peilwacht", password: "iets anders")
        )
        let sandbox = try sandbox(relay: server, certificates: certificates)
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let ran = try sandbox.pass()
        #expect(ran.status == 1)
        #expect(ran.err.contains("authentication-refused"))
        #expect(!ran.err.contains(Self.password))
        #expect(try server.received().isEmpty)
        #expect(sandbox.names(in: "outbox/new").count == 1)
    }

    @Test(
        "a relay with a certificate of another authority gets nothing, in the clear or otherwise",
        .timeLimit(.minutes(30))
    )
    func untrustedCertificate() throws {
        let strangers = try TestCertificates()
        let server = try MailServer.start(tls: .starttls(strangers.makePair()))
        let sandbox = try sandbox(relay: server, certificates: try TestCertificates())
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let ran = try sandbox.pass()
        #expect(ran.status == 1)
        #expect(ran.err.contains("certificate-not-trusted"))
        #expect(try server.received().isEmpty)
        #expect(sandbox.names(in: "outbox/new").count == 1)
    }

    @Test(
        "a daemon that is killed while the relay keeps silent sends the same message again after its start",
        .timeLimit(.minutes(30))
    )
    func unknownOutcome() throws {
        let relay = try UnrulyRelay(.forget)
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n", evaluateEvery: "24h")
        let first = try RunningDaemon(sandbox)
        try first.awaitLine("pass done")
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        let identity = try #require(relay.nextMessageID())
        first.killNow()
        // Its clock starts anew, and has to be past the moment at which the mail was made.
        let second = try RunningDaemon(sandbox, arguments: ["--at", "2026-04-01T08:05"])
        #expect(relay.nextMessageID() == identity)
        try second.awaitLine("mail handed over")
        #expect(second.stop() == 0)
        #expect(sandbox.names(in: "outbox/sent").count == 1)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
    }

    @Test(
        "a refused address holds nobody up, and is in failed, in status and in the next digest of who runs it",
        .timeLimit(.minutes(30))
    )
    func refusedRecipient() throws {
        let relay = try UnrulyRelay(.refuse)
        let sandbox = try Sandbox(
            mail: "  relay: smtp://127.0.0.1:\(relay.port)\n",
            subscriptions: QueueTests.operations
        )
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2026-04-01T06:00")
        #expect(try sandbox.pass(at: "2026-04-01T09:00").status == 1)
        #expect(sandbox.names(in: "outbox/failed").count == 1)
        #expect(sandbox.names(in: "outbox/sent").count == 1)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        let before = try sandbox.texts(in: "outbox/sent", ending: ".eml")

        let status = try sandbox.run("--at", "2026-04-01T09:05", "status", "--json")
        #expect(status.status == 1)
        #expect(status.err.contains("beleid@dronten.example"))
        #expect(status.err.contains("550 5.1.1"))
        #expect(try status.objects().count == 5)

        try sandbox.pass(at: "2026-04-02T09:00")
        let sent = try sandbox.texts(in: "outbox/sent", ending: ".eml").filter { !before.contains($0) }
        #expect(sent.count == 1, "only who runs it is told")
        let told = try ParsedMail.parse(Data(try #require(sent.first).utf8))
        #expect(told.headers["To"]?.contains("beheer@dronten.example") == true)
        let words = told.parts.first.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
        #expect(words.contains("Mail die niet kon worden bezorgd"))
        #expect(words.contains("De mailserver weigert de ontvanger; controleer het adres."))
        #expect(words.contains("De mailserver antwoordde: 550 5.1.1 user unknown"))
        #expect(!words.contains("The relay"))
        // Its own failure is no reason to write to the refused address again.
        #expect(sandbox.names(in: "outbox/failed").count == 1)
        try sandbox.pass(at: "2026-04-03T09:00")
        #expect(sandbox.names(in: "outbox/sent").count == 2)
    }

    @Test(
        "while the relay is away the mail waits, and the next try delivers the same message",
        .timeLimit(.minutes(30))
    )
    func relayAway() throws {
        let certificates = try TestCertificates()
        let away = try Sandbox(mail: "  relay: smtp://localhost:1\n")
        try away.drop("wmo.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;112\n")
        #expect(try away.pass().status == 1)
        let waiting = try away.texts(in: "outbox/new", ending: ".eml")
        #expect(waiting.count == 1)

        let server = try MailServer.start(tls: .none)
        try away.write(
            "peilwacht.yaml",
            Sandbox.configuration(mail: "  relay: smtp://localhost:\(server.port)\n", evaluateEvery: "1h")
        )
        #expect(try away.pass(at: "2026-04-01T08:00").status == 0, "not yet due: nothing is tried")
        #expect(try server.received().isEmpty)
        #expect(try away.pass(at: "2026-04-01T08:02").status == 0)
        #expect(try server.received().map { String(decoding: $0.data, as: UTF8.self) } == waiting)
        _ = certificates
    }
}

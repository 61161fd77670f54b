import Foundation
import TestSupport
import Testing

@Suite("mail test, through the real program and a real mail server", .ownThreads, .timeLimit(.minutes(30)))
struct MailTestTests {
    private static let address = "iemand@dronten.example"

    private func object(_ ran: Ran) throws -> [String: Any] { try #require(try ran.json() as? [String: Any]) }

    @Test("the relay's words are shown, the mail arrives, and nothing is kept of it")
    func accepted() throws {
        let server = try MailServer.start()
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(server.port)\n")
        let ran = try sandbox.run("mail", "test", Self.address)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.contains("aangenomen") && ran.out.contains("250 2.0.0 stored"))
        let mail = try #require(try server.received().first)
        #expect(mail.to == [Self.address])
        let parsed = try ParsedMail.parse(mail.data)
        #expect(parsed.defects.isEmpty && parsed.headers["Subject"] == "Proefbericht van Peilwacht")
        #expect(parsed.headers["Auto-Submitted"] == "auto-generated")
        let json = try object(try sandbox.run("mail", "test", Self.address, "--json"))
        #expect(json["outcome"] as? String == "accepted" && json["by"] as? String == "command")
        #expect(try server.received().count == 2)
        #expect(!FileManager.default.fileExists(atPath: sandbox.file("store.sqlite").path))
    }

    @Test("a refused address is 1, a relay that is away 75, none 78, and no address 64")
    func statuses() throws {
        let relay = try UnrulyRelay(.refuse)
        let refusing = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(relay.port)\n")
        let refused = try refusing.run("mail", "test", "beleid@dronten.example")
        #expect(refused.status == 1 && refused.out.contains("550 5.1.1 user unknown"))
        #expect(refused.out.contains("controleer het adres"))
        let away = try Sandbox(mail: "  relay: smtp://127.0.0.1:1\n").run("mail", "test", Self.address, "--json")
        #expect(away.status == 75)
        #expect(try object(away)["reason"] as? String == "connection-refused")
        let none = try Sandbox().run("mail", "test", Self.address)
        #expect(none.status == 78 && none.out.isEmpty && none.err.contains("'relay'"))
        #expect(try refusing.run("mail", "test", "geen adres").status == 64)
    }

    @Test("settings that do not fit are 78, and no password is shown")
    func fault() throws {
        let password = "geheim-\(UUID().uuidString)"
        let certificates = try TestCertificates()
        let server = try MailServer.start(
            tls: .starttls(certificates.makePair()),
            login: .init(user: "peilwacht", password: "iets anders")
        )
        let sandbox = try Sandbox(
            mail: """
                  relay: smtp://localhost:\(server.port)
                  ca_file: \(certificates.authority)
                  user: peilwacht
                  password_file: smtp-password
                """ + "\n"
        )
        try sandbox.write("smtp-password", password)
        let ran = try sandbox.run("mail", "test", Self.address)
        #expect(ran.status == 78, "\(ran.err)")
        #expect(ran.out.contains("controleer beide") && !ran.out.contains(password))
    }

    @Test("the running daemon does it with its own settings, and says where they are others")
    func byTheDaemon() throws {
        let server = try MailServer.start()
        let sandbox = try Sandbox(mail: "  relay: smtp://127.0.0.1:\(server.port)\n")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("pass done")
        let ran = try sandbox.run("mail", "test", Self.address, "--json")
        #expect(try ran.status == 0 && object(ran)["by"] as? String == "daemon")
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("127.0.0.1", with: "localhost"))
        let other = try sandbox.run("mail", "test", Self.address)
        #expect(other.status == 75 && other.err.contains("restart the daemon"))
        #expect(try server.received().count == 1)
        #expect(daemon.stop() == 0)
    }
}

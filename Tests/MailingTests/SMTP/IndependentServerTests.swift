import Foundation
import TestSupport
import Testing

@testable import Mailing

/// Delivery to aiosmtpd: what our own scripted relay would forgive, a server that is not ours does not.
@Suite("SMTP against aiosmtpd", .ownThreads, .timeLimit(.minutes(30)))
struct IndependentServerTests {
    static let login = MailServer.Login(user: "peilwacht", password: testPassword)

    /// A message with all that is delicate on the way: dots, long lines, encoded words and quoted-printable.
    static let message = [
        "From: Peilwacht <from@example.nl>", "To: to@example.nl",
        "Subject: =?UTF-8?Q?Waterpeil_te_hoog_=E2=80=94_actie?=",
        "Message-ID: <1@example.nl>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", ".", "..", ".een punt vooraan", "caf=C3=A9",
        "\(String(repeating: "x", count: 900))=", "einde", "", "",
    ].joined(separator: "\r\n")

    @Test("With STARTTLS and a login, the message arrives octet for octet")
    func startTLS() async throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(tls: .starttls(try certificates.makePair()), login: Self.login)
        let settings = try makeSettings("smtp://localhost:\(server.port)", login: true, caFile: certificates.authority)
        let outcome = await deliver(settings, Array(Self.message.utf8))
        #expect(outcome.label == "accepted")
        let mail = try #require(try server.received().first)
        #expect(mail.from == "from@example.nl")
        #expect(mail.to == ["to@example.nl"])
        #expect(mail.tls)
        #expect(mail.auth == "peilwacht")
        #expect(mail.data == Data(Self.message.utf8))
    }

    @Test("Python's own parser reads the message as it was meant")
    func independentParser() async throws {
        let server = try MailServer.start()
        _ = await deliver(try makeSettings("smtp://127.0.0.1:\(server.port)"), Array(Self.message.utf8))
        let mail = try #require(try server.received().first)
        let parsed = try ParsedMail.parse(mail.data)
        #expect(parsed.defects.isEmpty)
        #expect(parsed.headers["Subject"] == "Waterpeil te hoog — actie")
        let body = ".\n..\n.een punt vooraan\ncafé\n\(String(repeating: "x", count: 900))einde\n\n"
        #expect(parsed.parts.map(\.type) == ["text/plain"])
        // Python may keep the line ends of the wire.
        #expect(parsed.parts.first.map { Array($0.text.utf8).filter { $0 != UInt8(ascii: "\r") } } == Array(body.utf8))
    }

    @Test("With implicit TLS and AUTH LOGIN only, the message arrives")
    func implicitTLS() async throws {
        let certificates = try TestCertificates()
        let login = MailServer.Login(user: "peilwacht", password: testPassword, withoutPlain: true)
        let server = try MailServer.start(tls: .implicit(try certificates.makePair()), login: login)
        // An address rather than a name, so that the certificate is checked against the address.
        let settings = try makeSettings("smtps://127.0.0.1:\(server.port)", login: true, caFile: certificates.authority)
        #expect(await deliver(settings, Array(Self.message.utf8)).label == "accepted")
        let mail = try #require(try server.received().first)
        #expect(mail.tls)
        #expect(mail.auth == "peilwacht")
        #expect(mail.data == Data(Self.message.utf8))
    }

    @Test("A wrong password is a fault of the relay or ours, and nothing is delivered")
    func wrongPassword() async throws {
        let certificates = try TestCertificates()
        let login = MailServer.Login(user: "peilwacht", password: "another")
        let server = try MailServer.start(tls: .starttls(try certificates.makePair()), login: login)
        let settings = try makeSettings("smtp://localhost:\(server.port)", login: true, caFile: certificates.authority)
        let outcome = await deliver(settings)
        #expect(outcome.label == "relayFault authentication-refused")
        #expect(outcome.failure?.replyCode == 535)
        #expect(try server.received().isEmpty)
    }

    @Test("A login that is missing is told apart")
    func missingLogin() async throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(tls: .implicit(try certificates.makePair()), login: Self.login)
        let settings = try makeSettings("smtps://localhost:\(server.port)", caFile: certificates.authority)
        #expect(await deliver(settings).label == "relayFault authentication-required")
    }

    @Test("A message of many blocks arrives whole, its bare line ends normalised")
    func longMessage() async throws {
        let server = try MailServer.start()
        let lines = (0..<40_000).map { $0.isMultiple(of: 7) ? ".\($0)" : "line \($0)" }
        let message = "Subject: long\n\n" + lines.joined(separator: "\n")
        let outcome = await deliver(try makeSettings("smtp://127.0.0.1:\(server.port)"), Array(message.utf8))
        #expect(outcome.label == "accepted")
        let wire = "Subject: long\r\n\r\n" + lines.joined(separator: "\r\n") + "\r\n"
        #expect(try server.received().map(\.data) == [Data(wire.utf8)])
    }

    @Test("A message larger than the server's SIZE is refused by us and not sent")
    func tooLarge() async throws {
        let server = try MailServer.start(sizeLimit: 1000)
        let line = String(repeating: "x", count: 60) + "\n"
        let message = Array(String(repeating: line, count: 17).utf8)
        let outcome = await deliver(try makeSettings("smtp://127.0.0.1:\(server.port)"), message)
        #expect(outcome.label == "permanent message-too-large")
        #expect(try server.received().isEmpty)
    }

    @Test("Text that ends a message for careless servers stays inside one message")
    func smuggling() async throws {
        let server = try MailServer.start()
        let smuggled = "Subject: one\n\nbody\n.\nMAIL FROM:<evil@example>\nRCPT TO:<victim@example>\nDATA\nx\r.\r\n"
        _ = await deliver(try makeSettings("smtp://127.0.0.1:\(server.port)"), Array(smuggled.utf8))
        let mails = try server.received()
        #expect(mails.count == 1)
        let wire =
            "Subject: one\r\n\r\nbody\r\n.\r\nMAIL FROM:<evil@example>\r\nRCPT TO:<victim@example>\r\nDATA\r\nx\r\n.\r\n"
        #expect(mails.first?.data == Data(wire.utf8))
    }
}

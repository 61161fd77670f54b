import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import Mailing

/// One way in which a relay misbehaves on a real connection, and what has to come of it.
struct RelayFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answers: [String: RelayAnswer]
    let outcome: String

    /// The one limit that is made short, for faults that are silences.
    var shortLimit: (@Sendable (inout SMTPTimeouts) -> Void)?

    init(
        _ description: String,
        _ answers: [String: RelayAnswer],
        _ outcome: String,
        shortLimit: (@Sendable (inout SMTPTimeouts) -> Void)? = nil
    ) {
        testDescription = description
        self.answers = answers
        self.outcome = outcome
        self.shortLimit = shortLimit
    }

    var timeouts: SMTPTimeouts {
        var timeouts = SMTPTimeouts()
        // No test may be saved by a limit it is not about.
        shortLimit?(&timeouts)
        return timeouts
    }

    static let brief = Duration.milliseconds(150)
}

@Suite("SMTP against a relay that misbehaves", .ownThreads, .timeLimit(.minutes(30)))
struct SMTPFaultTests {
    static let plainFaults = [
        RelayFault("nothing is wrong", [:], "accepted"),
        RelayFault("421 as the greeting", ["greeting": .sayAndClose("421 4.3.2 busy")], "temporary relay-closing"),
        RelayFault("554 as the greeting", ["greeting": .sayAndClose("554 no")], "relayFault relay-refuses-service"),
        RelayFault("no greeting", ["greeting": .silence], "temporary timeout") { $0.greeting = RelayFault.brief },
        RelayFault("a greeting that drips", ["greeting": .drip], "temporary timeout") {
            $0.greeting = RelayFault.brief
        },
        RelayFault("no greeting before the total limit", ["greeting": .silence], "temporary timeout") {
            $0.total = RelayFault.brief
        },
        RelayFault("a greeting that is not SMTP", ["greeting": .say("SSH-2.0-OpenSSH")], "temporary malformed-reply"),
        RelayFault("closing at EHLO", ["EHLO": .close], "temporary connection-lost"),
        RelayFault("451 to MAIL", ["MAIL": .say("451 4.3.0 later")], "temporary greylisted-or-busy"),
        RelayFault("550 to MAIL", ["MAIL": .say("550 5.7.1 not you")], "relayFault sender-refused"),
        RelayFault("530 to MAIL", ["MAIL": .say("530 5.7.0 log in")], "relayFault authentication-required"),
        RelayFault("552 to MAIL", ["MAIL": .say("552 5.3.4 too big")], "permanent message-too-large"),
        RelayFault("421 to MAIL", ["MAIL": .sayAndClose("421 4.7.0 closing")], "temporary relay-closing"),
        RelayFault("no answer to MAIL", ["MAIL": .silence], "temporary timeout") { $0.command = RelayFault.brief },
        RelayFault("450 to RCPT", ["RCPT": .say("450 4.2.0 greylisted")], "temporary greylisted-or-busy"),
        RelayFault("550 to RCPT", ["RCPT": .say("550 5.1.1 unknown")], "permanent recipient-refused"),
        RelayFault("451 to DATA", ["DATA": .say("451 4.3.0 no")], "temporary greylisted-or-busy"),
        RelayFault("554 to DATA", ["DATA": .say("554 5.5.1 no")], "permanent message-refused"),
        RelayFault("250 to DATA", ["DATA": .say("250 ok")], "temporary unexpected-reply"),
        RelayFault("closing at DATA", ["DATA": .close], "temporary connection-lost"),
        RelayFault("451 to the dot", [".": .say("451 4.3.0 later")], "temporary greylisted-or-busy"),
        RelayFault("552 to the dot", [".": .say("552 5.3.4 too big")], "permanent message-too-large"),
        RelayFault("554 to the dot", [".": .say("554 5.7.1 spam")], "permanent message-refused"),
        RelayFault("421 to the dot", [".": .sayAndClose("421 4.3.0 shutting down")], "temporary relay-closing"),
        RelayFault("closing after the dot", [".": .close], "unknown connection-lost-after-data"),
        RelayFault("a reset after the dot", [".": .reset], "unknown connection-lost-after-data"),
        RelayFault("silence after the dot", [".": .silence], "unknown timeout-after-data") {
            $0.finalReply = RelayFault.brief
        },
        RelayFault("dripping after the dot", [".": .drip], "unknown timeout-after-data") {
            $0.finalReply = RelayFault.brief
        },
        RelayFault("250 and closing at once", [".": .sayAndClose("250 2.0.0 queued")], "accepted"),
        RelayFault("no answer to QUIT", ["QUIT": .silence], "accepted") { $0.quit = .seconds(600) },
        RelayFault("a reset at QUIT", ["QUIT": .reset], "accepted"),
    ]

    @Test("A relay's fault on a plain connection has its outcome", arguments: plainFaults)
    func plainFault(fault: RelayFault) async throws {
        let relay = try await ScriptedRelay.start(RelayScript(answers: fault.answers))
        let settings = try makeSettings("smtp://127.0.0.1:\(relay.port)", timeouts: fault.timeouts)
        #expect(await deliver(settings).label == fault.outcome)
    }

    static let tlsFaults = [
        RelayFault("nothing is wrong", [:], "accepted"),
        RelayFault("STARTTLS not offered", ["EHLO": .say("250 relay.test")], "relayFault tls-not-offered"),
        RelayFault("STARTTLS refused", ["STARTTLS": .say("454 4.7.0 not now")], "relayFault tls-refused"),
        RelayFault(
            "garbage after 220",
            ["STARTTLS": .sayAndClose("220 go\r\n" + String(repeating: "garbage", count: 50))],
            "temporary connection-lost"
        ),
        RelayFault("silence in the handshake", ["STARTTLS": .sayAndGoDeaf("220 go")], "temporary timeout") {
            $0.handshake = RelayFault.brief
        },
        RelayFault(
            "a reply slipped in before the handshake",
            ["STARTTLS": .startTLS("220 go\r\n250-relay.test\r\n250 AUTH LOGIN")],
            "accepted"
        ),
        RelayFault("535 to AUTH", ["challenge": .say("535 5.7.8 wrong")], "relayFault authentication-refused"),
        RelayFault("454 to AUTH", ["challenge": .say("454 4.7.0 later")], "temporary authentication-unavailable"),
        RelayFault("504 to AUTH", ["AUTH": .say("504 5.5.4 unknown")], "relayFault authentication-refused"),
        RelayFault(
            "no AUTH offered",
            ["EHLO/TLS": .say("250 relay.test")],
            "relayFault authentication-not-offered"
        ),
        RelayFault("550 to RCPT", ["RCPT": .say("550 5.1.1 unknown")], "permanent recipient-refused"),
        RelayFault("closing after the dot", [".": .close], "unknown connection-lost-after-data"),
        RelayFault("a reset after the dot", [".": .reset], "unknown connection-lost-after-data"),
        RelayFault("250 and closing at once", [".": .sayAndClose("250 2.0.0 queued")], "accepted"),
        RelayFault("no answer to QUIT", ["QUIT": .silence], "accepted") { $0.quit = .seconds(600) },
    ]

    @Test("A relay's fault on a connection with STARTTLS has its outcome", arguments: tlsFaults)
    func tlsFault(fault: RelayFault) async throws {
        let certificates = try TestCertificates()
        var script = RelayScript(answers: Self.offersTLS, certificate: try certificates.makePair())
        script.answers.merge(fault.answers) { $1 }
        let relay = try await ScriptedRelay.start(script)
        let outcome = await deliver(
            try makeSettings(
                "smtp://localhost:\(relay.port)",
                login: true,
                caFile: certificates.authority,
                timeouts: fault.timeouts
            )
        )
        #expect(outcome.label == fault.outcome)
        expectNoSecret(in: relay, outcome)
    }

    static let offersTLS: [String: RelayAnswer] = [
        "EHLO": .say("250-relay.test\r\n250 STARTTLS"), "STARTTLS": .startTLS("220 go"),
    ]

    @Test("Garbage in place of the handshake is a fault of the relay")
    func garbageHandshake() async throws {
        let relay = try await ScriptedRelay.start(RelayScript())
        let settings = try makeSettings("smtps://127.0.0.1:\(relay.port)", login: true)
        let outcome = await deliver(settings)
        #expect(outcome.label == "relayFault tls-failed")
        expectNoSecret(in: relay, outcome)
    }

    /// A certificate that must not be accepted.
    struct BadCertificate: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var host = "localhost"
        var names = "DNS:localhost,IP:127.0.0.1"
        var isExpired = false
        var trustsAuthority = true
        let outcome: String
    }

    static let badCertificates = [
        BadCertificate(
            testDescription: "of an unknown authority",
            trustsAuthority: false,
            outcome: "relayFault certificate-not-trusted"
        ),
        BadCertificate(testDescription: "expired", isExpired: true, outcome: "relayFault certificate-not-trusted"),
        BadCertificate(
            testDescription: "for another name",
            names: "DNS:elsewhere.example",
            outcome: "relayFault certificate-wrong-host"
        ),
        BadCertificate(
            testDescription: "for another address",
            host: "127.0.0.1",
            names: "DNS:localhost,IP:127.0.0.2",
            outcome: "relayFault certificate-wrong-host"
        ),
    ]

    @Test("A certificate that does not prove the relay ends the delivery", arguments: badCertificates, [false, true])
    func badCertificate(bad: BadCertificate, implicit: Bool) async throws {
        let certificates = try TestCertificates()
        let other = try TestCertificates()
        let pair = try certificates.makePair(for: bad.names, isExpired: bad.isExpired)
        let script = RelayScript(answers: Self.offersTLS, certificate: pair, isImplicitTLS: implicit)
        let relay = try await ScriptedRelay.start(script)
        let outcome = await deliver(
            try makeSettings(
                "\(implicit ? "smtps" : "smtp")://\(bad.host):\(relay.port)",
                login: true,
                caFile: (bad.trustsAuthority ? certificates : other).authority
            )
        )
        #expect(outcome.label == bad.outcome)
        #expect(!relay.lines.contains { $0.hasPrefix("TLS ") })
        expectNoSecret(in: relay, outcome)
    }

    @Test("The system's authorities do not trust a certificate of our own making")
    func systemAuthorities() async throws {
        let certificates = try TestCertificates()
        let script = RelayScript(certificate: try certificates.makePair(), isImplicitTLS: true)
        let relay = try await ScriptedRelay.start(script)
        let outcome = await deliver(try makeSettings("smtps://localhost:\(relay.port)"))
        #expect(outcome.label == "relayFault certificate-not-trusted")
    }

    @Test("A CA file that is missing holds the queue before anything is connected")
    func missingAuthorities() async throws {
        let relay = try await ScriptedRelay.start(RelayScript())
        let settings = try makeSettings("smtps://127.0.0.1:\(relay.port)", caFile: "/nonexistent/authority.pem")
        #expect(await deliver(settings).label == "relayFault ca-file-unreadable")
    }

    @Test("A closed port is a temporary failure", arguments: ["127.0.0.1", "localhost"])
    func closedPort(host: String) async throws {
        let closed = try ClosedPort()
        let outcome = await deliver(try makeSettings("smtp://\(host):\(closed.port)"))
        #expect(outcome.label == "temporary connection-refused")
    }

    @Test("A name without an address is a temporary failure")
    func unknownHost() async throws {
        let outcome = await deliver(try makeSettings("smtp://relay.invalid"))
        #expect(outcome.label == "temporary host-not-found")
    }

    @Test("A line that SMTP forbids is refused before anything is connected")
    func overlongLine() async throws {
        let settings = try makeSettings("smtp://relay.invalid")
        let outcome = await deliver(settings, Array(repeating: UInt8(ascii: "x"), count: 999))
        #expect(outcome.label == "permanent line-too-long")
    }
}

/// Delivers a short message, by a client of its own.
func deliver(
    _ settings: SMTPSettings,
    _ message: [UInt8] = Array("Subject: test\n\nBody\n".utf8)
) async -> DeliveryOutcome {
    let client = SMTPClient(settings: settings, group: MultiThreadedEventLoopGroup.singleton)
    guard let from = try? MailAddress("from@example.nl"), let to = try? MailAddress("to@example.nl") else {
        preconditionFailure("the addresses of the test are valid")
    }
    return await client.deliver(message, from: from, to: to)
}

/// Neither the relay in the clear nor a text of ours has seen the password, in whatever coding.
func expectNoSecret(in relay: ScriptedRelay, _ outcome: DeliveryOutcome) {
    let password = Array(testPassword.utf8)
    let forms = [
        testPassword, String(decoding: SMTPLogin.encoded(password), as: UTF8.self),
        String(decoding: SMTPLogin.encoded([0] + Array("peilwacht".utf8) + [0] + password), as: UTF8.self),
    ]
    let description = outcome.failure?.description ?? ""
    let inTheClear = relay.lines.filter { !$0.hasPrefix("TLS ") }.joined(separator: "\n")
    for form in forms {
        #expect(!inTheClear.contains(form))
        #expect(!String(reflecting: outcome).contains(form))
        #expect(!description.contains(form))
    }
    #expect(!inTheClear.contains("AUTH"))
    #expect(!inTheClear.contains("MAIL"))
}

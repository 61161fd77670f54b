import Foundation
import NIOPosix
import TestSupport
import Testing

@testable import Mailing

@Suite("Many messages over one connection", .timeLimit(.minutes(30)))
struct SMTPLineTests {
    private func line(_ relay: ScriptedRelay, timeouts: SMTPTimeouts = SMTPTimeouts()) throws -> SMTPLine {
        let settings = try makeSettings("smtp://127.0.0.1:\(relay.port)", timeouts: timeouts)
        return SMTPClient(settings: settings, group: MultiThreadedEventLoopGroup.singleton).line()
    }

    private func deliver(_ line: SMTPLine, _ number: Int = 1) async throws -> String {
        let message = try envelope("Subject: \(number)\r\n\r\n\(number)\r\n")
        return await line.deliver(message.message, from: message.sender, to: message.recipient).label
    }

    private func connections(_ relay: ScriptedRelay) -> Int { relay.lines.count { $0.hasPrefix("EHLO") } }

    @Test("Five messages take one connection and one QUIT")
    func oneConnection() async throws {
        let relay = try await ScriptedRelay.start(RelayScript())
        let line = try line(relay)
        for number in 1...5 { #expect(try await deliver(line, number) == "accepted") }
        await line.close()
        for await turn in relay.turns where turn == "QUIT" { break }
        #expect(connections(relay) == 1)
        #expect(relay.lines.filter { $0 == "QUIT" }.count == 1)
        #expect(relay.lines.filter { $0.hasPrefix("Subject:") } == (1...5).map { "Subject: \($0)" })
    }

    static let limits: [(String, [String: RelayAnswer])] = [
        ("answers 421 to MAIL", ["MAIL": .sayAndClose("421 4.7.0 too many messages")]),
        ("answers 421 to MAIL and stays", ["MAIL": .say("421 4.7.0 too many messages")]),
        ("defers MAIL", ["MAIL": .say("452 4.5.3 too many messages")]),
        ("refuses MAIL", ["MAIL": .say("550 5.7.0 too many messages")]),
        ("closes at MAIL", ["MAIL": .close]),
        ("resets at MAIL", ["MAIL": .reset]),
        ("closes at RCPT", ["RCPT": .close]),
        ("closes at DATA", ["DATA": .close]),
        ("refuses the message with 421", [".": .say("421 4.3.2 going down")]),
    ]

    @Test(
        "A relay that takes two messages a connection is connected to again, and every message arrives once",
        arguments: limits
    )
    func limited(name: String, answers: [String: RelayAnswer]) async throws {
        let relay = try await ScriptedRelay.start(RelayScript(afterwards: (2, answers)))
        let line = try line(relay)
        for number in 1...5 { #expect(try await deliver(line, number) == "accepted", "\(number)") }
        await line.close()
        #expect(connections(relay) == 3)
    }

    @Test("A relay that hangs up after its last answer costs no attempt")
    func hangsUpAfterwards() async throws {
        let relay = try await ScriptedRelay.start(RelayScript(answers: [".": .sayAndClose("250 2.0.0 queued")]))
        let line = try line(relay)
        for number in 1...3 { #expect(try await deliver(line, number) == "accepted") }
        #expect(connections(relay) == 3)
    }

    @Test("A new connection is tried once")
    func once() async throws {
        let relay = try await ScriptedRelay.start(RelayScript(answers: ["MAIL": .sayAndClose("421 4.3.2 no")]))
        let line = try line(relay)
        #expect(try await deliver(line) == "temporary relay-closing")
        #expect(connections(relay) == 1)
        #expect(try await deliver(line) == "temporary relay-closing")
        #expect(connections(relay) == 2)
    }

    @Test("A message whose fate is unknown is not sent again")
    func unknown() async throws {
        let relay = try await ScriptedRelay.start(RelayScript(afterwards: (1, [".": .close])))
        let line = try line(relay)
        #expect(try await deliver(line) == "accepted")
        #expect(try await deliver(line) == "unknown connection-lost-after-data")
        #expect(connections(relay) == 1)
    }

    @Test("A refused recipient holds up nobody on the same connection")
    func refusedRecipient() async throws {
        let relay = try await ScriptedRelay.start(RelayScript(afterwards: (1, ["RCPT": .say("550 5.1.1 unknown")])))
        let line = try line(relay)
        #expect(try await deliver(line) == "accepted")
        #expect(try await deliver(line) == "permanent recipient-refused")
        #expect(try await deliver(line) == "permanent recipient-refused")
        #expect(connections(relay) == 1)
        #expect(relay.lines.filter { $0 == "RSET" }.count == 1)
    }

    @Test("Each message has its own limit of time")
    func deadlines() async throws {
        var timeouts = SMTPTimeouts()
        timeouts.command = .milliseconds(200)
        let relay = try await ScriptedRelay.start(RelayScript(afterwards: (1, ["RCPT": .silence])))
        let line = try line(relay, timeouts: timeouts)
        #expect(try await deliver(line) == "accepted")
        #expect(try await deliver(line) == "temporary timeout")
        // The silent connection is not used again.
        #expect(try await deliver(line) == "accepted")
        #expect(connections(relay) == 2)
    }

    @Test("A task that is cancelled begins no other message")
    func cancelled() async throws {
        let relay = try await ScriptedRelay.start(RelayScript())
        let line = try line(relay)
        let task = Task {
            let first = try await deliver(line)
            withUnsafeCurrentTask { $0?.cancel() }
            return [first, try await deliver(line)]
        }
        #expect(try await task.value == ["accepted", "temporary cancelled"])
        #expect(relay.lines.filter { $0.hasPrefix("MAIL") }.count == 1)
    }

    @Test("aiosmtpd takes fifty messages over one connection with TLS and a login, octet for octet")
    func independentServer() async throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(
            tls: .starttls(try certificates.makePair()),
            login: IndependentServerTests.login
        )
        let settings = try makeSettings("smtp://localhost:\(server.port)", login: true, caFile: certificates.authority)
        let line = SMTPClient(settings: settings, group: MultiThreadedEventLoopGroup.singleton).line()
        for number in 1...50 { #expect(try await deliver(line, number) == "accepted") }
        await line.close()
        let mails = try server.received()
        #expect(
            mails.map { String(decoding: $0.data, as: UTF8.self) }
                == (1...50).map { "Subject: \($0)\r\n\r\n\($0)\r\n" }
        )
        #expect(Set(mails.map(\.port)).count == 1)
        #expect(mails.allSatisfy { $0.tls && $0.auth == "peilwacht" })
    }
}

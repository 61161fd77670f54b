import Testing

@testable import Mailing

@Suite("The SMTP conversation under attack or in trouble")
struct SMTPConversationTroubleTests {
    /// What the relay says, one reply at a time, and what has to come of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let replies: [String]
        let outcome: String

        init(_ description: String, _ replies: [String], _ outcome: String) {
            testDescription = description
            self.replies = replies
            self.outcome = outcome
        }
    }

    static let plainCases: [Case] = [
        Case("421 in place of EHLO's answer", ["220 hi", "421 bye"], "temporary relay-closing"),
        Case("554 to EHLO", ["220 hi", "554 no"], "relayFault relay-refuses-service"),
        Case("450 to EHLO", ["220 hi", "450 no"], "temporary greylisted-or-busy"),
        Case("354 as the greeting", ["354 go"], "temporary unexpected-reply"),
        Case("an overlong line", [String(repeating: "2", count: 3000)], "temporary malformed-reply"),
        Case("a reply to a question not asked", ["220 hi\r\n250 ok"], "temporary unexpected-reply"),
        Case("a goodbye behind a reply", ["220 hi\r\n421 bye"], "temporary relay-closing"),
        Case(
            "an acceptance before the message",
            Array(plainReplies.prefix(4)) + ["354 go\r\n250 queued"],
            "temporary unexpected-reply"
        ),
        Case("250 to DATA", Array(plainReplies.prefix(4)) + ["250 ok"], "temporary unexpected-reply"),
        Case("354 to the dot", Array(plainReplies.prefix(5)) + ["354 go"], "unknown unexpected-reply"),
        Case("nonsense after the dot", Array(plainReplies.prefix(5)) + ["hello"], "unknown malformed-reply"),
        Case("251 to RCPT", Array(plainReplies.prefix(3)) + ["251 forwarded", "354 go", "250 ok"], "accepted"),
        Case("550 to RCPT", Array(plainReplies.prefix(3)) + ["550 5.1.1 who"], "permanent recipient-refused"),
    ]

    @Test("Trouble on a plain connection", arguments: plainCases)
    func plainTrouble(sample: Case) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for reply in sample.replies { dialogue.relay(reply) }
        #expect(dialogue.conversation.outcome?.label == sample.outcome)
    }

    static let beforeTLSCases: [Case] = [
        Case("not offered", ["220 hi", "250-relay\r\n250 AUTH PLAIN"], "relayFault tls-not-offered"),
        Case("stripped to a look-alike", ["220 hi", "250-relay\r\n250 XXXXXXXA"], "relayFault tls-not-offered"),
        Case("refused for now", ["220 hi", "250-r\r\n250 STARTTLS", "454 4.7.0 no"], "relayFault tls-refused"),
        Case("refused for good", ["220 hi", "250-r\r\n250 STARTTLS", "502 no"], "relayFault tls-refused"),
        Case("answered with 421", ["220 hi", "250-r\r\n250 STARTTLS", "421 bye"], "temporary relay-closing"),
        Case(
            "answered with garbage",
            ["220 hi", "250-r\r\n250 STARTTLS", "\u{16}\u{3}\u{1}"],
            "temporary malformed-reply"
        ),
        Case("answered with 354", ["220 hi", "250-r\r\n250 STARTTLS", "354 go"], "temporary unexpected-reply"),
    ]

    @Test("Without STARTTLS nothing of the message or the login is sent", arguments: beforeTLSCases, [false, true])
    func noFallback(sample: Case, login: Bool) throws {
        var dialogue = try Dialogue(try makeSettings(login: login))
        for reply in sample.replies { dialogue.relay(reply) }
        #expect(dialogue.conversation.outcome?.label == sample.outcome)
        #expect(!dialogue.actions.contains(.startTLS))
        #expect(Set(dialogue.lines).isSubset(of: ["EHLO peilwacht.example", "STARTTLS", "QUIT"]))
    }

    @Test("Even to this machine, credentials wait for TLS")
    func loginOnLoopback() throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost", login: true), overLoopback: true)
        dialogue.relay("220 relay", "250-relay\r\n250 AUTH PLAIN LOGIN")
        #expect(dialogue.conversation.outcome?.label == "relayFault tls-not-offered")
        #expect(dialogue.lines == ["EHLO peilwacht.example", "QUIT"])
    }

    @Test("A name that promises this machine and leads elsewhere gets nothing")
    func falseLoopback() throws {
        let dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: false)
        #expect(dialogue.conversation.outcome?.label == "relayFault relay-not-loopback")
        #expect(dialogue.lines.isEmpty)
    }

    @Test(
        "What is slipped in before the handshake counts for nothing",
        arguments: ["", "25", "250-relay\r\n250 AUTH LOGIN\r\n"]
    )
    func injection(slipped: String) throws {
        var dialogue = try Dialogue(try makeSettings(login: true))
        dialogue.relay("220 relay", "250-relay\r\n250 STARTTLS")
        dialogue.tell(.received(Array("220 go\r\n\(slipped)".utf8)))
        dialogue.tell(.received(Array("250 more in the clear\r\n".utf8)))
        dialogue.tell(.tlsEstablished)
        #expect(dialogue.lines == ["EHLO peilwacht.example", "STARTTLS", "EHLO peilwacht.example"])
        // The capabilities learned in the clear are forgotten too.
        dialogue.relay("250 relay")
        #expect(dialogue.conversation.outcome?.label == "relayFault authentication-not-offered")
    }

    static let loginCases: [Case] = [
        Case("535", ["334 ", "535 5.7.8 wrong"], "relayFault authentication-refused"),
        Case("535 without an enhanced code", ["334 ", "535 wrong"], "relayFault authentication-refused"),
        Case("454", ["334 ", "454 4.7.0 later"], "temporary authentication-unavailable"),
        Case("454 with X.7.8", ["334 ", "454 4.7.8 wrong"], "relayFault authentication-refused"),
        Case("451", ["334 ", "451 4.3.0 later"], "temporary authentication-unavailable"),
        Case("421", ["334 ", "421 4.7.0 too many"], "temporary relay-closing"),
        Case("530", ["530 5.7.0 no"], "relayFault authentication-refused"),
        Case("504", ["504 5.5.4 what"], "relayFault authentication-refused"),
        Case("235 before the password", ["235 welcome"], "temporary unexpected-reply"),
        Case("a second challenge", ["334 ", "334 "], "temporary unexpected-reply"),
        Case("354", ["354 go"], "temporary unexpected-reply"),
    ]

    @Test("Trouble with the login", arguments: loginCases)
    func loginTrouble(sample: Case) throws {
        var dialogue = try Dialogue(try makeSettings("smtps://relay.example", login: true))
        dialogue.tell(.tlsEstablished)
        dialogue.relay("220 relay", "250-relay\r\n250 AUTH PLAIN")
        for reply in sample.replies { dialogue.relay(reply) }
        #expect(dialogue.conversation.outcome?.label == sample.outcome)
        #expect(!dialogue.lines.contains { $0.hasPrefix("MAIL") })
    }

    /// Each turn of a plain delivery, by the number of replies before it.
    static let turns = [0, 1, 2, 3, 4, 5]

    @Test(
        "4yz is temporary at every turn",
        arguments: turns,
        ["421 4.3.2 x", "450 x", "451 4.3.0 x", "452 x", "455 x"]
    )
    func temporaryEverywhere(turn: Int, reply: String) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for earlier in plainReplies.prefix(turn) { dialogue.relay(earlier) }
        dialogue.relay(reply)
        let isClosing = reply.hasPrefix("421")
        #expect(
            dialogue.conversation.outcome?.label == "temporary \(isClosing ? "relay-closing" : "greylisted-or-busy")"
        )
        #expect((dialogue.actions.last == .close) == isClosing)
    }

    @Test("Loss and silence are temporary until the dot is sent and unknown afterwards", arguments: turns)
    func lossEverywhere(turn: Int) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for earlier in plainReplies.prefix(turn) { dialogue.relay(earlier) }
        // Half a reply is no reply.
        dialogue.tell(.received(Array("250-ha".utf8)))
        var (lost, silent, cancelled) = (dialogue, dialogue, dialogue)
        lost.tell(.connectionClosed)
        silent.tell(.deadlinePassed)
        cancelled.tell(.cancelled)
        #expect(
            lost.conversation.outcome?.label
                == (turn < 5 ? "temporary connection-lost" : "unknown connection-lost-after-data")
        )
        #expect(silent.conversation.outcome?.label == (turn < 5 ? "temporary timeout" : "unknown timeout-after-data"))
        #expect(cancelled.conversation.outcome?.label == (turn < 5 ? "temporary cancelled" : nil))
    }

    @Test("Losing the connection within a long message is temporary, since the dot has not left")
    func lossWithinMessage() throws {
        let message = String(repeating: "0123456789\r\n", count: 4000)
        var conversation = try Dialogue(try makeSettings("smtp://localhost"), message: message, overLoopback: true)
            .conversation
        for reply in plainReplies.dropLast() { _ = conversation.handle(.received(Array("\(reply)\r\n".utf8))) }
        _ = conversation.handle(.sent)
        #expect(conversation.step == .block(2))
        var refused = conversation
        _ = conversation.handle(.connectionClosed)
        #expect(conversation.outcome?.label == "temporary connection-lost")
        // A relay that has had enough may say so before the end; no QUIT, which would be a line of the message.
        #expect(refused.handle(.received(Array("552 5.3.4 enough\r\n".utf8))).last == .close)
        #expect(refused.outcome?.label == "permanent message-too-large")
    }
}

import Testing

@testable import Mailing

@Suite("An SMTP conversation of many messages")
struct SMTPRestingTests {
    /// A conversation that rests after its first message.
    private func rested(_ replies: [String] = plainReplies) throws -> Dialogue {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true, isKept: true)
        for reply in replies { dialogue.relay(reply) }
        dialogue.sent = []
        dialogue.actions = []
        return dialogue
    }

    @Test("After an accepted message the connection rests, and the next begins with MAIL")
    func next() throws {
        var dialogue = try rested()
        #expect(dialogue.conversation.step == .rest)
        #expect(dialogue.conversation.outcome?.label == "accepted")
        dialogue.tell(.next(try envelope("Second\r\n", to: "other@example.nl")))
        #expect(dialogue.conversation.outcome == nil)
        dialogue.relay("250 sender", "250 recipient", "354 go", "250 2.0.0 queued as 2")
        #expect(
            dialogue.lines == [
                "MAIL FROM:<from@example.nl> SIZE=8", "RCPT TO:<other@example.nl>", "DATA", "Second\r\n.",
            ]
        )
        #expect(dialogue.conversation.outcome?.label == "accepted")
        dialogue.tell(.farewell)
        #expect(dialogue.lines.last == "QUIT")
        #expect(dialogue.conversation.handle(.received(Array("221 bye\r\n".utf8))) == [.close])
    }

    @Test(
        "After a refusal of one message the next begins afresh, with RSET",
        arguments: [
            (["450 4.2.0 later"], "temporary greylisted-or-busy"),
            (["250 sender", "550 5.1.1 unknown"], "permanent recipient-refused"),
            (["250 sender", "250 recipient", "554 no"], "permanent message-refused"),
            (["250 sender", "250 recipient", "354 go", "552 5.3.4 too big"], "permanent message-too-large"),
        ]
    )
    func reset(replies: [String], label: String) throws {
        var dialogue = try rested(Array(plainReplies.prefix(2)) + replies)
        #expect(dialogue.conversation.outcome?.label == label)
        #expect(dialogue.conversation.step == .rest)
        dialogue.tell(.next(try envelope()))
        #expect(dialogue.lines == ["RSET"])
        dialogue.relay("250 flushed")
        #expect(dialogue.lines.last == "MAIL FROM:<from@example.nl> SIZE=23")
    }

    @Test("A relay that refuses RSET says nothing about the message", arguments: ["421 bye", "451 no", "502 what"])
    func refusedReset(reply: String) throws {
        var dialogue = try rested(Array(plainReplies.prefix(2)) + ["450 4.2.0 later"])
        dialogue.tell(.next(try envelope()))
        dialogue.relay(reply)
        #expect(dialogue.conversation.outcome?.label == "temporary relay-closing")
        #expect(dialogue.conversation.step != .rest)
    }

    @Test(
        "What a relay says or does while nothing is under way ends the connection, and no message",
        arguments: [
            SMTPConversation.Event.received(Array("421 idle too long\r\n".utf8)), .connectionClosed,
        ]
    )
    func endedWhileResting(event: SMTPConversation.Event) throws {
        var dialogue = try rested()
        #expect(dialogue.conversation.handle(event) == [.close])
        #expect(dialogue.conversation.outcome?.label == "accepted")
        #expect(dialogue.conversation.handle(.next(try envelope())).isEmpty)
    }

    @Test("A goodbye behind the acceptance ends the connection, and the message stays accepted")
    func goodbyeBehindAcceptance() throws {
        let dialogue = try rested(plainReplies.dropLast() + ["250 2.0.0 queued\r\n421 enough"])
        #expect(dialogue.conversation.outcome?.label == "accepted")
        #expect(dialogue.conversation.step == .closed)
    }

    @Test("A message that cannot be sent leaves the connection as it is")
    func unfit() throws {
        var dialogue = try rested(["220 relay", "250-relay\r\n250 SIZE 30"] + plainReplies.dropFirst(2))
        dialogue.tell(.next(try envelope(String(repeating: "0123456789\r\n", count: 10))))
        #expect(dialogue.conversation.outcome?.label == "permanent message-too-large")
        dialogue.tell(.next(try envelope(String(repeating: "x", count: 999))))
        #expect(dialogue.conversation.outcome?.label == "permanent line-too-long")
        #expect(dialogue.lines.isEmpty)
        dialogue.tell(.next(try envelope("x")))
        #expect(dialogue.lines == ["MAIL FROM:<from@example.nl> SIZE=3"])
    }

    @Test("A login that fails ends the connection, kept or not")
    func loginRefused() throws {
        var dialogue = try Dialogue(try makeSettings(login: true), isKept: true)
        for reply in repliesBeforeTLS { dialogue.relay(reply) }
        dialogue.tell(.tlsEstablished)
        dialogue.relay("250-relay\r\n250 AUTH PLAIN", "334 ", "535 5.7.8 no")
        #expect(dialogue.conversation.outcome?.label == "relayFault authentication-refused")
        #expect(dialogue.conversation.step == .quit)
    }
}

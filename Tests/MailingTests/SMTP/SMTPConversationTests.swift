import Testing

@testable import Mailing

@Suite("The SMTP conversation")
struct SMTPConversationTests {
    @Test("To this machine, a message goes in the clear and without a login")
    func plain() throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for reply in plainReplies { dialogue.relay(reply) }
        #expect(
            dialogue.lines == [
                "EHLO peilwacht.example", "MAIL FROM:<from@example.nl> SIZE=23", "RCPT TO:<to@example.nl>", "DATA",
                "Subject: test\r\n\r\nBody\r\n.", "QUIT",
            ]
        )
        #expect(dialogue.conversation.outcome?.label == "accepted")
        #expect(dialogue.conversation.step == .quit)
    }

    @Test("Elsewhere, TLS comes before everything but EHLO, and EHLO is said again")
    func startTLS() throws {
        var dialogue = try Dialogue(try makeSettings(login: true))
        for reply in repliesBeforeTLS { dialogue.relay(reply) }
        #expect(dialogue.lines == ["EHLO peilwacht.example", "STARTTLS"])
        #expect(dialogue.actions.last == .startTLS)
        dialogue.tell(.tlsEstablished)
        dialogue.relay("250-relay\r\n250 AUTH PLAIN", "334 ", "235 2.7.0 welcome", "250 sender")
        #expect(
            dialogue.lines.dropFirst(2) == [
                "EHLO peilwacht.example", "AUTH PLAIN", "AHBlaWx3YWNodABoMHJzZS1iYXR0ZXJ5LVN0YXBsZQ==",
                "MAIL FROM:<from@example.nl>", "RCPT TO:<to@example.nl>",
            ]
        )
    }

    @Test("With AUTH LOGIN, user and password are given when asked for")
    func authLogin() throws {
        var dialogue = try Dialogue(try makeSettings("smtps://relay.example", login: true))
        #expect(dialogue.actions == [.connect, .startTLS])
        dialogue.tell(.tlsEstablished)
        dialogue.relay(
            "220 relay",
            "250-relay\r\n250 AUTH LOGIN",
            "334 VXNlcm5hbWU6",
            "334 UGFzc3dvcmQ6",
            "235 welcome"
        )
        #expect(
            dialogue.lines.dropFirst() == [
                "AUTH LOGIN", "cGVpbHdhY2h0", "aDByc2UtYmF0dGVyeS1TdGFwbGU=", "MAIL FROM:<from@example.nl>",
            ]
        )
    }

    static let parameterCases: [(String, String, String)] = [
        ("é", "SIZE 1000\r\n250 8BITMIME", "MAIL FROM:<from@example.nl> SIZE=4 BODY=8BITMIME"),
        ("e", "SIZE 1000\r\n250 8BITMIME", "MAIL FROM:<from@example.nl> SIZE=3"),
        ("é", "8BITMIME", "MAIL FROM:<from@example.nl> BODY=8BITMIME"),
        ("e", "HELP", "MAIL FROM:<from@example.nl>"),
    ]

    @Test(
        "SIZE and BODY are given only where the relay offers them and the message needs them",
        arguments: parameterCases
    )
    func parameters(message: String, keywords: String, command: String) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), message: message, overLoopback: true)
        let reply = "250-relay\r\n250-\(keywords)"
        // The last line of a reply has a space after its code.
        dialogue.relay("220 relay", reply.contains("250 ") ? reply : "250-relay\r\n250 \(keywords)")
        #expect(dialogue.lines.last == command)
    }

    static let unfitMessages: [(String, String, String)] = [
        ("x", "SIZE 2", "permanent message-too-large"), ("é", "SIZE", "permanent eight-bit-not-offered"),
    ]

    @Test("A message the relay cannot take is refused before MAIL", arguments: unfitMessages)
    func unfit(message: String, keyword: String, outcome: String) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), message: message, overLoopback: true)
        dialogue.relay("220 relay", "250-relay\r\n250 \(keyword)")
        #expect(dialogue.conversation.outcome?.label == outcome)
        #expect(dialogue.lines == ["EHLO peilwacht.example", "QUIT"])
    }

    @Test("A long message leaves block by block, and each block waits for the one before")
    func blocks() throws {
        let message = String(repeating: "0123456789\r\n", count: 4000)
        var conversation = try Dialogue(try makeSettings("smtp://localhost"), message: message, overLoopback: true)
            .conversation
        for reply in plainReplies.dropLast(2) { _ = conversation.handle(.received(Array("\(reply)\r\n".utf8))) }
        var actions = conversation.handle(.received(Array("354 go\r\n".utf8)))
        var wire: [UInt8] = []
        for number in 1...3 {
            #expect(conversation.step == .block(number))
            guard case .send(let octets) = actions.first else { break }
            wire += octets
            actions = conversation.handle(.sent)
        }
        #expect(wire == Array("\(message).\r\n".utf8))
        #expect(conversation.step == .finalReply)
        #expect(actions.isEmpty)
    }

    @Test("Replies that come octet by octet lead to the same end")
    func octetByOctet() throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for reply in plainReplies {
            for octet in "\(reply)\r\n".utf8 { dialogue.tell(.received([octet])) }
        }
        #expect(dialogue.conversation.outcome?.label == "accepted")
    }

    @Test(
        "After the outcome, QUIT's answer, its absence and everything else only close",
        arguments: [
            SMTPConversation.Event.received(Array("221 bye\r\n".utf8)), .received(Array("nonsense\r\n".utf8)),
            .connectionClosed, .deadlinePassed,
        ]
    )
    func quit(event: SMTPConversation.Event) throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for reply in plainReplies { dialogue.relay(reply) }
        let actions = dialogue.conversation.handle(event)
        #expect(actions == [.close])
        #expect(dialogue.conversation.handle(.connectionClosed).isEmpty)
        #expect(dialogue.conversation.outcome?.label == "accepted")
    }

    @Test("What follows the reply to the dot changes nothing")
    func chatterAfterAcceptance() throws {
        var dialogue = try Dialogue(try makeSettings("smtp://localhost"), overLoopback: true)
        for reply in plainReplies.dropLast() { dialogue.relay(reply) }
        dialogue.relay("250 2.0.0 queued\r\n421 4.0.0 going down")
        #expect(dialogue.conversation.outcome?.label == "accepted")
    }
}

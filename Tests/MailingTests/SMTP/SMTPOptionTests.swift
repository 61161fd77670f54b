import Testing

@testable import Mailing

@Suite("What the relay offers, and is asked for only then")
struct SMTPOptionTests {
    private func settings(allowsPlain: Bool, login: Bool = false) throws -> SMTPSettings {
        try SMTPSettings(
            relay: RelayAddress("smtp://relay.example:587"),
            heloName: "peilwacht.example",
            credentials: login ? Credentials(user: "peilwacht", password: Secret(testPassword)) : nil,
            allowsPlain: allowsPlain
        )
    }

    private func dialogue(_ settings: SMTPSettings, id: String? = nil) throws -> Dialogue {
        let envelope = SMTPEnvelope(
            message: Array("Subject: test\r\n\r\nBody\r\n".utf8),
            from: try MailAddress("from@example.nl"),
            to: try MailAddress("to@example.nl"),
            id: id
        )
        return Dialogue(SMTPConversation(envelope, settings: settings))
    }

    @Test("Elsewhere, mail goes in the clear only where that is allowed and no TLS is offered")
    func plain() throws {
        var allowed = try dialogue(try settings(allowsPlain: true))
        allowed.relay("220 relay", "250 relay")
        #expect(allowed.lines.last == "MAIL FROM:<from@example.nl>")
        var refused = try dialogue(try settings(allowsPlain: false))
        refused.relay("220 relay", "250 relay")
        #expect(refused.conversation.outcome?.label == "relayFault tls-not-offered")
        #expect(!refused.lines.contains { $0.hasPrefix("MAIL") })
    }

    @Test("Where TLS is offered it is used, whatever is allowed, and a refusal of it is no way around")
    func offered() throws {
        var dialogue = try dialogue(try settings(allowsPlain: true))
        dialogue.relay("220 relay", "250-relay\r\n250 STARTTLS")
        #expect(dialogue.lines.last == "STARTTLS")
        dialogue.relay("454 not now")
        #expect(dialogue.conversation.outcome?.label == "relayFault tls-refused")
    }

    @Test("A password never goes in the clear, whatever is allowed")
    func password() throws {
        var dialogue = try dialogue(try settings(allowsPlain: true, login: true))
        dialogue.relay("220 relay", "250-relay\r\n250 AUTH PLAIN")
        #expect(dialogue.conversation.outcome?.label == "relayFault tls-not-offered")
        #expect(!dialogue.lines.contains { $0.hasPrefix("AUTH") })
    }

    @Test("A report of failure is asked for by our own id where the relay offers it, and the id is escaped")
    func reports() throws {
        var offered = try dialogue(try makeSettings("smtp://localhost"), id: "digest_2f1+2=3@example.nl")
        offered.relay("220 relay", "250-relay\r\n250 DSN", "250 sender")
        let sent = [
            "MAIL FROM:<from@example.nl> RET=HDRS ENVID=digest_2f1+2B2+3D3@example.nl",
            "RCPT TO:<to@example.nl> NOTIFY=FAILURE",
        ]
        #expect(Array(offered.lines.suffix(2)) == sent)
        var not = try dialogue(try makeSettings("smtp://localhost"), id: "a@example.nl")
        not.relay("220 relay", "250 relay", "250 sender")
        #expect(Array(not.lines.suffix(2)) == ["MAIL FROM:<from@example.nl>", "RCPT TO:<to@example.nl>"])
    }
}

extension Dialogue {
    /// A conversation of one's own, over loopback where that is all its settings allow.
    fileprivate init(_ conversation: SMTPConversation) {
        self.conversation = conversation
        tell(.begun)
        tell(.connected(overLoopback: conversation.settings.protection == .none))
    }
}

import Testing

@testable import Mailing

@Suite("Secrets stay out of every text")
struct SecretTests {
    @Test("However a value with a password is turned into text, the password is not in it")
    func descriptions() throws {
        let settings = try makeSettings(login: true)
        let credentials = try #require(settings.credentials)
        let envelope = SMTPEnvelope(message: [], from: try MailAddress("a@b"), to: try MailAddress("c@d"))
        let conversation = SMTPConversation(envelope, settings: settings)
        for value in [credentials.password, credentials, settings, conversation] as [Any] {
            var dumped = ""
            dump(value, to: &dumped)
            let texts = ["\(value)", String(describing: value), String(reflecting: value), dumped]
            for text in texts {
                #expect(!text.contains(testPassword))
                // An array of octets would show the password as numbers.
                #expect(!text.contains("104, 48, 114"))
            }
        }
        #expect("\(credentials.password)" == "•••")
        #expect(String(reflecting: credentials.password) == "•••")
        #expect(credentials.password.reveal() == Array(testPassword.utf8))
    }

    @Test("An action that sends a password shows only how long it is")
    func actions() {
        let action = SMTPConversation.Action.send(Array(testPassword.utf8))
        #expect("\(action)" == "send 20 octets")
        #expect("\([action])" == "[send 20 octets]")
    }

    static let unusable: [(String, String, CredentialsError)] = [
        ("", "x", CredentialsError.unusableUser), ("a\0b", "x", .unusableUser), ("a", "", .unusablePassword),
        ("a", "x\n", .unusablePassword), ("a", "x\0y", .unusablePassword),
        ("a", String(repeating: "x", count: 1025), .unusablePassword),
    ]

    @Test("Credentials that could not be sent as they are, are refused", arguments: unusable)
    func refused(user: String, password: String, error: CredentialsError) {
        #expect(throws: error) { try Credentials(user: user, password: Secret(password)) }
    }

    @Test(
        "A relay that repeats the credentials has its words withheld",
        arguments: [
            "500 5.5.1 unknown command h0rse-battery-Staple", "535 5.7.8 aDByc2UtYmF0dGVyeS1TdGFwbGU=",
            "500 AHBlaWx3YWNodABoMHJzZS1iYXR0ZXJ5LVN0YXBsZQ== ?", "535-ok\r\n535 \u{1B}h0rse-battery-Staple",
        ]
    )
    func echo(reply: String) throws {
        var dialogue = try Dialogue(try makeSettings("smtps://relay.example", login: true))
        dialogue.tell(.tlsEstablished)
        dialogue.relay("220 relay", "250-relay\r\n250 AUTH PLAIN", "334 ", reply)
        let failure = try #require(dialogue.conversation.outcome?.failure)
        #expect(failure.reason == .authenticationRefused)
        #expect(failure.replyText == "(text withheld: it repeated the credentials)")
        #expect(!String(reflecting: dialogue.actions.dropFirst()).contains("h0rse"))
    }
}

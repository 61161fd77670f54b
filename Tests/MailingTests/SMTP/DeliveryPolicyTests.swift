import Testing

@testable import Mailing

@Suite("What a refusal means")
struct DeliveryPolicyTests {
    static let refusals: [(SMTPStep, String, String)] = [
        (SMTPStep.greeting, "421 4.3.2 x", "temporary relay-closing"),
        (.greeting, "450 x", "temporary greylisted-or-busy"),
        (.greeting, "554 5.7.1 x", "relayFault relay-refuses-service"),
        (.greeting, "521 x", "relayFault relay-refuses-service"),
        (.hello, "550 5.7.1 x", "relayFault relay-refuses-service"),
        (.hello, "502 x", "relayFault relay-refuses-service"),
        (.startTLS, "454 4.7.0 x", "relayFault tls-refused"), (.startTLS, "501 x", "relayFault tls-refused"),
        (.authentication, "535 5.7.8 x", "relayFault authentication-refused"),
        (.authentication, "534 5.7.9 x", "relayFault authentication-refused"),
        (.authentication, "538 5.7.11 x", "relayFault authentication-refused"),
        (.authentication, "530 5.7.0 x", "relayFault authentication-refused"),
        (.authentication, "454 4.7.0 x", "temporary authentication-unavailable"),
        (.authentication, "432 4.7.12 x", "temporary authentication-unavailable"),
        (.mail, "450 4.1.8 x", "temporary greylisted-or-busy"),
        (.mail, "530 5.7.0 x", "relayFault authentication-required"),
        (.mail, "550 5.1.8 x", "relayFault sender-refused"), (.mail, "501 5.1.7 x", "relayFault sender-refused"),
        (.mail, "552 5.3.4 x", "permanent message-too-large"), (.mail, "552 x", "permanent message-too-large"),
        (.mail, "555 x", "relayFault sender-refused"),
        (.recipient, "450 4.2.0 x", "temporary greylisted-or-busy"),
        (.recipient, "452 4.2.2 x", "temporary greylisted-or-busy"),
        (.recipient, "550 5.1.1 x", "permanent recipient-refused"),
        (.recipient, "553 x", "permanent recipient-refused"),
        (.recipient, "554 5.7.1 x", "permanent recipient-refused"),
        (.recipient, "550 4.1.1 x", "permanent recipient-refused"),
        (.recipient, "552 5.2.2 x", "permanent mailbox-full"),
        (.recipient, "550 5.2.2 x", "permanent mailbox-full"),
        (.recipient, "550 5.2.3 x", "permanent message-too-large"),
        (.recipient, "530 5.7.0 x", "relayFault authentication-required"),
        (.data, "451 x", "temporary greylisted-or-busy"), (.data, "554 5.5.1 x", "permanent message-refused"),
        (.finalReply, "452 4.3.1 x", "temporary greylisted-or-busy"),
        (.finalReply, "552 x", "permanent message-too-large"),
        (.finalReply, "554 5.3.4 x", "permanent message-too-large"),
        (.finalReply, "552 5.2.2 x", "permanent mailbox-full"),
        (.finalReply, "550 5.7.1 x", "permanent message-refused"),
        (.finalReply, "421 x", "temporary relay-closing"),
    ]

    @Test("A refusal has its outcome by step and code", arguments: refusals)
    func refusal(step: SMTPStep, line: String, label: String) throws {
        var parser = SMTPReplyParser()
        parser.append(Array("\(line)\r\n".utf8))
        let reply = try #require(try parser.next())
        let outcome = DeliveryPolicy.outcome(of: reply, at: step)
        #expect(outcome.label == label)
        #expect(outcome.failure?.replyCode == reply.code)
        #expect(outcome.failure?.enhancedCode == reply.enhancedCode)
        #expect(outcome.failure?.replyText == "x")
        #expect(outcome.failure?.step == step)
    }

    @Test("Every reason has a sentence of its own", arguments: DeliveryFailure.Reason.allCases)
    func explanations(reason: DeliveryFailure.Reason) {
        let text = reason.explanation(at: .recipient)
        #expect(text.hasSuffix("."))
        #expect(text.count > 30)
        #expect(text != "The delivery failed while waiting for the answer to RCPT.")
        #expect(reason.rawValue.utf8.allSatisfy { HostName.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") })
    }

    @Test("The description names the reason, explains it and quotes the relay")
    func description() throws {
        let reply = SMTPReply(code: 550, lines: [Array("5.1.1 No such user".utf8)])
        let failure = try #require(DeliveryPolicy.outcome(of: reply, at: .recipient).failure)
        #expect(
            failure.description
                == "recipient-refused: The relay refused the recipient; check the address and whether the relay may send "
                + "there. The relay said: 550 5.1.1 No such user"
        )
    }
}

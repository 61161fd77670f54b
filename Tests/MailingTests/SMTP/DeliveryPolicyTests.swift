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

    /// What relays really say, with whose fault it is.
    static let said: [(SMTPStep, String, String)] = [
        (SMTPStep.recipient, "554 5.7.1 <a@b.nl>: Relay access denied", "relayFault relaying-denied"),
        (.recipient, "454 4.7.1 <a@b.nl>: Relay access denied", "relayFault relaying-denied"),
        (.recipient, "550 5.7.1 <a@b.nl>... Relaying denied", "relayFault relaying-denied"),
        (.recipient, "550 5.7.1 Unable to relay", "relayFault relaying-denied"),
        (.recipient, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", "relayFault relaying-denied"),
        (.recipient, "550 relay not permitted", "relayFault relaying-denied"),
        (.finalReply, "550 5.7.64 TenantAttribution; Relay Access Denied", "relayFault relaying-denied"),
        (
            .finalReply, "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
            "relayFault sender-refused"
        ),
        (
            .finalReply, "554 5.2.252 SendAsDenied; svc@b.nl not allowed to send as peilwacht@b.nl",
            "relayFault sender-refused"
        ),
        (
            .recipient, "553 5.7.1 <p@b.nl>: Sender address rejected: not owned by user svc",
            "relayFault sender-refused"
        ),
        (.recipient, "553 5.7.1 <p@b.nl>: Sender address rejected: not logged in", "relayFault sender-refused"),
        (.recipient, "550 5.1.8 <p@b.nl>: Sender address rejected: Domain not found", "relayFault sender-refused"),
        (.recipient, "550 Sender verify failed", "relayFault sender-refused"),
        (
            .finalReply, "550 5.7.26 Unauthenticated email from b.nl is not accepted due to domain's DMARC policy.",
            "relayFault sender-refused"
        ),
        (
            .mail, "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
            "relayFault sender-refused"
        ),
        (.mail, "530 5.7.57 SMTP; Client was not authenticated", "relayFault authentication-required"),
        (.recipient, "530 5.7.0 Authentication required", "relayFault authentication-required"),
        (.recipient, "550 5.7.1 Authentication Required", "relayFault authentication-required"),
        (
            .recipient, "554 5.7.1 <h[192.0.2.1]>: Client host rejected: Access denied",
            "relayFault relay-refuses-service"
        ),
        (
            .recipient, "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example.org",
            "relayFault relay-refuses-service"
        ),
        (
            .recipient, "504 5.5.2 <peil>: Helo command rejected: need fully-qualified hostname",
            "relayFault relay-refuses-service"
        ),
        (.recipient, "550 5.7.1 <a@b.nl>: Recipient address rejected: Access denied", "permanent recipient-refused"),
        (.recipient, "550 5.1.1 <a@b.nl>: Recipient address rejected: User unknown", "permanent recipient-refused"),
        (
            .recipient, "554 5.7.1 <relaying-denied@b.nl>: Recipient address rejected: Relay access denied",
            "permanent recipient-refused"
        ),
        (.recipient, "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized", "permanent recipient-refused"),
        (.recipient, "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup", "permanent recipient-refused"),
        (.recipient, "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", "permanent recipient-refused"),
        (.recipient, "550 5.2.1 Mailbox unavailable for client host", "permanent recipient-refused"),
        (.recipient, "450 4.7.1 <a@b.nl>: Recipient address rejected: Greylisted", "temporary greylisted-or-busy"),
        (.finalReply, "554 5.7.1 Spam message rejected", "permanent message-refused"),
        (.finalReply, "550 5.7.1 Message rejected as spam by Content Filtering.", "permanent message-refused"),
    ]

    @Test("What relays say is told apart by whose fault it is", arguments: said)
    func blame(step: SMTPStep, line: String, label: String) throws {
        var parser = SMTPReplyParser()
        parser.append(Array("\(line)\r\n".utf8))
        let reply = try #require(try parser.next())
        #expect(DeliveryPolicy.outcome(of: reply, at: step).label == label)
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

// How a reply, or its absence, becomes an outcome. This is the only place that decides it.
//
// The first digit decides first (RFC 5321 section 4.2.1): 4yz is temporary, 5yz is final. An enhanced status code
// (RFC 3463) only refines it, since many relays give none or a careless one. Who is at fault decides the rest:
//
// - 421 means at any step that the relay is going away (RFC 5321 section 3.8): temporary.
// - A 5yz before there is talk of the message (greeting, EHLO) is about us and the relay, not about the message.
//   Discarding mail for it would lose the whole queue to one wrong setting: a relay fault, which holds the queue.
//   The same goes for MAIL, since the sender address is a setting of ours, except for a refused size.
// - Everything about TLS is a relay fault, even the temporary 454 (RFC 3207 section 4): nothing is ever sent in the
//   clear instead, and an administrator has to look.
// - AUTH: 535, 534, 538, 530 and every X.7.8 mean that these credentials do not work (RFC 4954 section 6). Trying
//   often would lock the account: a relay fault. Any other 5yz there is a mechanism that does not work: the same.
//   454 and other 4yz say that the relay could not check just now: temporary. 530 at any later step says that a
//   login is missing: a relay fault.
// - What is said against us (``RefusalBlame``) at RCPT or later is a relay fault too, as mail to nobody would pass: relaying
//   that is denied, a sender that is not ours, a client that is not let in. It may still be about this recipient alone, as
//   where a relay takes mail for its own domain only: so it holds up no other mail (``DeliveryFailure/isAboutOneMail``).
//   Where relaying is denied for now (Postfix answers 454 4.7.1 by default) that is the same fault.
// - RCPT: 5yz is otherwise final for this recipient. There is one recipient per transaction, so RFC 5321 section 4.5.3.1.10
//   (552 read as "too many recipients") cannot apply. X.2.2 is told apart as a full mailbox.
// - 552, X.3.4 and X.2.3 say too large (RFC 1870 section 6, RFC 3463), unless X.2.2 says that the mailbox is full:
//   final, with a reason of its own, since a shortened digest may pass.
// - DATA and the final dot: 5yz is final for this message.
// - Until the final dot has left, silence or a broken connection means that nothing was delivered: temporary
//   (RFC 5321 section 4.1.1.4 forbids the relay to deliver what was not ended). Afterwards nobody can tell: unknown.
//   The same split holds for a reply that cannot be read or does not fit.

/// Decides what a reply, or its absence, means for the message.
enum DeliveryPolicy {
    /// The outcome of a refusal (4yz or 5yz).
    static func outcome(of reply: SMTPReply, at step: SMTPStep) -> DeliveryOutcome {
        if step == .startTLS, reply.code != 421 {
            return .relayFault(DeliveryFailure(.tlsRefused, at: step, reply: reply))
        }
        // A relay that does not even start afresh says nothing about the message.
        if step == .reset { return .temporary(DeliveryFailure(.relayClosing, at: step, reply: reply)) }
        if step == .authentication, reply.code != 421 { return authenticationOutcome(of: reply) }
        guard reply.severity == .permanent else {
            if step == .recipient, reply.code != 421, RefusalBlame.reason(of: reply) == .relayingDenied {
                return .relayFault(DeliveryFailure(.relayingDenied, at: step, reply: reply))
            }
            let reason: DeliveryFailure.Reason = reply.code == 421 ? .relayClosing : .greylistedOrBusy
            return .temporary(DeliveryFailure(reason, at: step, reply: reply))
        }
        return finalOutcome(of: reply, at: step)
    }

    private static func authenticationOutcome(of reply: SMTPReply) -> DeliveryOutcome {
        if reply.severity == .permanent || reply.subjectAndDetail == "7.8" {
            return .relayFault(DeliveryFailure(.authenticationRefused, at: .authentication, reply: reply))
        }
        return .temporary(DeliveryFailure(.authenticationUnavailable, at: .authentication, reply: reply))
    }

    private static func finalOutcome(of reply: SMTPReply, at step: SMTPStep) -> DeliveryOutcome {
        if [530, 534, 535, 538].contains(reply.code) {
            return .relayFault(DeliveryFailure(.authenticationRequired, at: step, reply: reply))
        }
        switch step {
        case .greeting, .hello: return .relayFault(DeliveryFailure(.relayRefusesService, at: step, reply: reply))
        case .mail where !reply.saysTooLarge:
            return .relayFault(
                DeliveryFailure(RefusalBlame.reason(of: reply) ?? .senderRefused, at: step, reply: reply)
            )
        case .connect, .handshake, .startTLS, .authentication, .reset, .mail, .recipient, .data, .block, .finalReply,
            .rest, .quit, .closed:
            if let ours = RefusalBlame.reason(of: reply) {
                return .relayFault(DeliveryFailure(ours, at: step, reply: reply))
            }
            return .permanent(DeliveryFailure(reasonAgainstMessage(reply, at: step), at: step, reply: reply))
        }
    }

    private static func reasonAgainstMessage(_ reply: SMTPReply, at step: SMTPStep) -> DeliveryFailure.Reason {
        if reply.subjectAndDetail == "2.2" { return .mailboxFull }
        if reply.saysTooLarge { return .messageTooLarge }
        return step == .recipient ? .recipientRefused : .messageRefused
    }

    /// The outcome when the connection ended.
    static func outcomeOfLoss(at step: SMTPStep, finalDotSent: Bool) -> DeliveryOutcome {
        finalDotSent
            ? .unknown(DeliveryFailure(.connectionLostAfterData, at: step))
            : .temporary(DeliveryFailure(.connectionLost, at: step))
    }

    /// The outcome when time ran out.
    static func outcomeOfSilence(at step: SMTPStep, finalDotSent: Bool) -> DeliveryOutcome {
        finalDotSent
            ? .unknown(DeliveryFailure(.timeoutAfterData, at: step))
            : .temporary(DeliveryFailure(.timeout, at: step))
    }

    /// The outcome when what came was no reply, or (with the reply given) none that fits.
    static func outcomeOfNonsense(_ reply: SMTPReply? = nil, at step: SMTPStep, finalDotSent: Bool) -> DeliveryOutcome {
        let failure = DeliveryFailure(reply == nil ? .malformedReply : .unexpectedReply, at: step, reply: reply)
        return finalDotSent ? .unknown(failure) : .temporary(failure)
    }
}

extension SMTPReply {
    /// The enhanced code without its class, such as "7.8"; careless relays get the class wrong.
    var subjectAndDetail: String? { enhancedCode.map { String($0.dropFirst(2)) } }

    fileprivate var saysTooLarge: Bool {
        guard subjectAndDetail != "2.2" else { return false }
        return code == 552 || subjectAndDetail == "3.4" || subjectAndDetail == "2.3"
    }
}

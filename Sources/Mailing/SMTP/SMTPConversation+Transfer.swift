/// What each reply leads to, and the message itself.
extension SMTPConversation {
    /// Goes on after a complete reply.
    mutating func answer(_ reply: SMTPReply) throws(SMTPReplyError) -> [Action] {
        guard reply.severity == .positive || reply.severity == .intermediate else { return refused(reply) }
        if let stray = try strayReply(after: reply) { return stray }
        // "Go on" is taken only in its exact sense, lest a password answer the wrong question.
        switch (step, reply.severity) {
        case (.greeting, .positive): return sayHello()
        case (.hello, .positive): return learned(SMTPCapabilities(hello: reply))
        case (.startTLS, .positive): return tlsAgreed()
        case (.authentication, .intermediate) where reply.code == 334: return answerChallenge() ?? unexpected(reply)
        case (.authentication, .positive): return login == .awaitsVerdict ? startMail() : unexpected(reply)
        case (.reset, .positive):
            needsReset = false
            return startMail()
        case (.mail, .positive): return command("RCPT TO:<\(recipient)>\(reports.recipient)", then: .recipient)
        case (.recipient, .positive): return command("DATA", then: .data)
        case (.data, .intermediate) where reply.code == 354: return sendBlock()
        case (.finalReply, .positive): return conclude(.accepted(reply), needsReset: false)
        default: return unexpected(reply)
        }
    }

    private mutating func refused(_ reply: SMTPReply) -> [Action] {
        let outcome = DeliveryPolicy.outcome(of: reply, at: step)
        // After 421 the relay hangs up by itself; within DATA a QUIT would be read as a line of the message.
        if case .block = step { return abandon(outcome) }
        guard reply.code != 421 else { return abandon(outcome) }
        return step.isWithinTransaction ? conclude(outcome, needsReset: true) : finish(outcome)
    }

    /// A relay in lockstep sends nothing after a reply that has to be answered first, save for a goodbye.
    private mutating func strayReply(after reply: SMTPReply) throws(SMTPReplyError) -> [Action]? {
        // What follows STARTTLS's 220 is discarded; what follows the last reply changes nothing any more.
        guard step != .startTLS, step != .finalReply, !parser.isEmpty else { return nil }
        if let next = try parser.next(), next.code == 421 { return refused(next) }
        return unexpected(reply)
    }

    private mutating func unexpected(_ reply: SMTPReply) -> [Action] {
        abandon(DeliveryPolicy.outcomeOfNonsense(reply, at: step, finalDotSent: finalDotSent))
    }

    mutating func startMail() -> [Action] {
        guard !settings.endsBeforeMail else { return finish(.temporary(DeliveryFailure(.cancelled, at: step))) }
        if let limit = capabilities.largestMessage, stream.size > limit {
            return conclude(.permanent(DeliveryFailure(.messageTooLarge, at: step)), needsReset: false)
        }
        guard capabilities.eightBit || !stream.hasEightBit else {
            return conclude(.permanent(DeliveryFailure(.eightBitNotOffered, at: step)), needsReset: false)
        }
        let size = capabilities.size ? " SIZE=\(stream.size)" : ""
        let body = stream.hasEightBit ? " BODY=8BITMIME" : ""
        return command("MAIL FROM:<\(sender)>\(size)\(body)\(reports.sender)", then: .mail)
    }

    /// Asks that who cannot deliver the message says so, naming it by our id, and gives nothing back but its header
    /// (RFC 3461 section 4).
    private var reports: (sender: String, recipient: String) {
        guard capabilities.deliveryReports, let envelopeID else { return ("", "") }
        let text = envelopeID.utf8.map { byte in
            // xtext: all that is visible but these two stands for itself.
            (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "+") && byte != UInt8(ascii: "=")
                ? String(Unicode.Scalar(byte)) : QuotedPrintable.hexadecimal(byte, after: "+")
        }
        .joined()
        // RFC 3461 section 4.4 allows 100.
        return (text.utf8.count > 100 ? " RET=HDRS" : " RET=HDRS ENVID=\(text)", " NOTIFY=FAILURE")
    }

    /// Goes on with the message when a block has left.
    mutating func sent() -> [Action] {
        guard case .block = step else { return [] }
        guard finalDotSent else { return sendBlock() }
        step = .finalReply
        return []
    }

    private mutating func sendBlock() -> [Action] {
        let start = nextBlock * Self.blockSize
        let end = min(start + Self.blockSize, stream.octets.count)
        let block = Array(stream.octets[start..<end])
        nextBlock += 1
        step = .block(nextBlock)
        // From here on nobody can tell whether the relay got the dot, so this is set before it is sent.
        finalDotSent = end == stream.octets.count
        return [.send(block)]
    }
}

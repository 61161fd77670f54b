/// One connection as a value: it is told what happened and says what to do; it touches no network and no clock.
///
/// The order is that of RFC 5321 section 3.3 in lockstep: each command waits for the reply to the one before, since a
/// reply that comes early is then always wrong. One message goes to one recipient; where the connection is kept, another
/// one may follow it, each with an outcome of its own.
///
/// Ours, because libcurl, the one library at hand, was measured to hide or delay what has to be known at once: the moment
/// of the relay's 250, each reply with its code, and one deadline over the whole.
package struct SMTPConversation: Sendable {
    /// What can happen.
    package enum Event: Sendable, Equatable {
        /// The delivery shall begin.
        case begun

        /// The connection stands; whether its far end is this very machine.
        case connected(overLoopback: Bool)

        /// No connection came about.
        case connectFailed(SMTPConnectFault)

        /// The TLS handshake is complete and the certificate is verified.
        case tlsEstablished

        /// TLS could not be set up.
        case tlsFailed(SMTPTLSFault)

        /// Octets arrived, in pieces of any size.
        case received([UInt8])

        /// The octets of the last `send` were handed to the network.
        case sent

        /// The connection ended, in order or not.
        case connectionClosed

        /// The time for the step, or for everything, is over.
        case deadlinePassed

        /// The caller no longer wants the delivery.
        case cancelled

        /// The connection rests, and shall carry another message.
        case next(SMTPEnvelope)

        /// The connection rests, and nothing more is to be sent.
        case farewell
    }

    /// What can be asked for.
    package enum Action: Sendable, Equatable, CustomStringConvertible {
        /// Connect to the relay.
        case connect

        /// Begin the TLS handshake.
        case startTLS

        /// Send these octets and report `sent`.
        case send([UInt8])

        /// Report the outcome of the message at hand; it never changes afterwards.
        case finish(DeliveryOutcome)

        /// Close the connection, if there is one.
        case close

        /// The kind of the action; what is sent is only counted, since it may be a password.
        package var description: String {
            switch self {
            case .connect: "connect"
            case .startTLS: "start TLS"
            case .send(let octets): "send \(octets.count) octets"
            case .finish(let outcome): "finish: \(outcome)"
            case .close: "close"
            }
        }
    }

    /// Octets of the message handed over at a time.
    static let blockSize = 16_384

    /// Where the conversation stands; the transport sets its timer by it.
    package internal(set) var step: SMTPStep = .connect

    /// The outcome of the message at hand, once it is known.
    package internal(set) var outcome: DeliveryOutcome?

    let settings: SMTPSettings
    /// Whether the connection rests after an outcome, rather than being closed.
    let isKept: Bool
    var sender: MailAddress
    var recipient: MailAddress
    /// What a report of a later mail server shall name the message by.
    var envelopeID: String?
    var stream: SMTPDataStream
    var parser = SMTPReplyParser()
    var capabilities = SMTPCapabilities()
    var isEncrypted = false
    var login = SMTPLogin.notBegun
    var nextBlock = 0
    var finalDotSent = false
    /// Whether the relay may still hold a part of the last transaction.
    var needsReset = false

    /// Prepares the delivery of a first message to one recipient.
    ///
    /// - Parameters:
    ///   - envelope: the message and its addresses.
    ///   - settings: what is known about the relay.
    ///   - isKept: whether the connection rests after an outcome, for another message.
    package init(_ envelope: SMTPEnvelope, settings: SMTPSettings, isKept: Bool = false) {
        self.settings = settings
        self.isKept = isKept
        sender = envelope.sender
        recipient = envelope.recipient
        envelopeID = envelope.id
        stream = SMTPDataStream(envelope.message)
    }

    /// Takes note of an event.
    ///
    /// - Parameter event: what happened.
    /// - Returns: what to do now, in this order.
    package mutating func handle(_ event: Event) -> [Action] {
        switch step {
        case .closed: []
        case .quit: handleWhileQuitting(event)
        case .rest: handleWhileResting(event)
        case .connect, .handshake, .greeting, .hello, .startTLS, .authentication, .reset, .mail, .recipient, .data,
            .block, .finalReply:
            handleWhileOpen(event)
        }
    }

    private mutating func handleWhileOpen(_ event: Event) -> [Action] {
        switch event {
        case .begun: return begin()
        case .connected(let overLoopback): return connected(overLoopback: overLoopback)
        case .connectFailed(let fault): return abandon(fault.outcome)
        case .tlsEstablished: return encrypted()
        case .tlsFailed(let fault): return abandon(fault.outcome)
        case .received(let octets): return receive(octets)
        case .sent: return sent()
        case .connectionClosed: return abandon(DeliveryPolicy.outcomeOfLoss(at: step, finalDotSent: finalDotSent))
        case .deadlinePassed: return abandon(DeliveryPolicy.outcomeOfSilence(at: step, finalDotSent: finalDotSent))
        case .cancelled:
            // After the final dot only the reply can tell whether there is something left to send again.
            return finalDotSent ? [] : abandon(.temporary(DeliveryFailure(.cancelled, at: step)))
        // One message at a time: the transport asks for the next only while the connection rests.
        case .next, .farewell: return []
        }
    }

    /// Nothing is under way: the connection carries on, is taken leave of, or is gone.
    private mutating func handleWhileResting(_ event: Event) -> [Action] {
        switch event {
        case .next(let envelope): return begin(envelope)
        case .farewell, .deadlinePassed: return quit()
        // Whatever a relay says unasked is a goodbye, or out of step.
        case .received, .connectionClosed, .tlsFailed:
            step = .closed
            return [.close]
        case .begun, .connected, .connectFailed, .tlsEstablished, .sent, .cancelled: return []
        }
    }

    /// The outcome is out; whatever comes now, courtesy ends with the first reply, loss or deadline.
    private mutating func handleWhileQuitting(_ event: Event) -> [Action] {
        switch event {
        case .received(let octets):
            parser.append(octets)
            do {
                guard try parser.next() != nil else { return [] }
            } catch {}
        case .connectionClosed, .deadlinePassed, .tlsFailed: break
        // The caller may give up on a delivery whose outcome it has; QUIT is bounded and goes on.
        case .begun, .connected, .connectFailed, .tlsEstablished, .sent, .cancelled, .next, .farewell: return []
        }
        step = .closed
        return [.close]
    }

    private mutating func receive(_ octets: [UInt8]) -> [Action] {
        // Nothing in the clear may count once TLS was agreed on (RFC 3207 section 6).
        guard step != .handshake, step != .connect else { return [] }
        parser.append(octets)
        do {
            guard let reply = try parser.next()?.withholding(secrets) else { return [] }
            return try answer(reply)
        } catch {
            return abandon(DeliveryPolicy.outcomeOfNonsense(at: step, finalDotSent: finalDotSent))
        }
    }

    /// What must not show up in a text of ours, should the relay repeat it.
    private var secrets: [[UInt8]] {
        guard let credentials = settings.credentials else { return [] }
        let password = credentials.password.reveal()
        return [password, SMTPLogin.encoded(password), SMTPLogin.encoded(credentials.plainResponse)]
    }

    /// Ends with an outcome and a QUIT, whose answer nobody waits for.
    mutating func finish(_ outcome: DeliveryOutcome) -> [Action] {
        self.outcome = outcome
        return [.finish(outcome)] + quit()
    }

    private mutating func quit() -> [Action] {
        step = .quit
        parser.discard()
        return [.send(Array("QUIT\r\n".utf8))]
    }

    /// Ends with an outcome where the other side is gone, out of step or not to be trusted.
    mutating func abandon(_ outcome: DeliveryOutcome) -> [Action] {
        self.outcome = outcome
        step = .closed
        return [.finish(outcome), .close]
    }

    /// Sends a command line and waits for its reply.
    mutating func command(_ line: String, then step: SMTPStep) -> [Action] {
        self.step = step
        return [.send(Array("\(line)\r\n".utf8))]
    }
}

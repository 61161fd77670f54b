/// From one message to the next, on a connection that is kept.
extension SMTPConversation {
    /// Ends a message with its outcome, while nothing is wrong with the connection.
    ///
    /// - Parameters:
    ///   - outcome: what became of the message.
    ///   - needsReset: whether the relay may still hold a part of the transaction.
    /// - Returns: what to do now.
    mutating func conclude(_ outcome: DeliveryOutcome, needsReset: Bool) -> [Action] {
        guard isKept else { return finish(outcome) }
        // A relay that says more than it was asked is taking leave, or out of step.
        guard parser.isEmpty else { return abandon(outcome) }
        self.outcome = outcome
        self.needsReset = needsReset
        step = .rest
        return [.finish(outcome)]
    }

    /// Begins with another message.
    mutating func begin(_ envelope: SMTPEnvelope) -> [Action] {
        outcome = nil
        sender = envelope.sender
        recipient = envelope.recipient
        envelopeID = envelope.id
        stream = SMTPDataStream(envelope.message)
        nextBlock = 0
        finalDotSent = false
        guard stream.longestLine <= SMTPDataStream.longestAllowedLine else {
            return conclude(.permanent(DeliveryFailure(.lineTooLong, at: step)), needsReset: needsReset)
        }
        return needsReset ? command("RSET", then: .reset) : startMail()
    }
}

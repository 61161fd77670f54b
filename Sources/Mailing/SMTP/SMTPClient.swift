package import NIOCore

/// Hands messages to the relay, each over a connection of its own.
package struct SMTPClient: Sendable {
    private let settings: SMTPSettings
    private let group: any EventLoopGroup

    /// Prepares a client; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - settings: what is known about the relay.
    ///   - group: where the work runs; one thread is plenty. It has to outlive the deliveries by the time for QUIT.
    package init(settings: SMTPSettings, group: any EventLoopGroup) {
        self.settings = settings
        self.group = group
    }

    /// Delivers one message to one recipient and says what became of it.
    ///
    /// Returns at the moment the outcome is known, that is with the reply to the final dot; QUIT follows behind the
    /// caller's back. Cancelling the task calls the delivery off until the final dot is sent, and has no effect
    /// afterwards (RFC 5321 section 4.5.3.2.6: giving up there makes duplicates).
    ///
    /// - Parameters:
    ///   - message: header and body; line ends of any kind become CRLF, lines hold at most 998 octets.
    ///   - sender: the address for MAIL.
    ///   - recipient: the address for RCPT.
    /// - Returns: the outcome; within the total time limit, always.
    package func deliver(
        _ message: [UInt8],
        from sender: MailAddress,
        to recipient: MailAddress
    ) async -> DeliveryOutcome {
        let eventLoop = group.any()
        let conversation = SMTPConversation(message: message, from: sender, to: recipient, settings: settings)
        let session = NIOLoopBoundBox.makeBoxSendingValue(
            SMTPSession(conversation, settings: settings, eventLoop: eventLoop),
            eventLoop: eventLoop
        )
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                eventLoop.execute { session.value.begin(reportingTo: continuation) }
            }
        } onCancel: {
            eventLoop.execute { session.value.feed(.cancelled) }
        }
    }
}

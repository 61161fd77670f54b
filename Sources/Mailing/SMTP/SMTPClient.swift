package import NIOCore

/// Hands messages to the relay.
package struct SMTPClient: MailRoute {
    let settings: SMTPSettings
    let group: any EventLoopGroup

    /// Prepares a client; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - settings: what is known about the relay.
    ///   - group: where the work runs; one thread is plenty. It has to outlive the deliveries by the time for QUIT.
    package init(settings: SMTPSettings, group: any EventLoopGroup) {
        self.settings = settings
        self.group = group
    }

    /// Delivers one message over a connection of its own, and says what became of it.
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
        let envelope = SMTPEnvelope(message: message, from: sender, to: recipient)
        return await SMTPConnection(envelope, settings: settings, eventLoop: group.any(), isKept: false).begin()
    }

    /// A line to the relay for many messages, one after another; nothing is connected before the first.
    package func line() -> SMTPLine { SMTPLine(self) }

    /// The same as ``line()``.
    package func carrier() -> any MailCarrier { line() }
}

/// A way out for mail: a relay, a Maildir, a program of the system.
package protocol MailRoute: Sendable {
    /// Prepares to hand messages over, one after another; nothing is connected or opened before the first.
    func carrier() -> any MailCarrier
}

/// Hands messages over, one at a time.
package protocol MailCarrier: Sendable {
    /// Hands one message over to one recipient.
    ///
    /// - Parameter envelope: the message and its addresses.
    /// - Returns: what became of it, at the moment when that is known; within bounded time, always.
    func deliver(_ envelope: SMTPEnvelope) async -> DeliveryOutcome

    /// Ends, where nothing is under way.
    func close() async
}

internal import NIOCore

/// A line to the relay: many messages over one connection, which is made again where the relay has ended it.
///
/// One message at a time.
package actor SMTPLine: MailCarrier {
    private let client: SMTPClient
    private var connection: SMTPConnection?

    init(_ client: SMTPClient) { self.client = client }

    /// Delivers one message, as ``SMTPClient/deliver(_:from:to:)`` does.
    ///
    /// A relay that takes only so many messages over one connection hangs up, answers 421, or defers MAIL: then nothing of
    /// this message has been taken, and it is tried once over a new connection.
    package func deliver(
        _ message: [UInt8],
        from sender: MailAddress,
        to recipient: MailAddress
    ) async -> DeliveryOutcome {
        await deliver(SMTPEnvelope(message: message, from: sender, to: recipient))
    }

    /// Delivers one message, as the other one does.
    package func deliver(_ envelope: SMTPEnvelope) async -> DeliveryOutcome {
        if let outcome = await connection?.goOn(with: envelope), Task.isCancelled || !outcome.mayBeTheConnection {
            return outcome
        }
        connection?.close()
        let fresh = SMTPConnection(
            envelope,
            settings: client.settings,
            eventLoop: client.group.any(),
            isKept: true
        )
        connection = fresh
        return await fresh.begin()
    }

    /// Takes leave of the relay; the next message makes a new connection.
    package func close() {
        connection?.close()
        connection = nil
    }
}

extension DeliveryOutcome {
    /// Whether a message that was not taken may fare better over a connection that has carried none.
    fileprivate var mayBeTheConnection: Bool {
        switch self {
        case .temporary(let failure):
            failure.reason == .connectionLost || failure.reason == .relayClosing
                || failure.reason == .greylistedOrBusy && failure.step == .mail
        // The sender was not refused before.
        case .relayFault(let failure): failure.step == .mail
        case .accepted, .permanent, .unknown: false
        }
    }
}

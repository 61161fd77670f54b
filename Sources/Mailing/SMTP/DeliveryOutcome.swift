/// What became of one message to one recipient; it says what the queue has to do next.
package enum DeliveryOutcome: Sendable, Equatable {
    /// The relay took the message over with this reply to the final dot.
    case accepted(SMTPReply)

    /// Not now; trying again later may well succeed.
    case temporary(DeliveryFailure)

    /// Never, for this message and recipient.
    case permanent(DeliveryFailure)

    /// The message was sent whole, but no reply came: sending it again may make a duplicate.
    case unknown(DeliveryFailure)

    /// Our own side or the relay is at fault, not the message: hold the whole queue, try at most once an hour.
    case relayFault(DeliveryFailure)

    /// The failure, unless the message was accepted.
    package var failure: DeliveryFailure? {
        switch self {
        case .accepted: nil
        case .temporary(let failure), .permanent(let failure), .unknown(let failure), .relayFault(let failure): failure
        }
    }
}

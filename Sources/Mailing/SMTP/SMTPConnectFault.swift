/// Why no connection came about.
package enum SMTPConnectFault: Sendable, Equatable {
    /// The name has no address.
    case hostNotFound

    /// The port is closed.
    case refused

    /// No answer in time.
    case timeout

    /// Anything else.
    case unreachable

    var outcome: DeliveryOutcome {
        switch self {
        case .hostNotFound: .temporary(DeliveryFailure(.hostNotFound, at: .connect))
        case .refused: .temporary(DeliveryFailure(.connectionRefused, at: .connect))
        case .timeout: .temporary(DeliveryFailure(.timeout, at: .connect))
        case .unreachable: .temporary(DeliveryFailure(.connectionFailed, at: .connect))
        }
    }
}

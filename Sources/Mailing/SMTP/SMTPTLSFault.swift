/// Why TLS could not be set up.
package enum SMTPTLSFault: Sendable, Equatable {
    /// The certificate authorities to trust could not be read.
    case authoritiesUnreadable

    /// The certificate is expired or signed by nobody who is trusted.
    case certificateNotTrusted

    /// The certificate is for another host.
    case certificateWrongHost

    /// What came was not TLS, or TLS that is not acceptable.
    case handshakeFailed

    var outcome: DeliveryOutcome {
        switch self {
        case .authoritiesUnreadable: .relayFault(DeliveryFailure(.authoritiesUnreadable, at: .handshake))
        case .certificateNotTrusted: .relayFault(DeliveryFailure(.certificateNotTrusted, at: .handshake))
        case .certificateWrongHost: .relayFault(DeliveryFailure(.certificateWrongHost, at: .handshake))
        case .handshakeFailed: .relayFault(DeliveryFailure(.tlsFailed, at: .handshake))
        }
    }
}

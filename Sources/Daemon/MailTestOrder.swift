package import Indicators

/// A mail that is handed to the relay only to see whether it takes it; nothing is kept of it.
package struct MailTestOrder: Hashable, Sendable {
    package let address: String
    /// The relay of the configuration that whoever asks has read.
    package let relay: String
    /// The system user.
    package let by: String
    package let at: Instant

    package init(address: String, relay: String, by: String, at: Instant) {
        self.address = address
        self.relay = relay
        self.by = by
        self.at = at
    }
}

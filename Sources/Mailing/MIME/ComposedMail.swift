/// A mail that is ready to be sent.
package struct ComposedMail: Hashable, Sendable {
    /// The subject as people read it.
    package let subject: String
    /// With its angle brackets.
    package let messageID: String
    /// The whole message (RFC 5322): 7-bit, every line ended by CR LF, not yet dot-stuffed.
    package let bytes: [UInt8]
}

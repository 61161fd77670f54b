/// One message to one recipient, ready to be handed over.
package struct SMTPEnvelope: Sendable, Equatable {
    /// Header and body; line ends of any kind become CRLF, lines hold at most 998 octets.
    package let message: [UInt8]
    /// The address for MAIL.
    package let sender: MailAddress
    /// The address for RCPT.
    package let recipient: MailAddress
    /// What tells it from all others: its Message-ID without the angle brackets.
    package let id: String?

    package init(message: [UInt8], from sender: MailAddress, to recipient: MailAddress, id: String? = nil) {
        self.id = id
        self.message = message
        self.sender = sender
        self.recipient = recipient
    }
}

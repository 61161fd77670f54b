/// A mail of ours for another address than it was made for, or from another.
package enum ReaddressedMail {
    /// What stands only for the first address: who it is to, which version it is, and what it follows up there.
    private static let own: Set<String> = ["to", "message-id", "in-reply-to", "references"]

    /// The mail with another recipient and a Message-ID of its own, and the rest as it was made.
    ///
    /// - Parameters:
    ///   - message: the mail as it was made.
    ///   - recipient: the address, and the name before it.
    ///   - subject: its subject as people read it.
    ///   - sender: the address that it is from.
    ///   - key: what makes the new message one and the same.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where the address or the key cannot stand in a header.
    package static func compose(
        _ message: [UInt8],
        to recipient: (address: String, name: String?),
        subject: String,
        sender: String,
        key: String
    ) throws(MIMEFault) -> ComposedMail {
        let messageID = try MessageID.make(key: key, domain: HeaderAddress(sender).domain)
        let fields = [
            try HeaderField("To", person: recipient.name, address: recipient.address),
            HeaderField("Message-ID", verbatim: messageID),
        ]
        let bytes = Array(fields.map(\.text).joined().utf8) + without(own, message)
        return ComposedMail(subject: subject, messageID: messageID, bytes: bytes)
    }

    /// The mail from another sender, and the rest as it was made, its Message-ID among it: it is the same mail.
    ///
    /// Receivers compare the domain of the header with that of the envelope (RFC 7489 section 3.1), and the envelope has the
    /// sender that is configured now.
    ///
    /// - Parameters:
    ///   - message: the mail as it was made.
    ///   - sender: the address, and the name before it.
    /// - Returns: the mail.
    /// - Throws: ``MIMEFault`` where the address cannot stand in a header.
    package static func compose(
        _ message: [UInt8],
        from sender: (address: String, name: String)
    ) throws(MIMEFault) -> [UInt8] {
        let from = try HeaderField("From", person: sender.name, address: sender.address)
        return Array(from.text.utf8) + without(["from"], message)
    }

    private static func without(_ names: Set<String>, _ message: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var isKept = true
        var rest = message[...]
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let line = rest[..<end.upperBound]
            rest = rest[end.upperBound...]
            guard line.count > 2 else { return kept + line + rest }
            // A line that begins with a blank goes on with the field before it.
            if line.first != UInt8(ascii: " "), line.first != UInt8(ascii: "\t") {
                let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
                isKept = !names.contains(name)
            }
            if isKept { kept += line }
        }
        return kept + rest
    }
}

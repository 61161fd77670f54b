/// A mail of ours for another address than it was made for.
package enum ReaddressedMail {
    /// What stands only for the first address: who it is to, which version it is, and what it follows up there.
    private static let own = ["to", "message-id", "in-reply-to", "references"]

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
        let bytes = Array(fields.map(\.text).joined().utf8) + withoutOwnFields(message)
        return ComposedMail(subject: subject, messageID: messageID, bytes: bytes)
    }

    private static func withoutOwnFields(_ message: [UInt8]) -> [UInt8] {
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
                isKept = !own.contains(name)
            }
            if isKept { kept += line }
        }
        return kept + rest
    }
}

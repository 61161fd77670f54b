/// The identity of one version of a message (RFC 5322 section 3.6.4).
package enum MessageID {
    /// The longest key that still fits in a header line of 998 bytes when every byte is escaped.
    package static let longestKey = 200

    /// The Message-ID of a key, with its angle brackets; different keys have different ones.
    static func make(key: String, domain: String) throws(MIMEFault) -> String {
        guard (1...longestKey).contains(key.utf8.count) else { throw .unsafeKey(key) }
        return "<\(label(key))@\(domain)>"
    }

    /// Checks the Message-ID of another mail.
    static func check(_ text: String) throws(MIMEFault) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count <= 900, bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") else {
            throw .unsafeMessageID(text)
        }
        let inner = bytes.dropFirst().dropLast()
        let isVisible = inner.allSatisfy { (0x21...0x7E).contains($0) && !"<>".utf8.contains($0) }
        guard isVisible, inner.contains(UInt8(ascii: "@")) else { throw .unsafeMessageID(text) }
        return text
    }

    /// The text as one atom: small letters, digits and `-` stand for themselves, all else for its hexadecimal bytes.
    ///
    /// Even where capitals do not count, as in a List-Id (RFC 2919), different texts stay different.
    static func label(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                String(Unicode.Scalar(byte))
            default: QuotedPrintable.hexadecimal(byte, after: "_").lowercased()
            }
        }
        .joined()
    }
}

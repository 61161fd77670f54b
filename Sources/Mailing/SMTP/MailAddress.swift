/// An e-mail address that is safe to put into an SMTP command (RFC 5321 section 4.1.2).
///
/// ASCII only, since most relays lack SMTPUTF8. Nothing that could end the command or start another
/// survives the check: no CR, LF or NUL, no other control character, no space, no angle bracket.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole address, such as `name@example.nl`.
    package let text: String

    /// What follows the @.
    package let domain: String

    /// The same as `text`.
    package var description: String { text }

    /// Checks an address.
    ///
    /// - Parameter text: the bare address, without a display name or angle brackets.
    /// - Throws: `MailAddressError`, naming the first rule that is broken.
    package init(_ text: String) throws(MailAddressError) {
        let octets = Array(text.utf8)
        try Self.refuseUnsafe(octets)
        guard let at = Self.separator(in: octets) else { throw .notExactlyOneAt }
        let local = octets[..<at]
        let domain = octets[(at + 1)...]
        // RFC 5321 section 4.5.3.1.3: a path has 256 octets with its two angle brackets.
        guard local.count <= 64, octets.count <= 254 else { throw .tooLong }
        guard Self.isDotString(local) || Self.isQuotedString(local) else { throw .malformedLocalPart }
        guard HostName.isDomain(domain) else { throw .malformedDomain }
        self.text = text
        self.domain = String(decoding: domain, as: UTF8.self)
    }

    private static func refuseUnsafe(_ octets: [UInt8]) throws(MailAddressError) {
        guard !octets.isEmpty else { throw .empty }
        for octet in octets {
            guard octet < 0x80 else { throw .notASCII }
            guard octet > 0x20, octet != 0x7F else { throw .spaceOrControlCharacter }
            guard octet != UInt8(ascii: "<"), octet != UInt8(ascii: ">") else { throw .angleBracket }
        }
    }

    /// The place of the only @ outside quotes, or nil when there is none or more than one.
    private static func separator(in octets: [UInt8]) -> Int? {
        var found: Int?
        var quoted = false
        var escaped = false
        for (index, octet) in octets.enumerated() {
            if escaped {
                escaped = false
            } else if quoted, octet == UInt8(ascii: "\\") {
                escaped = true
            } else if octet == UInt8(ascii: "\"") {
                quoted.toggle()
            } else if !quoted, octet == UInt8(ascii: "@") {
                guard found == nil else { return nil }
                found = index
            }
        }
        return quoted ? nil : found
    }

    /// Atoms separated by single dots (RFC 5321 `Dot-string`).
    private static func isDotString(_ octets: ArraySlice<UInt8>) -> Bool {
        octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { atom in !atom.isEmpty && atom.allSatisfy(isAtomText) }
    }

    private static func isAtomText(_ octet: UInt8) -> Bool {
        HostName.isLetterOrDigit(octet) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
    }

    /// Text between quotes in which a quote or backslash is escaped (RFC 5321 `Quoted-string`).
    private static func isQuotedString(_ octets: ArraySlice<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard octets.count > 2, octets.first == quote, octets.last == quote else { return false }
        var escaped = false
        for octet in octets.dropFirst().dropLast() {
            if escaped {
                escaped = false
            } else if octet == quote {
                return false
            } else {
                escaped = octet == UInt8(ascii: "\\")
            }
        }
        return !escaped
    }
}

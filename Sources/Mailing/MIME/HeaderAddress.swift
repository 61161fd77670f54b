/// An address that cannot break out of a header (RFC 5322 section 3.4.1).
///
/// Addresses are checked where they enter; this is the second lock.
struct HeaderAddress {
    let text: String
    /// What follows the @.
    let domain: String

    init(_ text: String) throws(MIMEFault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
            throw .unsafeAddress(text)
        }
        guard Self.isLocal(bytes[..<at]), Self.isDomain(bytes[(at + 1)...]) else { throw .unsafeAddress(text) }
        self.text = text
        domain = String(decoding: bytes[(at + 1)...], as: UTF8.self)
    }

    private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        if bytes.count > 2, bytes.first == quote, bytes.last == quote {
            return bytes.dropFirst().dropLast().allSatisfy { (0x21...0x7E).contains($0) && !"<>\"\\".utf8.contains($0) }
        }
        return !bytes.isEmpty && bytes.allSatisfy { isAtomText($0) || $0 == UInt8(ascii: ".") }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isLetterOrDigit($0) || "-.[]:".utf8.contains($0) }
    }

    /// Whether the byte may stand in an atom (RFC 5322 section 3.2.3).
    static func isAtomText(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

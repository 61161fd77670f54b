internal import Crypto
internal import Indicators

/// The ETag of an answer, made of its bytes (RFC 9110 section 8.8.3).
struct EntityTag: Hashable {
    /// With its quotes.
    let written: String

    init(_ bytes: [UInt8]) {
        let digits = SHA256.hash(data: bytes).prefix(16).map { $0.hexadecimal(digits: 2) }
        written = "\"\(digits.joined())\""
    }

    /// Whether a header `If-None-Match` names it: in a list, as a weak one, or by `*`.
    func matches(_ header: String) -> Bool {
        header.split(separator: ",").contains { part in
            ["*", written, "W/\(written)"].contains(part.filter { !$0.isWhitespace })
        }
    }
}

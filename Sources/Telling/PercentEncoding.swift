extension String {
    /// The text as a URI writes it (RFC 3986 section 2.1).
    ///
    /// All but letters, digits, `-._~` and the ASCII characters that are allowed besides becomes `%XX`.
    package func percentEncoded(allowing allowed: String = "") -> String {
        utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(Unicode.Scalar(byte))
            case _ where "-._~".utf8.contains(byte) || allowed.utf8.contains(byte): String(Unicode.Scalar(byte))
            default: "%" + hexadecimal(byte)
            }
        }
        .joined()
    }
}

/// A byte as two hexadecimal digits, in capitals as RFC 3986 asks.
private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
}

internal import Indicators

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
            default: "%" + byte.hexadecimal(digits: 2, uppercase: true)
            }
        }
        .joined()
    }
}

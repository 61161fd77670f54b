internal import Crypto

/// The SHA-256 of a file's content.
package struct FileDigest: Hashable, Sendable, CustomStringConvertible {
    /// In hexadecimal, 64 digits.
    package let description: String

    init(_ bytes: [UInt8]) {
        description = bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        .joined()
    }

    /// The hash of bytes in memory.
    package init(of bytes: [UInt8]) {
        self.init(Array(SHA256.hash(data: bytes)))
    }
}

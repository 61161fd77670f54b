internal import Crypto
internal import Indicators

/// The SHA-256 of a file's content.
package struct FileDigest: Hashable, Sendable, CustomStringConvertible {
    /// In hexadecimal, 64 digits.
    package let description: String

    init(_ bytes: [UInt8]) {
        description = bytes.map { $0.hexadecimal(digits: 2) }.joined()
    }

    /// The hash of bytes in memory.
    package init(of bytes: [UInt8]) {
        self.init(Array(SHA256.hash(data: bytes)))
    }
}

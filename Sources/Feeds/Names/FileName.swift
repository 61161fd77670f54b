/// The name of a file: bytes, which need not be text.
///
/// Two names are the same only where their bytes are; as a `String`, `é` written in two ways would be one name.
package struct FileName: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The name for people: bytes that are not UTF-8 as `\xNN`, control characters as `\u{…}`, a backslash doubled.
    package var printable: String { Printable.text(bytes) }

    /// The name under which its receipt is kept, without `.json` or `.txt`: the name and the first 12 of the hash.
    ///
    /// The name is cut, between characters, so that the whole fits in the 255 bytes of a file system. The hash is in
    /// hexadecimal; `nil` where the content could not be read. Later receipts of both have their number behind it, from 2.
    package func receiptName(sha256: String?, number: Int = 1) -> FileName {
        let hash = sha256.map { String($0.prefix(12)) } ?? "unread"
        let tail = Array(".\(hash)\(number > 1 ? ".\(number)" : "")".utf8)
        let room = Self.longest - tail.count - ".json".utf8.count
        return FileName(bytes: Self.cut(bytes, to: room) + tail)
    }

    private static let longest = 255

    private static func cut(_ bytes: [UInt8], to room: Int) -> ArraySlice<UInt8> {
        guard bytes.count > room else { return bytes[...] }
        var end = room
        // A UTF-8 character has at most three continuation bytes.
        while end > room - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<(bytes[end] & 0xC0 == 0x80 ? room : end)]
    }
}

/// The well-formed byte sequences of UTF-8 (Unicode 15, table 3-7).
///
/// Ours, for ``TextScan`` and for what is shown of names that are no UTF-8: the standard library keeps its table to itself.
enum UTF8Sequence {
    /// How many continuation bytes follow the first byte; `nil` where no sequence begins with it.
    static func continuations(after first: UInt8) -> Int? {
        switch first {
        case 0x00...0x7F: 0
        case 0xC2...0xDF: 1
        case 0xE0...0xEF: 2
        case 0xF0...0xF4: 3
        default: nil
        }
    }

    /// The values that the second byte may have; the others rule out surrogates, overlong forms and what lies beyond
    /// U+10FFFF.
    static func secondByte(after first: UInt8) -> ClosedRange<UInt8> {
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }

    /// The scalar that begins at `position` and its number of bytes; `nil` where the bytes are not well-formed.
    static func scalar(in bytes: [UInt8], at position: Int) -> (Unicode.Scalar, Int)? {
        let first = bytes[position]
        guard let count = continuations(after: first), position + count < bytes.count else { return nil }
        guard count > 0 else { return (Unicode.Scalar(first), 1) }
        guard secondByte(after: first).contains(bytes[position + 1]) else { return nil }
        var value = UInt32(first) & (0x3F >> UInt32(count))
        for byte in bytes[position + 1...position + count] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, count + 1) }
    }
}

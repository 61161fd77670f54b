/// The encoding that Western European Windows writes (WHATWG Encoding Standard, index windows-1252).
///
/// Ours, because Foundation would be the whole of a library for this one table.
enum Windows1252 {
    /// The five bytes that stand for nothing: a file that has them is of another encoding.
    static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    /// The bytes as UTF-8.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(contentsOf: UTF8.encode(scalar(byte)) ?? unknown)
            }
        }
        return result
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard byte & 0xE0 == 0x80 else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(c1Block[Int(byte & 0x1F)]) ?? "\u{FFFD}"
    }

    private static let unknown = UTF8.encodedReplacementCharacter

    /// What 0x80 through 0x9F stand for.
    private static let c1Block: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D,
        0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0xFFFD,
        0x017E, 0x0178,
    ]
}

extension TextEncoding {
    /// The bytes of a piece of the file as text, for showing it.
    func text(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        return String(decoding: self == .utf8 ? bytes : Windows1252.utf8(bytes), as: UTF8.self)
    }
}

/// Makes text of bytes that come in pieces, so that no character is cut in two.
struct WholeCharacters {
    private var rest: [UInt8] = []

    /// The text as far as its characters are known to be whole.
    mutating func text(with bytes: some Sequence<UInt8>) -> String {
        rest += bytes
        let end = rest.lastIndex { $0 & 0xC0 != 0x80 }.flatMap { $0 > 0 ? $0 : nil } ?? 0
        defer { rest.removeSubrange(..<end) }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// What is left.
    mutating func end() -> String {
        defer { rest = [] }
        return String(decoding: rest, as: UTF8.self)
    }
}

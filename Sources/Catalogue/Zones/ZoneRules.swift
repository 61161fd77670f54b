/// The offsets of one zone from UTC, as a TZif file gives them (RFC 8536).
struct ZoneRules: Sendable {
    /// A moment, in seconds since 1970, from which an offset holds.
    private let transitions: [(at: Int, offset: Int)]
    /// The offset before the first transition.
    private let first: Int
    /// The rule behind the last transition; `nil` where the last offset goes on.
    private let footer: YearlyZoneRule?

    /// Reads a file of version 2 or later; `nil` where it is none.
    init?(tzif bytes: [UInt8]) {
        guard let old = Header(bytes[...]), old.version >= UInt8(ascii: "2"),
            let header = Header(bytes.dropFirst(Header.length + old.bodyLength(timeLength: 4)))
        else { return nil }
        let start = 2 * Header.length + old.bodyLength(timeLength: 4)
        let body = bytes.dropFirst(start)
        guard header.types > 0, body.count >= header.bodyLength(timeLength: 8) else { return nil }
        let offsets = Self.offsets(body.dropFirst(header.times * 9), count: header.types)
        var transitions: [(at: Int, offset: Int)] = []
        for index in 0..<header.times {
            let type = Int(body[body.startIndex + header.times * 8 + index])
            guard type < offsets.count else { return nil }
            transitions.append((at: Self.number(body, at: index * 8, length: 8), offset: offsets[type]))
        }
        self.transitions = transitions
        first = offsets[0]
        let rest = body.dropFirst(header.bodyLength(timeLength: 8))
        footer = YearlyZoneRule(String(decoding: rest.drop { $0 == 10 }.prefix { $0 != 10 }, as: UTF8.self))
    }

    /// The offset in seconds at a moment, in seconds since 1970.
    func offset(at seconds: Int) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == transitions.count, let footer { return footer.offset(at: seconds) }
        return low == 0 ? first : transitions[low - 1].offset
    }

    /// The UTC offsets of the local time types: six bytes each, the first four of them the offset.
    private static func offsets(_ bytes: ArraySlice<UInt8>, count: Int) -> [Int] {
        (0..<count).map { number(bytes, at: $0 * 6, length: 4) }
    }

    /// A signed number in network order.
    fileprivate static func number(_ bytes: ArraySlice<UInt8>, at offset: Int, length: Int) -> Int {
        let start = bytes.startIndex + offset
        let raw = bytes[start..<start + length].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return length == 4 ? Int(Int32(truncatingIfNeeded: raw)) : Int(Int64(bitPattern: raw))
    }

    /// The 44 bytes in front of each of the two bodies (RFC 8536 section 3.1).
    private struct Header {
        static let length = 44

        let version: UInt8
        let times: Int
        let types: Int
        private let characters: Int
        private let leaps: Int
        private let standards: Int
        private let universals: Int

        init?(_ bytes: ArraySlice<UInt8>) {
            guard bytes.count >= Self.length, bytes.starts(with: Array("TZif".utf8)) else { return nil }
            let counts = (0..<6).map { ZoneRules.number(bytes, at: 20 + $0 * 4, length: 4) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            version = bytes[bytes.startIndex + 4]
            (universals, standards, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        func bodyLength(timeLength: Int) -> Int {
            times * (timeLength + 1) + types * 6 + characters + leaps * (timeLength + 4) + standards + universals
        }
    }
}

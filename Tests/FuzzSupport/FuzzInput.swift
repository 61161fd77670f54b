/// Made-up input of one case: the same for the same seed.
package struct FuzzInput {
    /// Names the case.
    package let seed: UInt64
    private var state: UInt64
    /// The bytes last made, for a failure to show.
    private var made: [UInt8] = []

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next number (SplitMix64), from 0 up to but not including the bound.
    package mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
    }

    /// One of these; there must be one.
    package mutating func pick<Element>(_ from: [Element]) -> Element { from[below(from.count)] }

    /// Bytes of any kind.
    package mutating func bytes(upTo count: Int) -> [UInt8] {
        made = (0..<below(count + 1)).map { _ in UInt8(below(256)) }
        return made
    }

    /// A few of these pieces in a row.
    package mutating func row(of pieces: [[UInt8]], upTo count: Int) -> [UInt8] {
        made = (0..<below(count + 1)).flatMap { _ in pick(pieces) }
        return made
    }

    /// One of the samples, changed in a few places by what stands in others, by these pieces and by any bytes, behind a
    /// start that stays as it is.
    package mutating func mutation(
        of samples: [[UInt8]],
        with pieces: [[UInt8]],
        behind start: [UInt8] = []
    ) -> [UInt8] {
        var bytes = pick(samples)
        // Most rough changes end at the first check; gentle ones come further.
        if below(3) == 0 {
            for _ in 0...below(6) { mutate(&bytes, samples: samples, pieces: pieces) }
        } else {
            for _ in 0...below(1 + below(5)) { mutateGently(&bytes, samples: samples, pieces: pieces) }
        }
        made = start + bytes.prefix(Self.longest)
        return made
    }

    private static let longest = 131_072

    private mutating func mutate(_ bytes: inout [UInt8], samples: [[UInt8]], pieces: [[UInt8]]) {
        let range = range(in: bytes.count)
        switch below(10) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.removeSubrange(range.lowerBound...)
        case 2: bytes.insert(contentsOf: bytes[range], at: below(bytes.count + 1))
        case 3: bytes.insert(UInt8(below(256)), at: range.lowerBound)
        case 4: if !bytes.isEmpty { bytes[below(bytes.count)] ^= 1 << UInt8(below(8)) }
        case 5: bytes.replaceSubrange(range, with: part(of: pick(samples)))
        case 6:
            bytes.insert(
                contentsOf: Array(repeatElement(pick(pieces), count: 1 << below(9)).joined()),
                at: range.lowerBound
            )
        case 7: bytes.replaceSubrange(range, with: pick(pieces))
        default: bytes.insert(contentsOf: pick(pieces), at: range.lowerBound)
        }
    }

    private mutating func part(of bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[range(in: bytes.count)] }

    /// A short range mostly, a long one now and then.
    private mutating func range(in count: Int) -> Range<Int> {
        let start = below(count + 1)
        let longest = below(4) == 0 ? count : 24
        return start..<min(count, start + below(longest + 1))
    }

    /// The bytes as ASCII, for a line of a log.
    var shown: String {
        made.prefix(2000).map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.isASCII ? scalar.escaped(asASCII: true) : "\\x" + String(byte, radix: 16)
        }.joined() + (made.count > 2000 ? "… (\(made.count) bytes)" : "")
    }
}

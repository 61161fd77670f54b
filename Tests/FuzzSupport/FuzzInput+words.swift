/// Changes that leave most of a text's form as it is.
extension FuzzInput {
    /// Puts a word in the place of another, or takes a line away, or writes it again somewhere else.
    mutating func mutateGently(_ bytes: inout [UInt8], samples: [[UInt8]], pieces: [[UInt8]]) {
        switch below(8) {
        case 0:
            let lines = Self.runs(in: bytes) { $0 != 0x0A }
            guard let line = any(of: lines) else { return }
            bytes.removeSubrange(line.lowerBound..<min(bytes.count, line.upperBound + 1))
        case 1, 2:
            let lines = Self.runs(in: bytes) { $0 != 0x0A }
            guard let line = any(of: lines), let place = any(of: lines) else { return }
            bytes.insert(contentsOf: bytes[line] + [0x0A], at: place.lowerBound)
        case 3:
            guard let word = any(of: Self.words(in: bytes)) else { return }
            bytes.replaceSubrange(word, with: pick(pieces))
        default:
            let sample = pick(samples)
            guard let word = any(of: Self.words(in: bytes)), let other = any(of: Self.words(in: sample)) else { return }
            bytes.replaceSubrange(word, with: sample[other])
        }
    }

    private mutating func any(of ranges: [Range<Int>]) -> Range<Int>? { ranges.isEmpty ? nil : pick(ranges) }

    /// Letters, digits, signs within numbers and whatever is not ASCII.
    private static func words(in bytes: [UInt8]) -> [Range<Int>] {
        runs(in: bytes) { byte in
            let scalar = Unicode.Scalar(byte)
            return byte >= 0x80 || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
                || ("A"..."Z").contains(scalar) || "-.,%".unicodeScalars.contains(scalar)
        }
    }

    private static func runs(in bytes: [UInt8], of belongs: (UInt8) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if belongs(byte) {
                start = start ?? index
            } else if let begun = start {
                runs.append(begun..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<bytes.count) }
        return runs
    }
}

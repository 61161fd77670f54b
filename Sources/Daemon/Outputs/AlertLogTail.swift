/// Looks an alert log over, piece by piece: how far it is whole, and where to go on.
///
/// A power cut leaves a torn last line, or NULs where a line would have been (reliability, section 1): those are cut
/// off. Anything else that is not line after line with `seq` from 1 is damage.
package struct AlertLogTail: Hashable, Sendable {
    /// What the log is worth.
    package enum Verdict: Hashable, Sendable {
        /// Good for so many bytes; what lies behind them is a torn line.
        case whole(lastSeq: Int, length: Int)
        /// The first line that is not what it should be, from 1.
        case damaged(line: Int)
    }

    private var lastSeq = 0
    private var goodLength = 0
    private var line: [UInt8] = []
    private var isDamaged = false
    /// Longer lines are none that were written by us.
    private static let longestLine = 1 << 20

    package init() {}

    /// The next bytes of the log.
    package mutating func add(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        while !isDamaged, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            line += rest[..<end]
            rest = rest[rest.index(after: end)...]
            endLine()
        }
        guard !isDamaged else { return }
        line += rest
        // NULs may be many: a file system may have made room for more than one line.
        if line.count > Self.longestLine { shortenTail() }
    }

    /// The verdict on everything that was added.
    package var verdict: Verdict {
        isDamaged ? .damaged(line: lastSeq + 1) : .whole(lastSeq: lastSeq, length: goodLength)
    }

    private mutating func endLine() {
        guard Self.seq(line) == lastSeq + 1 else {
            isDamaged = true
            return
        }
        lastSeq += 1
        goodLength += line.count + 1
        line.removeAll(keepingCapacity: true)
    }

    private mutating func shortenTail() {
        if line.contains(where: { $0 != 0 }) { isDamaged = true } else { line = [0] }
    }

    /// The number in a line that begins `{"seq":N,` and ends `}`, without a NUL in between.
    private static func seq(_ line: [UInt8]) -> Int? {
        let start = Array(#"{"seq":"#.utf8)
        guard line.starts(with: start), line.last == UInt8(ascii: "}"), !line.contains(0) else { return nil }
        let digits = line.dropFirst(start.count).prefix { (48...57).contains($0) }
        let next = start.count + digits.count
        guard line[next] == UInt8(ascii: ",") || line[next] == UInt8(ascii: "}"), digits.first != 48 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}

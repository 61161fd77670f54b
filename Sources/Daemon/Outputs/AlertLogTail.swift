/// Looks an alert log over, piece by piece: how far it is whole, and where to go on.
///
/// A power cut leaves a torn last line, or NULs where a line would have been (reliability, section 1): those are cut
/// off. Anything else that is not line after line with `seq` from 1 is damage; where earlier months stand in files of their
/// own, from behind the last line of those.
package struct AlertLogTail: Hashable, Sendable {
    /// What the log is worth.
    package enum Verdict: Hashable, Sendable {
        /// Good for so many bytes; what lies behind them is a torn line.
        case whole(lastSeq: Int, length: Int)
        /// The first line that is not what it should be, from 1.
        case damaged(line: Int)
    }

    /// The number before that of the first line.
    private let start: Int
    private var lastSeq: Int
    /// The month of the last good line: `2026-03`; `nil` where there is none, or it says none.
    package private(set) var lastMonth: String?
    private var goodLength = 0
    private var line: [UInt8] = []
    private var isDamaged = false
    /// Longer lines are none that were written by us.
    private static let longestLine = 1 << 20

    /// - Parameter start: the number of the last line before the log's own first.
    package init(after start: Int = 0) {
        self.start = start
        lastSeq = start
    }

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
        isDamaged ? .damaged(line: lastSeq - start + 1) : .whole(lastSeq: lastSeq, length: goodLength)
    }

    private mutating func endLine() {
        guard Self.seq(line) == lastSeq + 1 else {
            isDamaged = true
            return
        }
        lastSeq += 1
        lastMonth = Self.month(line)
        goodLength += line.count + 1
        line.removeAll(keepingCapacity: true)
    }

    private mutating func shortenTail() {
        if line.contains(where: { $0 != 0 }) { isDamaged = true } else { line = [0] }
    }

    /// The number in a line that begins `{"seq":N,` and ends `}`, without a NUL in between.
    static func seq(_ line: [UInt8]) -> Int? {
        let start = Array(#"{"seq":"#.utf8)
        guard line.starts(with: start), line.last == UInt8(ascii: "}"), !line.contains(0) else { return nil }
        let digits = line.dropFirst(start.count).prefix { (48...57).contains($0) }
        let next = start.count + digits.count
        guard line[next] == UInt8(ascii: ",") || line[next] == UInt8(ascii: "}"), digits.first != 48 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// The number of the first line, of its first bytes; `nil` where that is none of ours.
    static func firstSeq(in bytes: [UInt8]) -> Int? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        return seq(bytes[..<end] + [UInt8(ascii: "}")])
    }

    /// The month that a line's moment lies in, as it is written there.
    static func month(_ line: [UInt8]) -> String? {
        guard let start = line.firstRange(of: Array(#","at":""#.utf8))?.upperBound, line.count >= start + 7 else {
            return nil
        }
        let month = line[start..<start + 7]
        let isMonth = month.enumerated().allSatisfy {
            $0.offset == 4 ? $0.element == 45 : (48...57).contains($0.element)
        }
        return isMonth ? String(decoding: month, as: UTF8.self) : nil
    }
}

/// How much of a digest is told in full, and how much in one line; the rest is counted.
package struct DigestLimits: Hashable, Sendable {
    /// So many alerts of each heading are told in full.
    package let inFull: Int
    /// So many more are told in one line.
    package let inOneLine: Int

    package init(inFull: Int, inOneLine: Int) {
        self.inFull = inFull
        self.inOneLine = inOneLine
    }

    /// As much as a reader may still want.
    package static let most = DigestLimits(inFull: 50, inOneLine: 200)

    /// Ever less, for a mail that would be too large: many mail programs cut off what lies behind 102 kB.
    package static let steps = [
        most, DigestLimits(inFull: 25, inOneLine: 100), DigestLimits(inFull: 12, inOneLine: 60),
        DigestLimits(inFull: 6, inOneLine: 30), DigestLimits(inFull: 3, inOneLine: 15),
        DigestLimits(inFull: 1, inOneLine: 5),
    ]
}

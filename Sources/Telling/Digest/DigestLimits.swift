/// How much of a digest is told in full, in one line or in a row; the rest is counted.
package struct DigestLimits: Hashable, Sendable {
    /// So many alerts of each heading have a card.
    package let inFull: Int
    /// So many more are told in one line.
    package let inOneLine: Int
    /// So many that are still open have a row.
    package let rows: Int

    package init(inFull: Int, inOneLine: Int, rows: Int) {
        self.inFull = inFull
        self.inOneLine = inOneLine
        self.rows = rows
    }

    /// As much as a reader may still want.
    package static let most = DigestLimits(inFull: 15, inOneLine: 40, rows: 30)

    /// Ever less, for a mail that would be too large: many mail programs cut off what lies behind 102 kB.
    package static let steps = [
        most, DigestLimits(inFull: 10, inOneLine: 30, rows: 20), DigestLimits(inFull: 6, inOneLine: 20, rows: 12),
        DigestLimits(inFull: 3, inOneLine: 10, rows: 6), DigestLimits(inFull: 1, inOneLine: 5, rows: 3),
        // What even so is too large is counted only.
        DigestLimits(inFull: 0, inOneLine: 0, rows: 0),
    ]
}

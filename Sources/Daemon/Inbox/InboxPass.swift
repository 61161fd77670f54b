package import Feeds
package import Indicators

/// What one look at the inbox came to.
package struct InboxPass: Hashable, Sendable {
    /// One entry that could not be dealt with and stays where it is, and why.
    package struct Trouble: Hashable, Sendable {
        package let name: FileName
        package let why: InboxTrouble
    }

    /// How many files were taken, refused and so on.
    package var outcomes: [Receipt.Outcome: Int] = [:]
    /// How many files were taken in without some of their rows.
    package var withRowsSetAside = 0
    /// What stays where it is; each is given once, until it changes.
    package var troubles: [Trouble] = []
    /// How many entries stay where they are, those of earlier passes included.
    package var stuck = 0
    /// How many files were taken in before, and have their receipts only now.
    package var filedLate = 0
    /// Whether more was left than could be held until it is judged: the next pass goes on with it.
    package var isFull = false
    /// How many entries are not ready.
    package var waiting = 0
    /// When by the machine's clock to look again, because an entry may be ready then; `nil` where none is waiting.
    package var nextLook: Instant?

    package init() {}
}

extension FileName {
    /// Whether it comes first, byte by byte.
    static func < (left: FileName, right: FileName) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

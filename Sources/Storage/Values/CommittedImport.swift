package import Feeds
package import Indicators

/// What was committed of one claimed file, as its receipt tells it.
package struct CommittedImport: Hashable, Sendable {
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let at: Instant
    package let tally: IntakeTally

    package init(hash: String, at: Instant, tally: IntakeTally) {
        self.hash = hash
        self.at = at
        self.tally = tally
    }
}

package import Alerting
package import Feeds
package import Indicators

/// What was committed of one claimed file, as its receipt tells it.
package struct CommittedImport: Hashable, Sendable {
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let at: Instant
    package let tally: IntakeTally
    /// The import in which the same content was taken in before; `nil` for new content.
    package let repeats: AcceptedImport?
    /// What judging has found it to change by now; `nil` where that is nothing.
    package let effects: ImportEffects?

    package init(
        hash: String,
        at: Instant,
        tally: IntakeTally,
        repeats: AcceptedImport? = nil,
        effects: ImportEffects? = nil
    ) {
        self.effects = effects
        self.repeats = repeats
        self.hash = hash
        self.at = at
        self.tally = tally
    }
}

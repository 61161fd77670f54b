package import Assessment
package import Indicators

/// A change as committed, with its place in the alert log.
package struct AlertEvent: Hashable, Sendable {
    /// From 1, without a gap.
    package let seq: Int
    package let kind: AlertEventKind
    package let at: Instant
    package let alert: AlertKey
    /// The id of the episode.
    package let episode: String
    package let facts: FindingFacts
    /// What people did, or why it is told again; `nil` where judging found it.
    package let note: HandlingNote?

    package init(
        seq: Int,
        kind: AlertEventKind,
        at: Instant,
        alert: AlertKey,
        episode: String,
        facts: FindingFacts,
        note: HandlingNote? = nil
    ) {
        self.note = note
        self.seq = seq
        self.kind = kind
        self.at = at
        self.alert = alert
        self.episode = episode
        self.facts = facts
    }

    /// The event with another number.
    package func numbered(_ seq: Int) -> AlertEvent {
        AlertEvent(seq: seq, kind: kind, at: at, alert: alert, episode: episode, facts: facts, note: note)
    }
}

package import Indicators

/// What happened to an episode.
///
/// The words are those of the alert log's contract.
package enum AlertEventKind: String, Sendable, CaseIterable, Hashable, Codable {
    case opened
    case worsened
    case eased
    case acknowledged
    case silenced
    case reminded
    case corrected
    case resolved

    /// Whether the episode has ended with it.
    package var closes: Bool { self == .resolved || self == .corrected }
}

/// A change of one episode, not yet numbered.
package struct Transition: Hashable, Sendable {
    package let kind: AlertEventKind
    /// The episode as it is after the change.
    package let episode: Episode
    package let at: Instant

    package init(kind: AlertEventKind, episode: Episode, at: Instant) {
        self.kind = kind
        self.episode = episode
        self.at = at
    }
}

/// A change as committed, with its place in the alert log.
package struct AlertEvent: Hashable, Sendable {
    /// From 1, without a gap.
    package let seq: Int
    package let kind: AlertEventKind
    package let at: Instant
    package let alert: AlertKey
    /// The id of the episode.
    package let episode: String
    package let facts: AlertFacts

    package init(seq: Int, kind: AlertEventKind, at: Instant, alert: AlertKey, episode: String, facts: AlertFacts) {
        self.seq = seq
        self.kind = kind
        self.at = at
        self.alert = alert
        self.episode = episode
        self.facts = facts
    }
}

internal import Assessment
package import Indicators

/// A change of one episode, not yet numbered.
package struct Transition: Hashable, Sendable {
    package let kind: AlertEventKind
    /// The episode as it is after the change.
    package let episode: Episode
    package let at: Instant
    /// What people did, or why it is told again; `nil` where judging found it.
    package let note: HandlingNote?

    /// Whether the episode has ended, or rests, with it.
    package var ends: Bool { episode.closedAt != nil }

    /// Whether an episode that an edit of the configuration had ended goes on by another one.
    package var reopens: Bool {
        kind == .targetChanged && episode.closedAt == nil && episode.facts.edit.map { !$0.wasOpen } ?? false
    }

    /// Whether it tells what was so already when its indicator came under watch.
    package var isOpeningState: Bool { kind == .opened && episode.facts.isOpeningState }

    package init(kind: AlertEventKind, episode: Episode, at: Instant, note: HandlingNote? = nil) {
        self.note = note
        self.kind = kind
        self.episode = episode
        self.at = at
    }
}

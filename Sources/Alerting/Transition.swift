package import Indicators

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

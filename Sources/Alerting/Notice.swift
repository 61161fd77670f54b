internal import Assessment
package import Indicators

/// What one recipient has to be told: one change of one episode.
package struct Notice: Hashable, Sendable {
    /// The id of the subscription.
    package let subscription: String
    package let kind: AlertEventKind
    package let episode: Episode
    package let at: Instant
    /// Whether it goes out now, apart from the digest.
    package let isUrgent: Bool
    /// The number of the change in the alert log; `nil` while it has none.
    package let event: Int?
    /// Why it is told again; `nil` where judging found it.
    package let note: HandlingNote?

    package init(
        subscription: String,
        kind: AlertEventKind,
        episode: Episode,
        at: Instant,
        isUrgent: Bool,
        event: Int? = nil,
        note: HandlingNote? = nil
    ) {
        self.note = note
        self.event = event
        self.subscription = subscription
        self.kind = kind
        self.episode = episode
        self.at = at
        self.isUrgent = isUrgent
    }

    /// Whether it tells what was so already when its indicator came under watch.
    package var isOpeningState: Bool { kind == .opened && episode.facts.isOpeningState }

    /// The notice as one that does not go out at once.
    var forTheDigest: Notice {
        Notice(
            subscription: subscription,
            kind: kind,
            episode: episode,
            at: at,
            isUrgent: false,
            event: event,
            note: note
        )
    }

    /// The notice with the number that its change has in the alert log.
    package func numbered(_ event: Int) -> Notice {
        Notice(
            subscription: subscription,
            kind: kind,
            episode: episode,
            at: at,
            isUrgent: isUrgent,
            event: event,
            note: note
        )
    }
}

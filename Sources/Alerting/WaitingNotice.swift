internal import Assessment
package import Indicators

/// A notice that waits, by what it is about: not what it tells, of which there may be very much.
package struct WaitingNotice: Hashable, Sendable {
    package let subscription: String
    /// The number of the change in the alert log.
    package let event: Int
    package let kind: AlertEventKind
    package let run: Episode.Run
    package let at: Instant

    package init(subscription: String, event: Int, kind: AlertEventKind, run: Episode.Run, at: Instant) {
        self.subscription = subscription
        self.event = event
        self.kind = kind
        self.run = run
        self.at = at
    }

    /// A notice without what it tells; `nil` where it was not read from a store.
    package init?(_ notice: Notice) {
        guard let event = notice.event else { return nil }
        self.init(
            subscription: notice.subscription,
            event: event,
            kind: notice.kind,
            run: notice.episode.run,
            at: notice.at
        )
    }
}

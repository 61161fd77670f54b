package import Assessment
package import Indicators

/// What one recipient is told once about indicators that come under watch for it: how they stand, and what already
/// deviates.
package struct OpeningState: Hashable, Sendable {
    /// How many indicators of one part of the programmes have each light.
    package struct Row: Hashable, Sendable {
        package let title: String
        package let lights: [Light: Int]

        package init(title: String, lights: [Light: Int]) {
            self.title = title
            self.lights = lights
        }

        package var count: Int { lights.values.reduce(0, +) }
    }

    package let recipient: Subscription.Recipient
    /// What the recipient is subscribed to.
    package let subscriptions: [Subscription]
    package let composedAt: Instant
    /// The lights, in the order of the documents.
    package let rows: [Row]
    /// What deviates or is missing, the most serious first.
    package let items: [Digest.Item]

    /// The opening state for one recipient.
    ///
    /// - Parameters:
    ///   - recipient: who is told.
    ///   - subscriptions: what the recipient is subscribed to; at least one.
    ///   - notices: what deviates or is missing, of all of these subscriptions.
    ///   - known: what else is open, of indicators that were under watch before the recipient followed them.
    ///   - rest: what is told as a number with the notices.
    ///   - rows: the lights of the indicators that come under watch.
    ///   - disclosure: what of it may be told.
    ///   - now: the moment that the mail carries.
    package init(
        for recipient: Subscription.Recipient,
        _ subscriptions: [Subscription],
        notices: [Notice],
        known: [Episode] = [],
        rest: OpeningSelection.Rest = .none,
        rows: [Row],
        by disclosure: Disclosure,
        at now: Instant
    ) {
        self.recipient = recipient
        self.subscriptions = subscriptions
        self.rows = rows
        composedAt = now
        items =
            subscriptions.first.map { subscription in
                let all = notices + known.map { Notice(of: $0, for: subscription) }
                let open = Dictionary(all.map { ($0.episode.run, $0) }) { first, _ in first }.values
                return DigestComposer.compose(
                    for: subscription,
                    occasion: .atOnce,
                    notices: open.sorted { $0.episode.alert < $1.episode.alert },
                    open: [],
                    rest: rest,
                    by: disclosure,
                    at: now
                )
                .items
            } ?? []
    }

    /// How many indicators have each light.
    package var lights: [Light: Int] {
        rows.reduce(into: [:]) { sum, row in sum.merge(row.lights, uniquingKeysWith: +) }
    }

    package var count: Int { rows.reduce(0) { $0 + $1.count } }
}

extension Notice {
    /// An open alert, as it is told to somebody who has not heard of it.
    fileprivate init(of episode: Episode, for subscription: Subscription) {
        self.init(
            subscription: subscription.id,
            kind: .opened,
            episode: episode,
            at: episode.openedAt,
            isUrgent: false
        )
    }
}

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

    package init(subscription: String, kind: AlertEventKind, episode: Episode, at: Instant, isUrgent: Bool) {
        self.subscription = subscription
        self.kind = kind
        self.episode = episode
        self.at = at
        self.isUrgent = isUrgent
    }
}

/// Routing: which subscriptions are told of a change, and whether at once.
package struct NoticePlan: Sendable {
    private let subscriptions: [Subscription]

    package init(subscriptions: [Subscription]) {
        self.subscriptions = subscriptions
    }

    /// The notices of one change.
    ///
    /// - Parameters:
    ///   - transition: the change.
    ///   - indicator: the indicator; `nil` where the configuration no longer has it.
    ///   - told: the subscriptions that have, or will get, a notice of an earlier change of this episode.
    ///   - hearsOfWhole: the subscriptions that are told of a larger alert, of which this one is a part.
    /// - Returns: one for each subscription that is told.
    package func notices(
        for transition: Transition,
        indicator: Indicator?,
        told: Set<String>,
        hearsOfWhole: Set<String> = []
    ) -> [Notice] {
        subscriptions.compactMap { subscription in
            let wasTold = told.contains(subscription.id)
            let covers = indicator.map(subscription.about.covers) ?? false
            // Whoever was told of a problem is told of its end; who was not, has nothing to hear of it.
            let isNews = covers && !hearsOfWhole.contains(subscription.id)
            guard wasTold || isNews && !transition.kind.closes else { return nil }
            // A reminder is for those who have not heard of it.
            guard transition.kind != .reminded || !wasTold else { return nil }
            let urgent = isUrgent(transition, for: subscription, wasTold: wasTold)
            guard urgent || subscription.digest != nil else { return nil }
            return Notice(
                subscription: subscription.id,
                kind: transition.kind,
                episode: transition.episode,
                at: transition.at,
                isUrgent: urgent
            )
        }
    }

    private func isUrgent(_ transition: Transition, for subscription: Subscription, wasTold: Bool) -> Bool {
        guard let least = subscription.atOnce else { return false }
        switch transition.kind {
        case .opened, .worsened, .reminded: return transition.episode.facts.severity >= least
        // Without a digest there is no later moment to tell how it went on.
        default: return subscription.digest == nil && wasTold
        }
    }
}

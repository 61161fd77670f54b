internal import Assessment
package import Indicators

/// Routing: which subscriptions are told of a change, and whether at once.
package struct NoticePlan: Sendable {
    private let subscriptions: [Subscription]
    private let disclosure: Disclosure

    /// A plan for these subscriptions.
    ///
    /// - Parameters:
    ///   - subscriptions: who is told of what.
    ///   - disclosure: what may be told: how grave it is that is hidden does not show in when it is told either.
    package init(subscriptions: [Subscription], by disclosure: Disclosure) {
        self.subscriptions = subscriptions
        self.disclosure = disclosure
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
        // What an edit opened is told as the edit.
        guard transition.kind != .opened || transition.episode.facts.edit == nil else { return [] }
        // What people did stands with the alert, and is no news of it; nor is what gives whoever took it up no more to do.
        guard !transition.kind.isOfHandling || transition.kind == .reminded, !Muting.isAttended(transition) else {
            return []
        }
        let seen = transition.told(by: disclosure)
        return subscriptions.compactMap { subscription in
            guard subscription.hears(of: transition) else { return nil }
            let wasTold = told.contains(subscription.id)
            let covers = indicator.map(subscription.about.covers) ?? false
            // Whoever was told of a problem is told of its end; who was not, has nothing to hear of it.
            let isNews = subscription.isCalled(by: transition) || covers && !hearsOfWhole.contains(subscription.id)
            guard wasTold || isNews && !transition.ends else { return nil }
            // A part is released to those who have not heard of it.
            guard transition.kind != .released || !wasTold else { return nil }
            let urgent = isUrgent(seen, for: subscription, wasTold: wasTold)
            guard urgent || waits(seen, for: subscription) else { return nil }
            return Notice(
                subscription: subscription.id,
                kind: transition.kind,
                episode: transition.episode,
                at: transition.at,
                isUrgent: urgent,
                note: transition.note
            )
        }
    }

    /// Whether it is told later: in the digest, in the mail about the opening state, or in the next mail at once.
    private func waits(_ transition: Transition, for subscription: Subscription) -> Bool {
        guard subscription.digest == nil else { return true }
        guard subscription.escalation == nil else { return false }
        return transition.kind == .targetChanged
            || transition.isOpeningState && subscription.follows(transition.episode)
    }

    private func isUrgent(_ transition: Transition, for subscription: Subscription, wasTold: Bool) -> Bool {
        // Whoever is told in the place of another has no other moment.
        guard subscription.escalation == nil else { return true }
        guard let least = subscription.atOnce else { return false }
        switch transition.kind {
        case .targetChanged: return false
        case .opened where transition.isOpeningState: return false
        case .opened, .worsened, .escalated, .released: return transition.episode.facts.severity >= least
        case .corrected where !transition.ends && transition.isGraverThanTold(wasTold: wasTold):
            return transition.episode.facts.severity >= least
        // What was held back is told as it would have been; everything else that is told again has time.
        case .reminded:
            guard case .silenceEnded? = transition.note?.reminder else {
                return subscription.digest == nil && (wasTold || subscription.isCalled(by: transition))
            }
            return transition.episode.facts.severity >= least || subscription.digest == nil && wasTold
        case .acknowledged, .silenced, .explained: return false
        // Without a digest there is no later moment to tell how it went on.
        case .eased, .relaxed, .changed, .corrected, .resolved: return subscription.digest == nil && wasTold
        }
    }
}

extension Subscription {
    /// Whether the subscription is one of those that the change is told to, where not everybody is.
    ///
    /// Whoever is told in the place of another hears why, of its end, and of what is put right.
    fileprivate func hears(of transition: Transition) -> Bool {
        if let recipients = transition.note?.reminder?.recipients { return recipients.contains(id) }
        return escalation == nil || transition.ends || transition.kind == .corrected
    }

    /// Whether it is named as one that has to be told.
    fileprivate func isCalled(by transition: Transition) -> Bool {
        transition.note?.reminder?.recipients?.contains(id) ?? false
    }
}

extension Transition {
    /// Whether the alert is more serious by what holds now than the reader was told.
    func isGraverThanTold(wasTold: Bool) -> Bool {
        !wasTold || episode.facts.correction.map { $0.severity < episode.facts.severity } ?? false
    }
}

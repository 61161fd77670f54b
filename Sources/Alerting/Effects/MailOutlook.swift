internal import Assessment
package import Indicators

/// What is known of the mails of one subscription: when its next one goes out, and what it has not heard of.
package struct MailOutlook: Sendable {
    package let subscription: Subscription
    /// The slot of its next digest; `nil` where it has none, or one is owed now.
    package let slot: DigestSlot?
    /// Whether a digest is owed at the moment.
    package let isOwedNow: Bool
    /// The episodes of which the beginning still waits to be told.
    package let unheard: Set<String>

    /// The outlook at a moment, by the slot that was dealt with last.
    package init(
        of subscription: Subscription,
        lastSlot: DigestSlot?,
        unheard: Set<String>,
        at now: Instant,
        in zone: LocalZone
    ) {
        self.subscription = subscription
        self.unheard = unheard
        isOwedNow = subscription.digest?.dueSlot(at: now, last: lastSlot, in: zone) != nil
        slot = isOwedNow ? nil : subscription.digest?.nextSlot(after: now, in: zone)
    }

    /// Who is told of the notice, and when; `nil` where nobody is.
    ///
    /// What came and went before anybody heard of it is not told, nor is what another alert goes on to tell.
    func told(of notice: Notice) -> SeriesEffect.Told? {
        let facts = notice.episode.facts
        if notice.episode.closedAt != nil, unheard.contains(notice.episode.id) || facts.evidence.value.goesOnElsewhere {
            return nil
        }
        let address = subscription.who.address
        if notice.isUrgent || notice.isOpeningState || isOwedNow { return SeriesEffect.Told(address: address) }
        return slot.map { SeriesEffect.Told(address: address, slot: $0) }
    }
}

extension Notice {
    /// Whether its reader hears of the alert for the first time.
    package var beginsTelling: Bool { kind == .opened || kind == .released }
}

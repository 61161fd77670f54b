package import Alerting
package import Indicators
package import Storage

/// Sends the digests whose hour has come.
package struct DigestRound: Sendable {
    private let store: any DigestStore & JudgingStore
    private let active: ActiveConfiguration

    package init(store: any DigestStore & JudgingStore, active: ActiveConfiguration) {
        self.store = store
        self.active = active
    }

    /// Closes every slot that is owed; gives the number of mails made.
    package func run(at now: Instant) async throws -> Int {
        var mails = 0
        for subscription in active.subscriptions {
            guard let slot = try await dueSlot(of: subscription, at: now) else { continue }
            mails += try await close(slot, of: subscription, at: now) ? 1 : 0
        }
        return mails
    }

    private func dueSlot(of subscription: Subscription, at now: Instant) async throws -> DigestSlot? {
        guard let times = subscription.digest, let latest = times.latestSlot(at: now, in: active.zone) else {
            return nil
        }
        let last = try await store.lastSlot(of: subscription.id)
        if last == nil { try await store.begin(subscription: subscription.id, after: latest) }
        if let last, last.isAhead(of: now, in: active.zone) {
            // Whether the latest slot was dealt with before the clock leapt is not known; the next one tells all.
            try await store.setBack(subscription: subscription.id, to: latest)
            return nil
        }
        return times.dueSlot(at: now, last: last, in: active.zone)
    }

    private func close(_ slot: DigestSlot, of subscription: Subscription, at now: Instant) async throws -> Bool {
        let notices = try await store.waitingNotices(of: subscription.id)
        let failures = try await store.untoldFailures(for: subscription.id)
        let digest = DigestComposer.compose(
            for: subscription,
            occasion: .scheduled(slot),
            notices: notices,
            open: try await openEpisodes(within: subscription),
            failures: failures.map(Digest.DeliveryFailure.init),
            at: now
        )
        // A mail that only says that mail to its own reader fails would fail as well, and be told of again.
        let isWorthAMail = !digest.news.isEmpty || failures.contains { $0.recipient != subscription.who.address }
        try await store.commit(
            digest: DigestCommit(
                subscription: subscription.id,
                slot: slot,
                message: isWorthAMail ? try active.message(digest, key: .digest(subscription, slot, at: now)) : nil,
                notices: notices,
                failures: failures
            )
        )
        return isWorthAMail
    }

    /// The digest as it would be sent now; nothing is kept of it.
    package func preview(for subscription: Subscription, at now: Instant) async throws -> Digest {
        DigestComposer.compose(
            for: subscription,
            occasion: .preview,
            notices: try await store.waitingNotices(of: subscription.id),
            open: try await openEpisodes(within: subscription),
            failures: try await store.untoldFailures(for: subscription.id).map(Digest.DeliveryFailure.init),
            at: now
        )
    }

    private func openEpisodes(within subscription: Subscription) async throws -> [Episode] {
        try await store.openEpisodes().filter { episode in
            active.register.indicators[episode.alert.series.indicator].map(subscription.about.covers) ?? false
        }
    }
}

extension Digest.DeliveryFailure {
    fileprivate init(_ message: FailedMessage) {
        self.init(address: message.recipient, subject: message.subject, at: message.at, reason: message.reply)
    }
}

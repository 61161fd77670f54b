package import Alerting
package import Indicators
package import Storage

/// Makes the mails of what has to be told at once.
///
/// A mail is composed once, of notices that are committed: a sudden end between the two forgets nobody, since the notices
/// wait for the next round.
package struct UrgentRound: Sendable {
    private let store: any DigestStore & JudgingStore & HandlingStore
    private let active: ActiveConfiguration
    private let pictures: PictureDesk?

    /// A round; without a desk its mails have no pictures.
    package init(
        store: any DigestStore & JudgingStore & HandlingStore,
        active: ActiveConfiguration,
        pictures: PictureDesk? = nil
    ) {
        self.store = store
        self.active = active
        self.pictures = pictures
    }

    /// Makes the mails of all urgent notices that wait, as after a sudden end; gives their number.
    ///
    /// Progress is called now and then, since thousands of notices take a while.
    package func run(at now: Instant, progress: @escaping @Sendable () -> Void = {}) async throws -> Int {
        try await tell(try await store.waitingUrgentNotices(progress: progress), at: now, progress: progress)
    }

    /// Makes one mail for each subscription that these committed notices are for; gives their number.
    package func tell(
        _ notices: [Notice],
        at now: Instant,
        progress: @escaping @Sendable () -> Void = {}
    ) async throws -> Int {
        guard !notices.isEmpty else { return 0 }
        let silences = try await store.silences(isAll: false)
        let audible = Muting.audible(notices, silences: silences, at: now)
        let waiting = Dictionary(grouping: audible, by: \.subscription)
        guard !waiting.isEmpty else { return 0 }
        let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        // A mail carries the light of the worst that is open, told or not.
        let open = OpenAlerts(
            store: store,
            register: active.register,
            disclosure: disclosure,
            episodes: try await store.openEpisodes(progress: progress).silenced(by: silences, at: now)
        )
        var mails = 0
        for subscription in active.subscriptions {
            guard let notices = waiting[subscription.id] else { continue }
            let known = try await open.of(subscription)
            let kept = try await store.waitingNotices(of: subscription.id)
            let all = Muting.audible(withWaiting(kept, notices, for: subscription), silences: silences, at: now)
            let held = Muting.held(kept, silences: silences, at: now)
            mails += try await tell(all, held, to: subscription, open: known, by: disclosure, at: now) ? 1 : 0
            progress()
        }
        return mails
    }

    /// What waits for the digest of an alert that is told now is told with it, so that nothing comes before its beginning.
    ///
    /// So is what else was found of its series, or the digest would tell as a change what its reader knows. Whoever gets no
    /// digest is told of all that waits.
    private func withWaiting(
        _ waiting: [Notice],
        _ notices: [Notice],
        for subscription: Subscription
    ) -> [Notice] {
        let (told, given) = (Set(notices.map(\.episode.id)), Set(notices.compactMap(\.event)))
        let series = Set(notices.map(\.episode.alert.series))
        let own = waiting.filter { notice in
            notice.event.map { !given.contains($0) } ?? true
                && (subscription.digest == nil || told.contains(notice.episode.id)
                    || notice.isFound && series.contains(notice.episode.alert.series))
        }
        return (own + notices).sorted { ($0.event ?? 0) < ($1.event ?? 0) }
    }

    /// Whether there was anything to tell: what came and went again is no news to who had not heard of it.
    private func tell(
        _ notices: [Notice],
        _ held: [Notice],
        to subscription: Subscription,
        open: [Episode],
        by disclosure: Disclosure,
        at now: Instant
    ) async throws -> Bool {
        let loader = ToldBeforeLoader(store: store, disclosure: disclosure)
        var digest = DigestComposer.compose(
            for: subscription,
            occasion: .atOnce,
            notices: notices,
            held: held,
            open: open,
            before: try await loader.before(notices, to: subscription),
            by: disclosure,
            at: now
        )
        digest = try await EarlierValues(store: store, disclosure: disclosure).added(to: digest)
        digest = try await AwaitedValues(store: store, active: active).added(to: digest, at: now)
        let changes = notices.map { "\($0.episode.id) \($0.kind.rawValue)" }
        let decidedAt = notices.map(\.at).max() ?? now
        let thread = try await MailThreads(store: store, active: active).thread(for: digest)
        let enclosed = EnclosureLoader(store: store, active: active, disclosure: disclosure, pictures: pictures)
        let enclosures = try await enclosed.enclosures(for: digest)
        try await store.commit(
            urgent: UrgentCommit(
                subscription: subscription.id,
                message: digest.news.isEmpty
                    ? nil
                    : try active.message(
                        digest,
                        key: .urgent(subscription, changes: changes, at: decidedAt),
                        thread: thread,
                        enclosures: enclosures
                    ),
                notices: notices,
                retelling: digest.retelling
            )
        )
        return !digest.news.isEmpty
    }
}

extension Notice {
    /// Whether judging found it: an edit is told at no other time than in the digest, and what is told again has time.
    fileprivate var isFound: Bool { kind != .targetChanged && !kind.isOfHandling }
}

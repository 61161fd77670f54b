package import Alerting
internal import Assessment
package import Indicators
internal import Mailing
package import Storage

/// Sends the digests whose hour has come.
package struct DigestRound: Sendable {
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

    /// Closes every slot that is owed; gives the number of mails made.
    ///
    /// - Parameters:
    ///   - now: the moment as of which.
    ///   - progress: called now and then, since thousands of alerts take a while.
    /// - Returns: how many mails were made.
    /// - Throws: `StoreError`.
    package func run(at now: Instant, progress: @escaping @Sendable () -> Void = {}) async throws -> Int {
        var mails = 0
        // Read once for all subscriptions, and only where one has something to tell.
        var open: OpenAlerts?
        var disclosure: Disclosure?
        for subscription in active.subscriptions {
            guard let due = try await dueSlot(of: subscription, at: now) else { continue }
            var news = try await news(for: subscription, at: now, progress)
            if disclosure == nil { disclosure = try await self.disclosure() }
            let told = disclosure ?? .exact
            news.before = try await before(news, subscription, by: told)
            if open == nil, !news.isEmpty || subscription.hasHeartbeat {
                open = try await openAlerts(by: told, at: now, progress)
            }
            progress()
            let known = try await open?.of(subscription) ?? []
            mails += try await close(due, of: subscription, news, open: known, by: told, at: now) ? 1 : 0
            progress()
        }
        return mails
    }

    /// A slot that is owed, with the moments of planning and control that it is for.
    private struct Due {
        let slot: DigestSlot
        let moments: [PlanningMoment]
    }

    /// What a subscription has not been told of.
    private struct News {
        let notices: [Notice]
        /// What a silence holds back.
        let held: [Notice]
        let failures: [FailedMessage]
        /// What was told before of what was put right since.
        var before = ToldBefore.unknown

        var isEmpty: Bool { notices.isEmpty && failures.isEmpty }
    }

    private func news(
        for subscription: Subscription,
        at now: Instant,
        _ progress: @escaping @Sendable () -> Void
    ) async throws -> News {
        let waiting = try await store.waitingNotices(of: subscription.id, progress: progress)
        // What is silent waits on.
        let silences = waiting.isEmpty ? [] : try await store.silences(isAll: false)
        return News(
            notices: Muting.audible(waiting, silences: silences, at: now),
            held: Muting.held(waiting, silences: silences, at: now),
            // Who can do nothing about it would only wonder.
            failures: subscription.isAboutOperations ? try await failures(for: subscription) : []
        )
    }

    private func before(
        _ news: News,
        _ subscription: Subscription,
        by disclosure: Disclosure
    ) async throws -> ToldBefore {
        try await ToldBeforeLoader(store: store, disclosure: disclosure).before(news.notices, to: subscription)
    }

    /// The mails that were not delivered, with what may be told of them.
    private func failures(for subscription: Subscription) async throws -> [FailedMessage] {
        let failures = try await store.untoldFailures(for: subscription.id)
        guard !failures.isEmpty else { return [] }
        let mails = QueuedMails(store: store, disclosure: try await disclosure())
        var told: [FailedMessage] = []
        for failure in failures { told.append(try await mails.mail(failure)) }
        return told
    }

    /// Notes the hours of every subscription.
    ///
    /// Where they were edited, nothing is owed for the hours that lie behind; what waits is told at the next.
    ///
    /// - Parameter now: when the configuration is taken over.
    /// - Throws: `StoreError`.
    package func adoptHours(at now: Instant) async throws {
        let current = Dictionary(active.subscriptions.map { ($0.id, $0.digest) }) { first, _ in first }
        try await store.note(
            hours: try await store.digestHours().compactMap { kept in
                adopted(kept, current[kept.subscription] ?? nil, at: now)
            }
        )
    }

    /// What has to be noted of a subscription; `nil` where it is as it was.
    private func adopted(_ kept: DigestHours, _ times: DigestTimes?, at now: Instant) -> DigestHours? {
        let hours = times?.description ?? ""
        guard kept.hours != hours else { return nil }
        let latest = times?.latestSlot(at: now, in: active.zone)
        let isOwedByEarlierHours =
            kept.hours.flatMap { DigestTimes($0) }?.dueSlot(at: now, last: kept.lastSlot, in: active.zone) != nil
        // The edited hours owe nothing of before the edit; what the earlier hours owed is still told.
        let skipsPassedHours = kept.hours != nil && !isOwedByEarlierHours
        let last = skipsPassedHours ? max(kept.lastSlot, latest ?? kept.lastSlot) : kept.lastSlot
        return DigestHours(subscription: kept.subscription, lastSlot: last, hours: hours)
    }

    private func dueSlot(of subscription: Subscription, at now: Instant) async throws -> Due? {
        guard let times = subscription.digest else { return nil }
        let latest = times.latestSlot(at: now, in: active.zone)
        guard let last = try await store.lastSlot(of: subscription.id) else {
            try await begin(subscription, times, after: latest ?? passedSlot(at: now))
            return nil
        }
        if let latest, last.isAhead(of: now, in: active.zone) {
            // Whether the latest slot was dealt with before the clock leapt is not known; the next one tells all.
            try await store.setBack(subscription: subscription.id, to: latest)
            return nil
        }
        return times.dueSlot(at: now, last: last, in: active.zone)
            .map { Due(slot: $0, moments: times.moments(of: $0, after: last)) }
    }

    private func begin(_ subscription: Subscription, _ times: DigestTimes, after slot: DigestSlot) async throws {
        try await store.begin(subscription: subscription.id, after: slot)
        try await store.note(
            hours: [DigestHours(subscription: subscription.id, lastSlot: slot, hours: times.description)]
        )
    }

    /// What stands for the slots of before, where there was none: what is owed begins after this minute.
    private func passedSlot(at now: Instant) -> DigestSlot {
        let local = active.zone.local(now)
        return DigestSlot(local: LocalDateTime(date: local.date, secondOfDay: local.secondOfDay / 60 * 60))
    }

    private func close(
        _ due: Due,
        of subscription: Subscription,
        _ news: News,
        open: [Episode],
        by disclosure: Disclosure,
        at now: Instant
    ) async throws -> Bool {
        let occasion = Digest.Occasion.scheduled(due.slot)
        var digest = digest(for: subscription, occasion: occasion, news, open: open, by: disclosure, at: now)
        // A mail that only says that mail to its own reader fails would fail as well, and be told of again.
        let hasNews = !digest.news.isEmpty || news.failures.contains { $0.recipient != subscription.who.address }
        let isWorthAMail = hasNews || subscription.hasHeartbeat
        if isWorthAMail {
            digest.context.moments = due.moments
            digest = try await inFull(digest, by: disclosure, at: now)
        }
        let thread = isWorthAMail ? try await MailThreads(store: store, active: active).thread(for: digest) : nil
        let enclosures = isWorthAMail ? try await self.enclosures(for: digest, by: disclosure) : .none
        let key = MessageKey.digest(subscription, due.slot, at: now)
        try await store.commit(
            digest: DigestCommit(
                subscription: subscription.id,
                slot: due.slot,
                message: isWorthAMail
                    ? try active.message(digest, key: key, thread: thread, enclosures: enclosures) : nil,
                notices: news.notices,
                retelling: digest.retelling,
                failures: news.failures
            )
        )
        return isWorthAMail
    }

    /// The digest with what is said beside its alerts.
    private func inFull(_ digest: Digest, by disclosure: Disclosure, at now: Instant) async throws -> Digest {
        var digest = try await EarlierValues(store: store, disclosure: disclosure).added(to: digest)
        digest = try await AwaitedValues(store: store, active: active).added(to: digest, at: now)
        guard digest.subscription.hasHeartbeat, digest.news.isEmpty else { return digest }
        let about = digest.subscription.about
        let watched = active.register.indicators.values.filter(about.covers).map(\.id)
        let lights = OpeningLights(store: store, active: active, disclosure: disclosure)
        digest.context.lights = try await lights.rows(of: Set(watched), at: now)
            .reduce(into: [:]) { $0.merge($1.lights, uniquingKeysWith: +) }
        return digest
    }

    private func enclosures(for digest: Digest, by disclosure: Disclosure) async throws -> MailEnclosures {
        try await EnclosureLoader(store: store, active: active, disclosure: disclosure, pictures: pictures)
            .enclosures(for: digest)
    }

    /// The digest as it would be sent now; nothing is kept of it.
    package func preview(for subscription: Subscription, at now: Instant) async throws -> Digest {
        let disclosure = try await disclosure()
        var news = try await news(for: subscription, at: now, {})
        news.before = try await before(news, subscription, by: disclosure)
        let digest = digest(
            for: subscription,
            occasion: .preview,
            news,
            open: try await openAlerts(by: disclosure, at: now).of(subscription),
            by: disclosure,
            at: now
        )
        return try await inFull(digest, by: disclosure, at: now)
    }

    private func disclosure() async throws -> Disclosure {
        try await DisclosureLoader(store: store, active: active).disclosure()
    }

    private func openAlerts(
        by disclosure: Disclosure,
        at now: Instant,
        _ progress: @escaping @Sendable () -> Void = {}
    ) async throws -> OpenAlerts {
        OpenAlerts(
            store: store,
            register: active.register,
            disclosure: disclosure,
            episodes: try await store.openEpisodes(progress: progress)
                .silenced(by: try await store.silences(isAll: false), at: now)
        )
    }

    private func digest(
        for subscription: Subscription,
        occasion: Digest.Occasion,
        _ news: News,
        open: [Episode],
        by disclosure: Disclosure,
        at now: Instant
    ) -> Digest {
        DigestComposer.compose(
            for: subscription,
            occasion: occasion,
            notices: news.notices,
            held: news.held,
            open: open,
            failures: news.failures.map { Digest.DeliveryFailure($0, in: active.language) },
            before: news.before,
            by: disclosure,
            at: now
        )
    }
}

extension Digest.DeliveryFailure {
    fileprivate init(_ message: FailedMessage, in language: Language) {
        self.init(
            address: message.recipient,
            subject: message.subject,
            at: message.at,
            reason: language == .nl ? Self.dutchReason(message) : message.reply
        )
    }

    private static func dutchReason(_ message: FailedMessage) -> String {
        // A label of another version has no words here: what was noted then still says it.
        guard let explanation = DeliveryFailure.Reason(rawValue: message.reason)?.dutchExplanation else {
            return message.reply
        }
        return explanation + (message.said.map { " De mailserver antwoordde: \($0)" } ?? "")
    }
}

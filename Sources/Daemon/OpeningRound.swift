internal import Alerting
internal import Assessment
package import Indicators
package import Storage

/// Tells each recipient once, in one mail, how things stand where indicators come under watch for it: those that are new
/// to everybody, and those that it follows from now on.
package struct OpeningRound: Sendable {
    private let store: any DigestStore & JudgingStore
    private let active: ActiveConfiguration

    package init(store: any DigestStore & JudgingStore, active: ActiveConfiguration) {
        self.store = store
        self.active = active
    }

    /// Makes one mail for each recipient that follows more than it was told of, where something of it deviates.
    ///
    /// Who follows an indicator that has not been judged yet is told when it is. It all follows from what is committed, so
    /// that a sudden end changes nothing of it.
    ///
    /// - Parameters:
    ///   - now: the moment that the mails carry.
    ///   - progress: called now and then, since thousands of alerts take a while.
    /// - Returns: how many mails were made.
    /// - Throws: `StoreError`.
    package func run(at now: Instant, progress: @escaping @Sendable () -> Void = {}) async throws -> Int {
        let recipients = recipients
        let followed = try await followed(by: recipients)
        let unjudged = try await store.openingIndicators()
        var state = Reading()
        var mails = 0
        for recipient in recipients {
            let news = recipient.follows.subtracting(followed[recipient.who.address] ?? [])
            guard news.isDisjoint(with: unjudged) else { continue }
            let waiting = try await waiting(for: recipient, &state)
            guard !news.isEmpty || !waiting.opening.isEmpty else { continue }
            let names = recipient.subscriptions.map(\.id)
            if state.open == nil, try await store.mayHaveOpenEpisodes(of: news, notWaitingFor: names) {
                state.open = try await store.openEpisodes(progress: progress)
            }
            mails += try await tell(recipient, news, waiting, state.open ?? [], at: now) ? 1 : 0
            progress()
        }
        return mails
    }

    /// What is read once for all recipients, and only where somebody has to be told.
    private struct Reading {
        var open: [Episode]?
        /// How the alerts stood at the changes that wait, by the numbers of these.
        var outlines: [Int: AlertOutline] = [:]
    }

    // MARK: Who follows what

    /// One of those who are told, with all that is sent to its address.
    private struct Recipient {
        let who: Subscription.Recipient
        let subscriptions: [Subscription]
        let follows: Set<IndicatorID>
    }

    /// In the order of the configuration, each address once.
    private var recipients: [Recipient] {
        // Whoever is told in the place of others follows nothing of its own.
        let subscriptions = active.subscriptions.filter { $0.escalation == nil }
        let byAddress = Dictionary(grouping: subscriptions, by: \.who.address)
        return subscriptions.compactMap { first in
            guard let own = byAddress[first.who.address], own.first?.id == first.id else { return nil }
            let follows = active.register.indicators.values.filter { indicator in
                own.contains { $0.about.covers(indicator) }
            }
            return Recipient(who: first.who, subscriptions: own, follows: Set(follows.map(\.id)))
        }
    }

    /// What each is known to follow; whoever an earlier version knew followed all of what there was.
    private func followed(by recipients: [Recipient]) async throws -> [String: Set<IndicatorID>] {
        let followed = try await store.followedIndicators()
        guard !followed.ofEarlierVersion.isEmpty else { return followed.byRecipient }
        let before = recipients.map { ($0.who.address, $0.follows.intersection(followed.ofEarlierVersion)) }
        try await store.adopt(followed: Dictionary(before) { first, _ in first })
        return try await store.followedIndicators().byRecipient
    }

    // MARK: What is told

    /// What waits to be told to one recipient, by what it is.
    private struct Waiting {
        let opening: [OpeningSelection.Candidate]
        /// All of it: a change that waits tells of its episode.
        let all: [WaitingNotice]
    }

    private func waiting(for recipient: Recipient, _ state: inout Reading) async throws -> Waiting {
        var all: [WaitingNotice] = []
        for subscription in recipient.subscriptions { all += try await store.waitingNames(of: subscription.id) }
        let begun = all.filter { $0.kind == .opened }
        let unknown = begun.filter { state.outlines[$0.event] == nil }
        state.outlines.merge(try await store.outlines(of: unknown)) { first, _ in first }
        let opening = begun.compactMap { notice in
            state.outlines[notice.event].flatMap { outline in
                outline.isOpeningState ? OpeningSelection.Candidate(notice: notice, outline: outline) : nil
            }
        }
        return Waiting(opening: opening, all: all)
    }

    /// Whether there was something to tell.
    private func tell(
        _ recipient: Recipient,
        _ news: Set<IndicatorID>,
        _ waiting: Waiting,
        _ open: [Episode],
        at now: Instant
    ) async throws -> Bool {
        let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        let told = open.isEmpty ? [] : Set(waiting.all.map(\.run))
        let known = known(to: recipient, news, open, by: disclosure).filter { !told.contains($0.episode.run) }
        let indicators = news.union(waiting.opening.map(\.notice.run.alert.series.indicator))
        let hasNews = !known.isEmpty || !waiting.opening.isEmpty
        try await store.commit(
            opening: OpeningCommit(
                recipient: recipient.who.address,
                indicators: news,
                message: hasNews
                    ? try await message(
                        to: recipient,
                        of: indicators,
                        known.map(\.episode),
                        waiting.opening,
                        by: disclosure,
                        at: now
                    )
                    : nil,
                notices: waiting.opening.map(\.notice),
                known: known.map { OpeningCommit.Known(subscription: $0.subscription, episode: $0.episode.id) }
            )
        )
        return hasNews
    }

    /// An open alert that a subscription has not been told of.
    private struct Known {
        let subscription: String
        let episode: Episode
    }

    /// What is open of the indicators, for each subscription that would have been told of it: all but the parts of what
    /// it is told of.
    private func known(
        to recipient: Recipient,
        _ indicators: Set<IndicatorID>,
        _ open: [Episode],
        by disclosure: Disclosure
    ) -> [Known] {
        let open = open.filter { indicators.contains($0.alert.series.indicator) }
        let inhibition = Inhibition(open: open)
        return recipient.subscriptions.flatMap { subscription in
            open.filter { episode in
                let indicator = active.register.indicators[episode.alert.series.indicator]
                let isCovered = indicator.map(subscription.about.covers) ?? false
                let speaker = inhibition.speaker(for: episode)?.told(by: disclosure)
                return isCovered && subscription.follows(episode.told(by: disclosure))
                    && !(speaker.map(subscription.follows) ?? false)
            }
            .map { Known(subscription: subscription.id, episode: $0) }
        }
    }

    private func message(
        to recipient: Recipient,
        of indicators: Set<IndicatorID>,
        _ known: [Episode],
        _ waiting: [OpeningSelection.Candidate],
        by disclosure: Disclosure,
        at now: Instant
    ) async throws -> NewMessage {
        let lights = try await OpeningLights(store: store, active: active, disclosure: disclosure).rows(
            of: indicators,
            at: now
        )
        let own = recipient.subscriptions.filter { subscription in
            indicators.contains { active.register.indicators[$0].map(subscription.about.covers) ?? false }
        }
        let subscription = own.first ?? recipient.subscriptions[0]
        let selection = selection(of: waiting, beside: known, by: disclosure)
        let opening = OpeningState(
            for: recipient.who,
            own.isEmpty ? recipient.subscriptions : own,
            notices: try await notices(selection),
            known: known,
            rest: selection.rest,
            rows: lights,
            by: disclosure,
            at: now
        )
        let changes = waiting.map { "\($0.notice.run) \($0.notice.kind.rawValue)" } + known.map(\.id)
        let moments = waiting.map(\.notice.at) + known.map(\.openedAt)
        let key = MessageKey.opening(
            subscription,
            changes: [recipient.who.address] + changes,
            at: moments.max() ?? now
        )
        return try active.message(opening, of: subscription, key: key)
    }

    /// What of it has to be known in full; where other alerts are told beside, all of it.
    private func selection(
        of waiting: [OpeningSelection.Candidate],
        beside known: [Episode],
        by disclosure: Disclosure
    ) -> OpeningSelection {
        var met: Set<Int> = []
        let once = waiting.filter { met.insert($0.notice.event).inserted }
        return OpeningSelection(once) { series in !known.isEmpty || disclosure.concerns(series) }
    }

    private func notices(_ selection: OpeningSelection) async throws -> [Notice] {
        var notices: [Notice] = []
        for (subscription, own) in Dictionary(grouping: selection.full, by: \.subscription) {
            notices += try await store.waitingNotices(of: subscription, events: Set(own.map(\.event)))
        }
        return notices
    }
}

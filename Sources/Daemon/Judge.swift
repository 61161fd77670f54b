package import Alerting
internal import Assessment
internal import Catalogue
package import Indicators
package import Storage

/// Judges the series that have to be judged and commits what follows from it.
package struct Judge: Sendable {
    /// What one run did.
    package struct Summary: Hashable, Sendable {
        package var judged = 0
        package var transitions: [Transition] = []
        package var urgentMessages = 0
    }

    private let store: any Store
    private let watch: Watch
    private let loader: SubjectLoader
    /// So many series are judged in one transaction; more only follow an import of many areas or an edit.
    private static let batch = 5000
    /// A decision on stale facts is taken again at most so often.
    private static let attempts = 5

    /// A judge for one configuration.
    package init(store: any Store, watch: Watch) {
        self.store = store
        self.watch = watch
        loader = SubjectLoader(store: store, register: watch.register)
    }

    /// Judges until nothing is left to judge at the moment.
    ///
    /// - Parameters:
    ///   - now: the moment as of which is judged.
    ///   - progress: called after each batch, since an import of many areas can take a while.
    /// - Returns: what was judged and what followed from it.
    /// - Throws: `StoreError`.
    package func run(at now: Instant, progress: @Sendable () async -> Void) async throws -> Summary {
        var summary = Summary()
        var attempts = 0
        // Each round commits, and what was judged is then no longer asked for; the bound is for a store gone wrong.
        for _ in 0..<10_000 {
            let series = try await store.seriesToJudge(at: now, limit: Self.batch)
            guard !series.isEmpty else { break }
            let decisions = try await decide(series, at: now)
            do {
                try await store.commit(decisions: decisions)
                attempts = 0
                summary.add(decisions)
                await progress()
            } catch StoreError.stale where attempts < Self.attempts {
                attempts += 1
            }
        }
        return summary
    }

    private func decide(_ series: [SeriesToJudge], at now: Instant) async throws -> Decisions {
        let keys = series.map(\.key)
        let assessments = try await loader.subjects(for: keys).map { watch.assessor.assess($0, at: now) }
        let episodes = try await store.episodes(of: keys)
        var decisions = Decisions()
        for assessment in assessments {
            for decision in assessment.findings.map({ self.decision($0, assessment, episodes, at: now) }) {
                decisions.take(decision)
            }
            decisions.transitions += lapses(of: assessment, episodes, at: now)
        }
        decisions.transitions += withdrawals(of: keys, episodes, at: now)
        decisions.judged = judged(series, assessments)
        try await addNotices(to: &decisions, at: now)
        return decisions
    }

    private func decision(
        _ finding: Finding,
        _ assessment: SeriesAssessment,
        _ episodes: EpisodeState,
        at now: Instant
    ) -> EpisodeDecision {
        let alert = AlertKey(rule: finding.rule, series: assessment.key)
        let open = episodes.open[alert]
        let severity = finding.severity ?? open?.facts.severity ?? .warning
        return EpisodeDecision.decide(
            finding,
            facts: AlertFacts(finding, of: assessment, in: watch.register, severity: severity),
            series: assessment.key,
            open: open,
            earlier: episodes.counts[alert] ?? 0,
            at: now
        )
    }

    /// The ends of episodes whose indicator is no longer configured.
    private func withdrawals(of keys: [SeriesKey], _ episodes: EpisodeState, at now: Instant) -> [Transition] {
        let unknown = Set(keys.filter { watch.register.indicators[$0.indicator] == nil })
        return episodes.open.values.filter { unknown.contains($0.alert.series) }
            .sorted { $0.alert < $1.alert }
            .map { EpisodeDecision.withdraw($0, at: now) }
    }

    /// The ends of episodes of rules that no longer judge the series.
    private func lapses(of assessment: SeriesAssessment, _ episodes: EpisodeState, at now: Instant) -> [Transition] {
        let rules = Set(assessment.findings.map(\.rule))
        return RuleName.allCases.filter { !rules.contains($0) }
            .compactMap { episodes.open[AlertKey(rule: $0, series: assessment.key)] }
            .map { EpisodeDecision.withdraw($0, at: now, because: $0.alert.rule == .ending ? .goesOn : .withdrawn) }
    }

    private func judged(_ series: [SeriesToJudge], _ assessments: [SeriesAssessment]) -> [Decisions.Judged] {
        let reviews = Dictionary(assessments.map { ($0.key, $0.nextReview) }) { first, _ in first }
        return series.map { Decisions.Judged(series: $0, nextReview: reviews[$0.key] ?? nil) }
    }

    private func addNotices(to decisions: inout Decisions, at now: Instant) async throws {
        guard !decisions.transitions.isEmpty else { return }
        let plan = NoticePlan(subscriptions: watch.subscriptions)
        let routing = try await NoticeRouting(decisions, store: store, plan: plan, register: watch.register)
        decisions.notices = try await routing.notices()
        let released = try await routing.released(at: now)
        decisions.transitions += released.transitions
        decisions.notices += released.notices
        decisions.messages = try watch.subscriptions.compactMap {
            try urgentMessage(for: $0, decisions.notices, at: now)
        }
    }

    private func urgentMessage(
        for subscription: Subscription,
        _ notices: [Notice],
        at now: Instant
    ) throws -> NewMessage? {
        let urgent = notices.filter { $0.subscription == subscription.id && $0.isUrgent }
        guard !urgent.isEmpty else { return nil }
        let digest = DigestComposer.compose(for: subscription, occasion: .atOnce, notices: urgent, open: [], at: now)
        let changes = urgent.map { "\($0.episode.id) \($0.kind.rawValue)" }
        return try watch.message(digest, key: .urgent(subscription, changes: changes, at: now))
    }
}

extension Decisions {
    fileprivate mutating func take(_ decision: EpisodeDecision) {
        switch decision {
        case .unchanged: break
        case .refreshed(let episode): refreshed.append(episode)
        case .changed(let transition): transitions.append(transition)
        }
    }
}

extension Judge.Summary {
    fileprivate mutating func add(_ decisions: Decisions) {
        judged += decisions.judged.count
        transitions += decisions.transitions
        urgentMessages += decisions.messages.count
    }
}

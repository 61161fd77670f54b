package import Alerting
internal import Assessment
internal import Catalogue
package import Indicators
package import Storage

/// Judges the series that have to be judged and commits what follows from it.
///
/// It loads, asks the pure values what follows, and commits: `Assessor` judges, `EpisodeChanges` decides, `NoticeRouting`
/// says who is told. It knows no rule by name.
package struct Judge: Sendable {
    /// What one run did.
    package struct Summary: Hashable, Sendable {
        package var judged = 0
        /// The series that were judged, and those of what followed; the first of them where they are very many.
        package var series: Set<SeriesKey> = []
        /// How many events there were.
        package var events = 0
        /// The events, unless somebody took them as they were committed.
        package var transitions: [Transition] = []
        /// The committed notices that have to be told at once.
        package var urgent: [Notice] = []
    }

    private let store: any JudgingStore
    private let effects: EffectsLoader
    private let disclosure: DisclosureLoader
    private let active: ActiveConfiguration
    private let loader: SubjectLoader
    /// So many series are judged in one transaction; more only follow an import of many areas or an edit.
    private static let batch = 2000
    /// A decision on stale facts is taken again at most so often.
    private static let attempts = 5

    /// A judge for one configuration.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - active: the configuration.
    ///   - digests: the store as it knows when people are told, for saying so.
    ///   - histories: how series would be, where they are not judged as they are.
    package init(
        store: any JudgingStore,
        active: ActiveConfiguration,
        digests: (any DigestStore & HandlingStore)? = nil,
        overlaying histories: [SeriesHistory] = []
    ) {
        self.store = store
        self.active = active
        disclosure = DisclosureLoader(store: store, active: active, overlay: histories)
        effects = EffectsLoader(store: digests, active: active)
        loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            overlaying: histories,
            informing: false
        )
    }

    /// What judging these series now would mean for a file; nothing is kept of it.
    ///
    /// - Parameters:
    ///   - series: the series that the file touches.
    ///   - hash: the SHA-256 of the file.
    ///   - now: the moment as of which.
    /// - Returns: what people would see of it.
    /// - Throws: `StoreError`.
    package func foresee(_ series: [SeriesToJudge], of hash: String, at now: Instant) async throws -> ImportEffects {
        let decisions = try await decide(series, opening: store.openingIndicators(), at: now)
        return decisions.effects[hash] ?? ImportEffects()
    }

    /// Judges until nothing is left to judge at the moment.
    ///
    /// - Parameters:
    ///   - now: the moment as of which is judged.
    ///   - progress: called after each batch, since an import of many areas can take a while.
    ///   - committed: takes the events of each batch; then they are not gathered, of which there may be very many.
    /// - Returns: what was judged and what followed from it.
    /// - Throws: `StoreError`, what `committed` throws.
    package func run(
        at now: Instant,
        progress: @Sendable () -> Void,
        committed: (@Sendable ([Transition]) async throws -> Void)? = nil
    ) async throws -> Summary {
        var summary = Summary()
        let opening = try await store.openingIndicators()
        var attempts = 0
        // Each round commits, and what was judged is then no longer asked for; the bound is for a store gone wrong.
        for _ in 0..<10_000 {
            let series = try await store.seriesToJudge(at: now, limit: Self.batch)
            guard !series.isEmpty else {
                try await store.endOpening(of: opening)
                break
            }
            let decisions = try await decide(series, opening: opening, at: now)
            do {
                let notices = try await store.commit(decisions: decisions)
                attempts = 0
                summary.add(decisions, notices, keepsTransitions: committed == nil)
            } catch StoreError.stale where attempts < Self.attempts {
                attempts += 1
                continue
            }
            try await committed?(decisions.transitions)
            progress()
        }
        return summary
    }

    private func decide(
        _ series: [SeriesToJudge],
        opening: Set<IndicatorID>,
        at now: Instant
    ) async throws -> Decisions {
        let keys = series.map(\.key)
        let subjects = try await loader.subjects(for: keys)
        var round = AssessingRound(active.assessor, at: now, informing: false)
        let assessments = subjects.map { round.assess($0) }
        let found = EpisodeChanges(
            of: assessments,
            unwatched: Set(keys.filter { !active.register.watches($0) }),
            state: try await state(of: keys, assessments),
            register: active.register,
            rules: active.configuration.rules.registry,
            opening: opening,
            judgedAt: Dictionary(series.compactMap { one in one.judgedAt(by: now).map { (one.key, $0) } }) { $1 },
            at: now
        )
        let changes = try await attended(found, at: now)
        let routed = try await route(changes, at: now)
        let byKey = Dictionary(assessments.map { ($0.key, $0) }) { first, _ in first }
        let transitions = changes.transitions + routed.released
        return Decisions(
            judged: series.map { one in
                let judged = byKey[one.key]
                return Decisions.Judged(series: one, nextReview: judged?.nextReview, at: now, light: judged?.light)
            },
            transitions: transitions,
            refreshed: changes.refreshed,
            notices: routed.notices,
            effects: try await effects.effects(series, subjects, byKey, (transitions, routed.notices), at: now)
        )
    }

    /// The changes with the acknowledgements that end by them.
    private func attended(_ changes: EpisodeChanges, at now: Instant) async throws -> EpisodeChanges {
        guard changes.touchesAcknowledged else { return changes }
        return changes.endingAcknowledgements(by: try await disclosure.disclosure(), at: now)
    }

    /// The episodes of the series; of those that are made of others it is asked what was told of a value that does not hold
    /// any more, where an input was taken back.
    private func state(of keys: [SeriesKey], _ assessments: [SeriesAssessment]) async throws -> EpisodeState {
        var state = try await store.episodes(of: keys)
        let made = assessments.filter { $0.indicator.derivation != nil && !$0.withdrawn.isEmpty }
        guard !made.isEmpty else { return state }
        let byKey = Dictionary(made.map { ($0.key, $0) }) { first, _ in first }
        state.untrue += try await store.endedEpisodes(of: made.map(\.key)).compactMap { ended in
            byKey[ended.episode.alert.series].flatMap(ended.untrue)
        }
        return state
    }

    private func route(
        _ changes: EpisodeChanges,
        isByEdit: Bool = false,
        at now: Instant
    ) async throws -> NoticeRouting.Outcome {
        guard !changes.transitions.isEmpty else { return NoticeRouting.Outcome() }
        let questions = NoticeRouting.Questions(changes)
        let open = try await openEpisodes(questions)
        return NoticeRouting(
            changes,
            questions,
            open: open,
            told: try await store.toldSubscriptions(of: questions.episodes(of: open)),
            plan: NoticePlan(subscriptions: active.subscriptions, by: try await disclosure.disclosure()),
            register: active.register,
            isByEdit: isByEdit
        )
        .outcome(at: now)
    }

    private func openEpisodes(_ questions: NoticeRouting.Questions) async throws -> [Episode] {
        var open = questions.wholes.isEmpty ? [:] : try await store.episodes(of: questions.wholes).open
        if !questions.speakers.isEmpty {
            for part in try await store.openParts(of: questions.speakers) { open[part.alert] = part }
        }
        return open.values.sorted { $0.alert < $1.alert }
    }
}

// MARK: Edits of the configuration
extension Judge {
    /// Decides what an edit of the configuration changes, before anything that was measured since is judged.
    ///
    /// The series are judged by what holds now, of the values and as of the moment that they were last judged by: whatever
    /// differs follows from the edit. What time and new values bring is judged afterwards, as ever.
    ///
    /// - Parameters:
    ///   - now: when the edit is taken over.
    ///   - progress: called after each batch.
    /// - Returns: what followed from it; nothing of it is urgent.
    /// - Throws: `StoreError`.
    package func runEdits(at now: Instant, progress: @Sendable () -> Void = {}) async throws -> Summary {
        var summary = Summary()
        var attempts = 0
        for _ in 0..<10_000 {
            let series = try await store.editedSeries(limit: Self.batch)
            guard !series.isEmpty else {
                try await store.endEdits()
                break
            }
            let decisions = try await decide(series, at: now)
            do {
                let notices = try await store.commit(decisions: decisions)
                attempts = 0
                summary.add(decisions, notices)
                progress()
            } catch StoreError.stale where attempts < Self.attempts {
                attempts += 1
            }
        }
        return summary
    }

    private func decide(_ series: [EditedSeries], at now: Instant) async throws -> Decisions {
        let keys = series.map(\.key)
        // What has not been judged yet comes under watch by what holds now.
        let opening = try await store.openingIndicators()
        let moments = Dictionary(series.map { ($0.key, min($0.judgedAt ?? now, now)) }) { first, _ in first }
        let resting = try await store.restingEpisodes(of: keys)
        let subjects = try await loader.subjects(for: keys, resting: resting.values.filter(\.facts.rests))
        let edited = EpisodeChanges.Edited(
            assessments: subjects.map { subject in
                active.assessor.assess(subject, at: moments[subject.history.key] ?? now, informing: false)
            },
            unwatched: Set(keys.filter { !active.register.watches($0) }),
            withNews: Set(series.filter { $0.hadNews || opening.contains($0.key.indicator) }.map(\.key)),
            state: try await store.episodes(of: keys),
            resting: resting,
            definitions: try await store.definitionEdits()
        )
        let changes = EpisodeChanges(
            by: edited,
            register: active.register,
            rules: active.configuration.rules.registry,
            at: now
        )
        let routed = try await route(changes, isByEdit: true, at: now)
        return Decisions(
            transitions: changes.transitions + routed.released,
            notices: routed.notices,
            edited: keys,
            editedLights: Dictionary(edited.assessments.map { ($0.key, $0.light) }) { first, _ in first }
        )
    }
}

extension Judge.Summary {
    /// Where more were judged, whatever is open is looked at.
    private static let mostSeries = 1000

    /// The series that it is enough to look at; `nil` where they are too many.
    var fewSeries: Set<SeriesKey>? { series.count <= Self.mostSeries ? series : nil }

    fileprivate mutating func add(_ decisions: Decisions, _ notices: [Notice], keepsTransitions: Bool = true) {
        judged += decisions.judged.count
        events += decisions.transitions.count
        if series.count <= Self.mostSeries {
            series.formUnion(decisions.judged.map(\.series.key))
            series.formUnion(decisions.transitions.map(\.episode.alert.series))
        }
        if keepsTransitions { transitions += decisions.transitions }
        urgent += notices.filter(\.isUrgent)
    }
}

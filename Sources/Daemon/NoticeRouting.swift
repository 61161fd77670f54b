internal import Alerting
internal import Indicators
internal import Storage

/// Who is told of the changes that one run of the judge decided on.
///
/// An alert that is part of a larger one is not told apart to those who hear of the larger one; when that ends before it,
/// it is.
struct NoticeRouting {
    private let decisions: Decisions
    private let store: any Store
    private let plan: NoticePlan
    private let register: IndicatorRegister
    private let inhibition: Inhibition

    init(
        _ decisions: Decisions,
        store: any Store,
        plan: NoticePlan,
        register: IndicatorRegister
    ) async throws {
        self.decisions = decisions
        self.store = store
        self.plan = plan
        self.register = register
        let wholes = Set(decisions.transitions.filter { !$0.kind.closes }.flatMap(\.episode.alert.series.ancestors))
        let open = wholes.isEmpty ? [] : try await store.episodes(of: wholes.sorted()).open.values.map(\.self)
        inhibition = Inhibition(open: open + decisions.episodes)
    }

    /// The notices of the changes.
    func notices() async throws -> [Notice] { try await notices(for: decisions.transitions, inhibition) }

    /// The notices of the changes, those of larger alerts first: who gets one of them needs none of its parts.
    private func notices(for transitions: [Transition], _ inhibition: Inhibition) async throws -> [Notice] {
        let speakers = transitions.map { $0.kind.closes ? nil : inhibition.speaker(for: $0.episode) }
        let ids = Set(transitions.map(\.episode.id) + speakers.compactMap { $0?.id })
        var told = try await store.toldSubscriptions(of: ids.sorted())
        var notices: [Notice] = []
        for (transition, speaker) in zip(transitions, speakers) where speaker == nil {
            let own = self.notices(for: transition, told: told[transition.episode.id] ?? [])
            notices += own
            told[transition.episode.id, default: []].formUnion(own.map(\.subscription))
        }
        for (transition, speaker) in zip(transitions, speakers) {
            guard let speaker else { continue }
            let hear = told[speaker.id] ?? []
            notices += self.notices(for: transition, told: told[transition.episode.id] ?? [], hearsOfWhole: hear)
        }
        return notices
    }

    private func notices(
        for transition: Transition,
        told: Set<String>,
        hearsOfWhole: Set<String> = []
    ) -> [Notice] {
        plan.notices(
            for: transition,
            indicator: register.indicators[transition.episode.alert.series.indicator],
            told: told,
            hearsOfWhole: hearsOfWhole
        )
    }

    // MARK: Alerts that a larger one spoke for

    /// The reminders of open alerts that nobody was told of because a larger one spoke for them, and now does not.
    func released(at now: Instant) async throws -> (transitions: [Transition], notices: [Notice]) {
        let wholes = Set(decisions.transitions.filter { $0.kind != .opened }.map(\.episode.alert))
        var notices: [Notice] = []
        var transitions: [Transition] = []
        for indicator in Set(wholes.map(\.series.indicator)).sorted() {
            let (reminders, inhibition) = try await parts(of: wholes, indicator: indicator, at: now)
            let told = try await self.notices(for: reminders, inhibition)
            let episodes = Set(told.map(\.episode.id))
            transitions += reminders.filter { episodes.contains($0.episode.id) }
            notices += told
        }
        return (transitions, notices)
    }

    /// The open parts of alerts that changed, as reminders.
    private func parts(
        of wholes: Set<AlertKey>,
        indicator: IndicatorID,
        at now: Instant
    ) async throws -> ([Transition], Inhibition) {
        let changed = Dictionary(decisions.episodes.map { ($0.alert, $0) }) { _, last in last }
        let stored = try await store.openEpisodes(of: indicator)
        let open = (stored.filter { changed[$0.alert] == nil } + changed.values).filter { $0.closedAt == nil }
        let justTold = Set(decisions.transitions.map(\.episode.id))
        let parts = open.filter { part in
            !justTold.contains(part.id)
                && part.alert.series.ancestors.contains {
                    wholes.contains(AlertKey(rule: part.alert.rule, series: $0))
                }
        }
        let reminders = parts.sorted { $0.alert < $1.alert }.map { Transition(kind: .reminded, episode: $0, at: now) }
        return (reminders, Inhibition(open: open))
    }
}

extension Decisions {
    /// The episodes as they are after the decisions, closed ones among them.
    fileprivate var episodes: [Episode] { refreshed + transitions.map(\.episode) }
}

internal import Alerting
internal import Indicators
internal import Storage

/// Who is told of the changes that one run of the judge decided on.
///
/// An alert that is part of a larger one is not told apart; when the larger one ends before it, it is.
struct NoticeRouting {
    private let decisions: Decisions
    private let store: any Store
    private let plan: NoticePlan
    private let register: IndicatorRegister
    private let told: [String: Set<String>]
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
        told = try await store.toldSubscriptions(of: decisions.transitions.map(\.episode.id))
        let wholes = Set(decisions.transitions.filter { !$0.kind.closes }.flatMap(\.episode.alert.series.ancestors))
        let open = wholes.isEmpty ? [] : try await store.episodes(of: wholes.sorted()).open.values.map(\.self)
        inhibition = Inhibition(open: open + decisions.episodes)
    }

    /// The notices of the changes.
    func notices(for transitions: [Transition]) -> [Notice] {
        transitions.flatMap { transition in
            notices(for: transition, told: told[transition.episode.id] ?? [], inhibition)
        }
    }

    private func notices(for transition: Transition, told: Set<String>, _ inhibition: Inhibition) -> [Notice] {
        plan.notices(
            for: transition,
            indicator: register.indicators[transition.episode.alert.series.indicator],
            told: told,
            isInhibited: inhibition.whole(of: transition.episode) != nil
        )
    }

    /// An alert that is told now since the larger one, of which it was a part, no longer speaks for it.
    struct Release {
        let transition: Transition
        let notices: [Notice]
    }

    /// The open alerts that nobody has been told of because a larger one spoke for them, and now does not.
    func released(at now: Instant) async throws -> [Release] {
        let wholes = decisions.transitions.filter { $0.kind != .opened }.map(\.episode.alert)
        var releases: [Release] = []
        for indicator in Set(wholes.map(\.series.indicator)).sorted() {
            releases += try await released(of: indicator, wholes: Set(wholes), at: now)
        }
        return releases
    }

    private func released(of indicator: IndicatorID, wholes: Set<AlertKey>, at now: Instant) async throws -> [Release] {
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
        let told = try await store.toldSubscriptions(of: parts.map(\.id))
        let inhibition = Inhibition(open: open)
        return parts.sorted { $0.alert < $1.alert }.compactMap { part in
            let transition = Transition(kind: .reminded, episode: part, at: now)
            let notices = notices(for: transition, told: told[part.id] ?? [], inhibition)
            return notices.isEmpty ? nil : Release(transition: transition, notices: notices)
        }
    }
}

extension Decisions {
    /// The episodes as they are after the decisions, closed ones among them.
    fileprivate var episodes: [Episode] { refreshed + transitions.map(\.episode) }
}

internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage

/// Carries out what people order about open alerts.
struct HandlingDesk: Sendable {
    /// What became of some orders: all of them were carried out, or none.
    struct Outcome: Sendable {
        /// Of each order; where one is refused, nothing of the others is kept either.
        let results: [Result<HandlingDecision, HandlingRefusal>]
        /// The committed notices that have to be told at once.
        let urgent: [Notice]
    }

    let store: any JudgingStore & HandlingStore
    let active: ActiveConfiguration

    /// A decision on stale facts is taken again at most so often.
    private static let attempts = 5

    /// Decides what follows from the orders, each on what those before it leave, and keeps all of it at once.
    ///
    /// - Returns: what was done, or why it is refused.
    /// - Throws: `StoreError`; then nothing is kept.
    func carryOut(_ orders: [HandlingOrder]) async throws -> Outcome {
        for _ in 1..<Self.attempts {
            do {
                return try await carryOutOnce(orders)
            } catch StoreError.stale {
                continue
            }
        }
        return try await carryOutOnce(orders)
    }

    private func carryOutOnce(_ orders: [HandlingOrder]) async throws -> Outcome {
        let open = try await store.openEpisodes()
        var state = HandlingState(open: open, silences: try await store.silences(isAll: true))
        var results: [Result<HandlingDecision, HandlingRefusal>] = []
        var decisions: [HandlingDecision] = []
        for order in orders {
            let result = try await decided(order, on: state)
            results.append(result)
            guard case .success(let decision) = result else { continue }
            state.take(decision)
            decisions.append(decision)
        }
        guard decisions.count == orders.count, let now = orders.map(\.at).max() else {
            return Outcome(results: results, urgent: [])
        }
        return Outcome(results: results, urgent: try await keep(decisions, open: open, at: now))
    }

    private func decided(
        _ order: HandlingOrder,
        on state: HandlingState
    ) async throws -> Result<HandlingDecision, HandlingRefusal> {
        do throws(HandlingRefusal) {
            let known = try KnownNames(active).checked(order)
            let (open, silences) = (state.open, state.silences)
            return .success(try HandlingDecision(known, open: open, silences: silences, in: active.zone))
        } catch {
            return .failure(try await refined(error))
        }
    }

    /// There may have been an alert of that name.
    private func refined(_ refusal: HandlingRefusal) async throws -> HandlingRefusal {
        guard case .noSuchAlert(let name, _) = refusal, let alert = AlertKey(name: AlertName(name)) else {
            return refusal
        }
        let count = try await store.episodes(of: [alert.series]).counts[alert] ?? 0
        return count > 0 ? .notOpen(name) : refusal
    }

    private func keep(
        _ all: [HandlingDecision],
        open: [Episode],
        at now: Instant
    ) async throws -> [Notice] {
        let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        let transitions = all.flatMap(\.transitions)
        var decisions = Decisions(transitions: transitions)
        decisions.notices = try await HandlingNotices(store: store, active: active)
            .notices(of: Self.remindedOnce(transitions), open: open, by: disclosure, at: now)
        decisions.begunSilences = all.compactMap(\.begun)
        decisions.endedSilences = all.compactMap(\.ended)
        return try await store.commit(decisions: decisions).filter(\.isUrgent)
    }

    /// What is told again, once for each alert.
    private static func remindedOnce(_ transitions: [Transition]) -> [Transition] {
        let reminders = transitions.filter { $0.kind == .reminded }
        let last = Dictionary(reminders.map { ($0.episode.id, $0) }) { _, last in last }
        return last.values.sorted { $0.episode.alert < $1.episode.alert }
    }
}

extension AlertKey {
    /// The alert of a name, where it has the form of one.
    init?(name: AlertName) {
        let halves = name.alert.split(separator: ":", maxSplits: 1)
        let parts = halves.last?.split(separator: "/", maxSplits: 2) ?? []
        guard halves.count == 2, parts.count >= 2,
            let breakdown = parts.count > 2 ? Breakdown(String(parts[2])) : .total
        else { return nil }
        let series = SeriesKey(
            indicator: IndicatorID(String(parts[0])),
            area: AreaCode(String(parts[1])),
            breakdown: breakdown
        )
        self.init(rule: RuleName(String(halves[0])), series: series)
    }
}

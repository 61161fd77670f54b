internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage

/// Carries out what people order about open alerts.
struct HandlingDesk: Sendable {
    /// What was done.
    struct Done: Sendable {
        let decision: HandlingDecision
        /// The committed notices that have to be told at once.
        let urgent: [Notice]
    }

    let store: any JudgingStore & HandlingStore
    let active: ActiveConfiguration

    /// A decision on stale facts is taken again at most so often.
    private static let attempts = 5

    /// Decides what follows from an order, and keeps it.
    ///
    /// - Returns: what was done, or why it is refused.
    /// - Throws: `StoreError`.
    func carryOut(_ order: HandlingOrder) async throws -> Result<Done, HandlingRefusal> {
        for _ in 1..<Self.attempts {
            do {
                return try await carryOutOnce(order)
            } catch StoreError.stale {
                continue
            }
        }
        return try await carryOutOnce(order)
    }

    /// Why an order would be refused now; `nil` where it would not.
    func refusal(of order: HandlingOrder) async throws -> HandlingRefusal? {
        switch try await decided(order, open: try await store.openEpisodes()) {
        case .success: nil
        case .failure(let refusal): refusal
        }
    }

    private func carryOutOnce(_ order: HandlingOrder) async throws -> Result<Done, HandlingRefusal> {
        let open = try await store.openEpisodes()
        switch try await decided(order, open: open) {
        case .success(let decision): return .success(try await keep(decision, open: open, at: order.at))
        case .failure(let refusal): return .failure(refusal)
        }
    }

    private func decided(
        _ order: HandlingOrder,
        open: [Episode]
    ) async throws -> Result<HandlingDecision, HandlingRefusal> {
        let silences = try await store.silences(isAll: true)
        do throws(HandlingRefusal) {
            let known = try KnownNames(active).checked(order)
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
        _ decision: HandlingDecision,
        open: [Episode],
        at now: Instant
    ) async throws -> Done {
        let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        var decisions = Decisions(transitions: decision.transitions)
        decisions.notices = try await HandlingNotices(store: store, active: active)
            .notices(of: decision.transitions, open: open, by: disclosure, at: now)
        decisions.begunSilence = decision.begun
        decisions.endedSilences = [decision.ended].compactMap(\.self)
        let notices = try await store.commit(decisions: decisions)
        return Done(decision: decision, urgent: notices.filter(\.isUrgent))
    }
}

extension AlertKey {
    /// The alert of a name, where it has the form of one.
    fileprivate init?(name: AlertName) {
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

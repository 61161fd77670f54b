internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Looks up what the reader of a mail was told before, where something of it was put right since.
struct ToldBeforeLoader: Sendable {
    let store: any DigestStore & JudgingStore
    let disclosure: Disclosure

    /// What was told of the alerts of these notices, and what is in force.
    func before(_ notices: [Notice], to subscription: Subscription) async throws -> ToldBefore {
        let corrected = notices.filter { $0.kind == .corrected }
        guard !corrected.isEmpty else { return .unknown }
        let alerts = Set(corrected.map(\.episode.alert))
        let told = try await store.lastTold(of: alerts.sorted(), to: subscription.id)
        // What is made of others has no values in a store.
        let own = corrected.filter { !$0.episode.facts.about.isDerived }.map(\.episode.alert.series)
        let histories = try await store.histories(of: Set(own).filter { !disclosure.concerns($0) }.sorted())
        return ToldBefore(
            asked: alerts,
            alerts: Dictionary(told.map { ($0, $1.told(of: $0.series, by: disclosure)) }) { first, _ in first },
            inForce: Dictionary(histories.map { ($0.key, $0) }) { first, _ in first }
        )
    }
}

extension ToldBefore.Alert {
    /// The alert as it may be told.
    fileprivate func told(of series: SeriesKey, by disclosure: Disclosure) -> Self {
        guard disclosure.concerns(series) else { return self }
        return Self(kind: kind, number: number, facts: facts.told(of: series, by: disclosure), at: at)
    }
}

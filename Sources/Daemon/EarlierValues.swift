internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Looks up the values that came before those that a digest tells.
struct EarlierValues: Sendable {
    let store: any JudgingStore
    let disclosure: Disclosure

    /// So many alerts are told with the value before; a mail names no more of them.
    private static let most = 60

    /// The digest with the value of the period before, of each series whose value it tells, as far as that may be told.
    func added(to digest: Digest) async throws -> Digest {
        let told = digest.items.filter(\.tellsValue).prefix(Self.most).map(\.episode)
        guard !told.isEmpty else { return digest }
        let periods = Dictionary(told.map { ($0.alert.series, $0.facts.period) }) { first, _ in first }
        let histories = try await store.histories(of: periods.keys.sorted())
        let earlier = histories.compactMap { history -> (SeriesKey, DigestContext.EarlierValue)? in
            guard let period = periods[history.key] ?? nil, let value = value(before: period, in: history) else {
                return nil
            }
            return (history.key, value)
        }
        var digest = digest
        digest.context.earlier = Dictionary(earlier) { first, _ in first }
        return digest
    }

    private func value(before period: Period, in history: SeriesHistory) -> DigestContext.EarlierValue? {
        let before = history.observations.last { $0.period.kind == period.kind && $0.period.end < period.end }
        guard let before, !disclosure.hides(before.observation, of: history.key) else { return nil }
        return DigestContext.EarlierValue(amount: before.value, period: before.period)
    }
}

extension Digest.Item {
    /// Whether it tells of one value that is open to be told.
    fileprivate var tellsValue: Bool {
        let facts = episode.facts
        return fold == .whole && !facts.isHidden && facts.value != nil && facts.evidence.value.tellsValue
    }
}

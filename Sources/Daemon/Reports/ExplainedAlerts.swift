internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage
internal import Telling

/// Finds the open alerts of series that are explained, with what holds their notices back.
///
/// Only what has to do with those series is read, however many alerts are open.
struct ExplainedAlerts {
    let reporter: Reporter
    /// What ``Reporter/pastEpisodes(_:)`` gives.
    let past: [Episode]?
    /// What ``Reporter/episodesDecided(by:)`` gives: what people did later is not shown.
    let decided: [Episode]?

    /// Since when an alert is open that was so already when its indicator came under watch, and the open alerts.
    typealias Found = (opening: [SeriesKey: Instant], alerts: [SeriesKey: [OpenAlert]])

    /// The alerts of some series.
    ///
    /// - Parameters:
    ///   - keys: the series.
    ///   - disclosure: how grave it is that is hidden does not show in what holds it back.
    /// - Returns: what is known of each.
    /// - Throws: `StoreError`.
    func alerts(of keys: [SeriesKey], by disclosure: Disclosure) async throws -> Found {
        let opening = try await reporter.openingStates(of: keys, among: past)
        let silences = try await reporter.silences()
        let open = try await episodes(about: Set(keys)).filter { $0.openedAt <= reporter.now }
            .silenced(by: silences, at: reporter.now)
        let muting = Muting(open: open.map { $0.told(by: disclosure) }, silences: silences, at: reporter.now)
        let wanted = Set(keys)
        let own = open.filter { wanted.contains($0.alert.series) }
            .map { OpenAlert($0, held: muting.reasons(for: $0.told(by: disclosure))) }
        return (opening, Dictionary(grouping: own, by: \.episode.alert.series))
    }

    /// The open episodes that matter for these series, ordered by alert: their own, those that may speak for them and,
    /// where a value is late, the others that are.
    private func episodes(about keys: Set<SeriesKey>) async throws -> [Episode] {
        if let then = decided ?? past { return then }
        guard let store = reporter.store else { return [] }
        var found: [AlertKey: Episode] = [:]
        var rest = keys
        var met = keys
        while !rest.isEmpty {
            let open = try await store.episodes(of: rest.sorted()).open
            found.merge(open) { first, _ in first }
            rest = Set(open.keys.flatMap(\.wholes).map(\.series)).subtracting(met)
            met.formUnion(rest)
        }
        if found.keys.contains(where: { $0.rule == OverdueEvidence.rule && keys.contains($0.series) }) {
            for late in try await store.openEpisodes(of: OverdueEvidence.rule, limit: .max) { found[late.alert] = late }
        }
        return found.values.sorted { $0.alert < $1.alert }
    }
}

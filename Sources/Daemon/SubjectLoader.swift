package import Alerting
package import Assessment
package import Indicators
package import Storage

/// Brings series from the store together with what the configuration says of them.
package struct SubjectLoader: Sendable {
    private let store: (any JudgingStore)?
    private let register: IndicatorRegister
    private let dependence: SeriesDependence
    private let moment: Instant?
    /// How series would be, before those of the store.
    private let overlay: [SeriesKey: SeriesHistory]
    /// Whether the rules that only inform get what they need.
    private let informing: Bool

    /// A loader; without a store every series is empty.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - register: what the configuration says of the indicators.
    ///   - dependence: what the rules need beside a series.
    ///   - moment: where it is given, what was recorded or decided later does not count.
    ///   - overlay: how series would be, which is not in the store.
    ///   - informing: whether the rules that only inform are asked, and need what they need.
    package init(
        store: (any JudgingStore)?,
        register: IndicatorRegister,
        dependence: SeriesDependence,
        recordedBy moment: Instant? = nil,
        overlaying overlay: [SeriesHistory] = [],
        informing: Bool = true
    ) {
        self.informing = informing
        self.overlay = Dictionary(overlay.map { ($0.key, $0) }) { first, _ in first }
        self.moment = moment
        self.store = store
        self.register = register
        self.dependence = dependence
    }

    /// The series, ready to be judged, in the order of the keys.
    ///
    /// A key that is not watched is left out. Episodes that rest by an edit are to go on where they were: a rule
    /// that asks for its open alerts gets them among those.
    package func subjects(for keys: [SeriesKey], resting: [Episode] = []) async throws -> [SeriesSubject] {
        let histories = try await histories(of: needed(for: keys))
        let byKey = Dictionary(histories.map { ($0.key, $0) }) { first, _ in first }
        let alerts = try await openAlerts(of: keys.filter(dependence.needsOpenAlerts), resting)
        var demands: [IndicatorID: SeriesDemands] = [:]
        return keys.compactMap { key in
            let asked = demands[key.indicator] ?? register.demands(of: key.indicator)
            demands[key.indicator] = asked
            guard var subject = subject(key, asked, histories: byKey) else { return nil }
            subject.unasked = asked.unaskedPeriods(of: key)
            for neighbour in dependence.neighbours(of: key, informing: informing) {
                subject.neighbours[neighbour] = register.withReported(
                    history(of: neighbour, stored: byKey),
                    knownBy: moment
                )
            }
            subject.openAlerts = alerts[key] ?? [:]
            subject.isExpected = register.expectedSeries(of: subject.indicator) == key
            return subject
        }
    }

    /// The stored series that judging these needs.
    package func needed(for keys: [SeriesKey]) -> [SeriesKey] {
        var met: Set<SeriesKey> = []
        var found: [SeriesKey] = []
        for key in keys {
            let neighbours = dependence.neighbours(of: key, informing: informing)
            // Most series are supplied, and judged by themselves.
            if neighbours.isEmpty, register.indicators[key.indicator]?.derivation == nil {
                if met.insert(key).inserted { found.append(key) }
                continue
            }
            for source in ([key] + neighbours).flatMap({ sources(of: $0) }) where met.insert(source).inserted {
                found.append(source)
            }
        }
        return found
    }

    private func histories(of keys: [SeriesKey]) async throws -> [SeriesHistory] {
        let overlaid = keys.compactMap { overlay[$0] }
        return try await overlaid + storedHistories(of: overlay.isEmpty ? keys : keys.filter { overlay[$0] == nil })
    }

    private func storedHistories(of keys: [SeriesKey]) async throws -> [SeriesHistory] {
        guard let store else { return [] }
        guard let moment else { return try await store.histories(of: keys) }
        return try await store.histories(of: keys, recordedBy: moment)
    }

    private func openEpisodes(of keys: [SeriesKey]) async throws -> [Episode] {
        guard let store else { return [] }
        guard let moment else { return Array(try await store.episodes(of: keys).open.values) }
        return try await store.episodes(of: keys, asOf: moment).filter { $0.closedAt == nil }
    }

    private func openAlerts(
        of keys: [SeriesKey],
        _ resting: [Episode]
    ) async throws -> [SeriesKey: [RuleName: EarlierAlert]] {
        guard !keys.isEmpty else { return [:] }
        return try await (resting + openEpisodes(of: keys)).reduce(into: [:]) { alerts, episode in
            alerts[episode.alert.series, default: [:]][episode.alert.rule] =
                EarlierAlert(openedAt: episode.openedAt, evidence: episode.facts.evidence)
        }
    }

    /// The stored series that a series is made of, directly or through others: itself, where it is not derived.
    private func sources(of key: SeriesKey, depth: Int = 0) -> [SeriesKey] {
        guard let derivation = register.indicators[key.indicator]?.derivation else { return [key] }
        guard depth < Self.longestChain else { return [] }
        return derivation.references.compactMap { $0.key(for: key) }.flatMap { sources(of: $0, depth: depth + 1) }
    }

    /// Derived series may be made of derived ones; the check of the configuration refuses a ring.
    private static let longestChain = 16

    private func subject(
        _ key: SeriesKey,
        _ asked: SeriesDemands,
        histories: [SeriesKey: SeriesHistory]
    ) -> SeriesSubject? {
        guard register.watches(key), let indicator = register.indicators[key.indicator] else { return nil }
        let targets = asked.targets(of: key)
        guard let derivation = indicator.derivation else {
            let history = histories[key] ?? SeriesHistory(key: key, observations: [])
            let known = register.withReported(history, knownBy: moment)
            return SeriesSubject(indicator: indicator, history: known, targets: targets)
        }
        let inputs = derivation.references.compactMap { $0.key(for: key) }
        return SeriesSubject(
            indicator: indicator,
            derivation: derivation,
            key: key,
            inputs: inputs.map { history(of: $0, stored: histories) },
            targets: targets
        )
    }

    private func history(
        of key: SeriesKey,
        stored: [SeriesKey: SeriesHistory],
        depth: Int = 0
    ) -> SeriesHistory {
        guard let derivation = register.indicators[key.indicator]?.derivation, depth < Self.longestChain else {
            return stored[key] ?? SeriesHistory(key: key, observations: [])
        }
        let inputs = derivation.references.map { reference in
            reference.key(for: key).map { history(of: $0, stored: stored, depth: depth + 1) }
                ?? SeriesHistory(key: key, observations: [])
        }
        return DerivedHistory.make(derivation, key: key, inputs: inputs)
    }

    /// So many series are asked for at once.
    private static let page = 1000

    /// The series of a part that can be shown, some at a time: those of the configuration in its order, then others that
    /// have values.
    package func eachPage(of part: SeriesPart, _ body: ([SeriesKey]) async throws -> Void) async throws {
        let expected = register.indicatorsInOrder.compactMap(register.expectedSeries).filter(part.contains)
        let known = Set(expected)
        for start in stride(from: 0, to: expected.count, by: Self.page) {
            try await body(Array(expected[start..<min(start + Self.page, expected.count)]))
        }
        var mark: SeriesKey?
        while let page = try await store?.series(of: part, after: mark, limit: Self.page), let last = page.last {
            let others = page.filter { !known.contains($0) && register.watches($0) }
            if !others.isEmpty { try await body(others) }
            mark = last
        }
    }

    /// Every series that can be shown: those of the configuration in its order, then others that have values.
    package func allKeys() async throws -> [SeriesKey] {
        let expected = register.indicatorsInOrder.compactMap(register.expectedSeries)
        let known = Set(expected)
        let others = (try await store?.allSeries() ?? []).filter {
            !known.contains($0) && register.watches($0)
        }
        return expected + others.sorted()
    }
}

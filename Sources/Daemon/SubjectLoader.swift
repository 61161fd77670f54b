package import Assessment
package import Indicators
package import Storage

/// Brings series from the store together with what the configuration says of them.
package struct SubjectLoader: Sendable {
    private let store: (any Store)?
    private let register: IndicatorRegister

    /// A loader; without a store every series is empty.
    package init(store: (any Store)?, register: IndicatorRegister) {
        self.store = store
        self.register = register
    }

    /// The series, ready to be judged, in the order of the keys.
    ///
    /// A key whose indicator is not configured is left out.
    package func subjects(for keys: [SeriesKey]) async throws -> [SeriesSubject] {
        let needed = Set(keys.flatMap(sources(of:))).sorted()
        let histories = try await store?.histories(of: needed) ?? []
        let byKey = Dictionary(histories.map { ($0.key, $0) }) { first, _ in first }
        return keys.compactMap { subject($0, histories: byKey) }
    }

    /// The stored series that a series is made of: itself, or the inputs of a derived one.
    private func sources(of key: SeriesKey) -> [SeriesKey] {
        guard let derivation = register.indicators[key.indicator]?.derivation else { return [key] }
        return derivation.inputs.map { SeriesKey(indicator: $0, area: key.area, breakdown: key.breakdown) }
    }

    private func subject(_ key: SeriesKey, histories: [SeriesKey: SeriesHistory]) -> SeriesSubject? {
        guard let indicator = register.indicators[key.indicator] else { return nil }
        let targets = register.targets(of: key.indicator)
        guard let derivation = indicator.derivation else {
            let history = histories[key] ?? SeriesHistory(key: key, observations: [])
            return SeriesSubject(indicator: indicator, history: history, targets: targets)
        }
        return SeriesSubject(
            indicator: indicator,
            derivation: derivation,
            key: key,
            inputs: sources(of: key).compactMap { histories[$0] },
            targets: targets
        )
    }

    /// Every series that can be shown: those of the configuration in its order, then others that have values.
    package func allKeys() async throws -> [SeriesKey] {
        let expected = register.indicatorsInOrder.compactMap(register.expectedSeries)
        let known = Set(expected)
        let others = (try await store?.allSeries() ?? []).filter {
            !known.contains($0) && register.indicators[$0.indicator] != nil
        }
        return expected + others.sorted()
    }
}

package import Indicators

/// A series with everything that the rules need to judge it.
package struct SeriesSubject: Sendable {
    package let indicator: Indicator
    package let history: SeriesHistory
    /// The targets that ask something: the yearly path first, then the goals.
    package let targets: [IndicatorTarget]
    /// For a derived series: the latest period for which an input has a value, where not all have one.
    package let incompletePeriod: Period?
    /// For a derived series: the inputs without a value in that period.
    package let missingInputs: [IndicatorID]

    /// A series as supplied.
    package init(indicator: Indicator, history: SeriesHistory, targets: [IndicatorTarget]) {
        self.indicator = indicator
        self.history = history
        self.targets = targets
        incompletePeriod = nil
        missingInputs = []
    }

    /// A series made of others.
    ///
    /// A period has a value where every input has one; the value is provisional where one of them is.
    package init(
        indicator: Indicator,
        derivation: Derivation,
        key: SeriesKey,
        inputs: [SeriesHistory],
        targets: [IndicatorTarget]
    ) {
        self.indicator = indicator
        self.targets = targets
        let inputs = derivation.inputs.map { id in
            inputs.first { $0.key.indicator == id }
                ?? SeriesHistory(
                    key: SeriesKey(indicator: id, area: key.area, breakdown: key.breakdown),
                    observations: []
                )
        }
        let periods = Set(inputs.flatMap(\.observations).map(\.period)).sorted()
        history = SeriesHistory(
            key: key,
            observations: periods.compactMap { Self.derived(derivation, for: $0, of: inputs) }
        )
        missingInputs =
            periods.last.map { last in
                inputs.filter { $0.observation(of: last) == nil }.map(\.key.indicator)
            } ?? []
        incompletePeriod = missingInputs.isEmpty ? nil : periods.last
    }

    private static func derived(
        _ derivation: Derivation,
        for period: Period,
        of inputs: [SeriesHistory]
    ) -> RecordedObservation? {
        let parts = inputs.compactMap { $0.observation(of: period) }
        guard parts.count == inputs.count, let newest = parts.max(by: { $0.recordedAt < $1.recordedAt }),
            let value = derivation.result(parts.map(\.value))
        else { return nil }
        let provisional = parts.contains { $0.observation.status == .provisional }
        return RecordedObservation(
            Observation(period: period, value: value, status: provisional ? .provisional : .definitive),
            // One more for each revision of any input, so that a correction shows as one here too.
            revision: parts.reduce(1) { $0 + $1.revision - 1 },
            importHash: newest.importHash,
            recordedAt: newest.recordedAt
        )
    }

    /// The value that a relative target is measured from: of its baseline period, else the first of the series.
    func baseline(for target: IndicatorTarget) -> ExactDecimal? {
        guard let requirement = target.notation.requirement, requirement.needsBaseline else { return nil }
        guard let period = requirement.baseline else { return history.observations.first?.value }
        return history.observation(of: period)?.value
    }
}

package import Indicators

/// Makes the history of a derived series.
package enum DerivedHistory {
    /// The values of the periods for which every input has one.
    ///
    /// - Parameters:
    ///   - derivation: how they are made.
    ///   - key: the derived series.
    ///   - inputs: one history for each reference of the derivation, in their order.
    /// - Returns: the history; a period is left out where no result can be made of its values.
    package static func make(_ derivation: Derivation, key: SeriesKey, inputs: [SeriesHistory]) -> SeriesHistory {
        let periods = Set(inputs.flatMap(\.observations).map(\.period))
        let observations = periods.compactMap { observation(derivation, of: $0, inputs) }
        return SeriesHistory(key: key, observations: observations, withdrawn: withdrawn(observations, inputs))
    }

    /// What is made of a value that was taken back does not hold either: it is another one now, or there is none.
    private static func withdrawn(
        _ observations: [RecordedObservation],
        _ inputs: [SeriesHistory]
    ) -> [Period: TakenBackPeriod] {
        let periods = Set(inputs.flatMap(\.withdrawn.keys))
        guard !periods.isEmpty else { return [:] }
        let made = Dictionary(observations.map { ($0.period, $0) }) { first, _ in first }
        let pairs = periods.compactMap { period -> (Period, TakenBackPeriod)? in
            let order = inputs.compactMap { $0.withdrawn[period]?.order }.max { $0.at < $1.at }
            let newest = inputs.compactMap { $0.observation(of: period)?.recordedAt }.max()
            // What an input brought since is news of its own, and not taken back.
            if let order, let newest, newest > order.at { return nil }
            let holds = made[period]
            return (
                period,
                TakenBackPeriod(revision: holds?.revision ?? .max, order: order, holds: holds?.observation)
            )
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private static func observation(
        _ derivation: Derivation,
        of period: Period,
        _ inputs: [SeriesHistory]
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
            recordedAt: newest.recordedAt,
            withdrawal: newest.withdrawal
        )
    }
}

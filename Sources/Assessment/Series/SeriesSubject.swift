package import Indicators

/// A series with everything that the rules need to judge it.
package struct SeriesSubject: Sendable {
    package let indicator: Indicator
    package let history: SeriesHistory
    /// The targets that ask something of this series: the yearly path first, then the goals.
    package let targets: [IndicatorTarget]
    /// For a derived series: the series that it is made of, in the order of the configuration.
    package let inputs: [SeriesHistory]
    /// For a derived series: the latest period for which an input has a value, where not all have one.
    package let incompletePeriod: Period?
    /// For a derived series: the inputs without a value in that period.
    package let missingInputs: [IndicatorID]
    /// For a derived series: the latest period, where all inputs have a value but no result can be made of them, as in a
    /// division by zero.
    package let uncomputablePeriod: Period?
    /// The periods of which the document says that nothing is asked.
    package var unasked = UnaskedPeriods.none
    /// Whether the configuration itself asks for the series; another one exists only since a file brought it.
    package var isExpected = true
    /// The other series that a rule asked for, by their keys.
    package var neighbours: [SeriesKey: SeriesHistory] = [:]
    /// The open alerts of the rules that asked for them.
    package var openAlerts: [RuleName: EarlierAlert] = [:]

    /// A series as supplied.
    package init(indicator: Indicator, history: SeriesHistory, targets: [IndicatorTarget]) {
        self.indicator = indicator
        self.history = history
        self.targets = targets
        inputs = []
        incompletePeriod = nil
        missingInputs = []
        uncomputablePeriod = nil
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
        let parts = derivation.references.map { Self.history(of: $0, for: key, in: inputs) }
        self.inputs = parts
        let history = DerivedHistory.make(derivation, key: key, inputs: parts)
        self.history = history
        let last = parts.flatMap(\.observations).map(\.period).max()
        let missing = last.map { last in parts.filter { $0.observation(of: last) == nil }.map(\.key.indicator) } ?? []
        missingInputs = missing.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        incompletePeriod = missing.isEmpty ? nil : last
        let hasResult = last.map { history.observation(of: $0) != nil } ?? true
        uncomputablePeriod = missing.isEmpty && !hasResult ? last : nil
    }

    private static func history(
        of reference: SeriesReference,
        for key: SeriesKey,
        in inputs: [SeriesHistory]
    ) -> SeriesHistory {
        let own = reference.key(for: key)
        return inputs.first { $0.key == own }
            ?? SeriesHistory(
                key: own ?? SeriesKey(indicator: reference.indicator, area: key.area, breakdown: key.breakdown),
                observations: []
            )
    }

    /// The value that is judged: the latest; `nil` where there is none, or where a derived one lacks an input or a result.
    var judgedValue: RecordedObservation? {
        missingInputs.isEmpty && uncomputablePeriod == nil ? history.latest : nil
    }

    var hasJudgedValue: Bool {
        missingInputs.isEmpty && uncomputablePeriod == nil && !history.observations.isEmpty
    }

    /// Why there is no value to judge, and of which period, where there is none.
    var missing: (value: MissingValue, period: Period?) {
        guard missingInputs.isEmpty else { return (.inputs(missingInputs), incompletePeriod) }
        guard let uncomputablePeriod else { return (.none, nil) }
        return (.notComputable, uncomputablePeriod)
    }

    /// The target as a plain bound; `nil` while its baseline is missing.
    package func bound(of target: IndicatorTarget) -> Bound? {
        let bound = target.notation.requirement?.bound(
            better: indicator.better,
            baseline: baseline(for: target),
            margin: indicator.margin
        )
        guard target.notation.isKeptLevel, let bound, let margin = indicator.margin else { return bound }
        return Bound(comparator: .equal, value: bound.value, margin: margin.largestAmberMiss(target: bound.value))
    }

    /// Whether the target is measured from the series' own first value, and this is it.
    func isOwnBaseline(_ value: RecordedObservation, of target: IndicatorTarget) -> Bool {
        guard let requirement = target.notation.requirement, requirement.needsBaseline, requirement.baseline == nil
        else { return false }
        return history.observations.first?.period == value.period
    }

    /// The value that a relative target is measured from: of its baseline period, else the first of the series.
    func baseline(for target: IndicatorTarget) -> ExactDecimal? {
        guard let requirement = target.notation.requirement, requirement.needsBaseline else { return nil }
        guard let period = requirement.baseline else { return history.observations.first?.value }
        return history.observation(of: period)?.value
    }
}

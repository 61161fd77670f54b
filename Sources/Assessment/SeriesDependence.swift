package import Indicators

/// Which series the judgement of another one rests on: loading goes by it, and so does marking what has to be judged anew.
///
/// Two things make one series rest on another: it is derived from it, or one of its rules asks for it.
package struct SeriesDependence: Sendable {
    private let register: IndicatorRegister
    /// By the indicator that is asked for: who asks, and how.
    private let askers: [IndicatorID: [Asker]]
    /// What the rules of each indicator need: all of them, and those that more follows from.
    private let inputs: [IndicatorID: (all: [RuleInput], deciding: [RuleInput])]

    private struct Asker {
        let indicator: IndicatorID
        let input: RuleInput
        /// The one series of it that is marked; `nil` for all that ask.
        let only: SeriesKey?
    }

    package init(_ rules: RuleSet, in register: IndicatorRegister) {
        self.register = register
        var inputs: [IndicatorID: (all: [RuleInput], deciding: [RuleInput])] = [:]
        var askers: [IndicatorID: [Asker]] = [:]
        for indicator in register.indicators.values.sorted(by: { $0.id < $1.id }) {
            let deciding = rules.inputs(for: indicator, informing: false)
            let all = rules.inputs(for: indicator)
            if !all.isEmpty { inputs[indicator.id] = (all, deciding) }
            for input in all {
                guard let asked = input.indicator(for: indicator.id) else { continue }
                // What only informs must not bring series about that nobody has values of.
                let only = deciding.contains(input) ? nil : register.expectedSeries(of: indicator)
                askers[asked, default: []].append(Asker(indicator: indicator.id, input: input, only: only))
            }
        }
        self.askers = askers
        self.inputs = inputs
    }

    /// The other series that the rules need to judge this one, each once; without those that only inform, where alerts
    /// and lights are all that matters.
    package func neighbours(of key: SeriesKey, informing: Bool = true) -> [SeriesKey] {
        guard let needs = inputs[key.indicator] else { return [] }
        return (informing ? needs.all : needs.deciding).flatMap { $0.keys(for: key) }.reduce(into: []) { keys, other in
            if other != key, !keys.contains(other) { keys.append(other) }
        }
    }

    /// Whether a rule needs its own open alert to judge this series.
    package func needsOpenAlerts(_ key: SeriesKey) -> Bool {
        inputs[key.indicator]?.all.contains(.openAlert) ?? false
    }

    /// The series that have to be judged anew when this one changes.
    package func dependants(of key: SeriesKey) -> [SeriesKey] {
        let asking = (askers[key.indicator] ?? []).flatMap { asker in
            asker.input.askers(of: key, for: asker.indicator, areas: register.areaNames.keys)
                .filter { asker.only == nil || asker.only == $0 }
        }
        return register.dependants(of: key) + asking.filter { $0 != key }
    }
}

extension RuleInput {
    /// The indicator that is asked for by a rule that judges series of `own`.
    fileprivate func indicator(for own: IndicatorID) -> IndicatorID? {
        switch self {
        case .series(let reference): reference.indicator
        case .areas: own
        case .openAlert: nil
        }
    }

    /// The series that are asked for to judge this one.
    fileprivate func keys(for key: SeriesKey) -> [SeriesKey] {
        switch self {
        case .series(let reference): reference.key(for: key).map { [$0] } ?? []
        case .areas(let areas):
            areas.map { SeriesKey(indicator: key.indicator, area: $0, breakdown: key.breakdown) }
        case .openAlert: []
        }
    }

    /// The series of `indicator` that ask for this one.
    fileprivate func askers(
        of key: SeriesKey,
        for indicator: IndicatorID,
        areas known: some Sequence<AreaCode>
    ) -> [SeriesKey] {
        switch self {
        case .series(let reference): reference.asker(indicator, of: key).map { [$0] } ?? []
        case .areas(let areas):
            areas.contains(key.area)
                ? known.sorted().map { SeriesKey(indicator: indicator, area: $0, breakdown: key.breakdown) } : []
        case .openAlert: []
        }
    }
}

package import Assessment
package import Indicators

/// A rule that exists only in the tests: a place is noisy where its value lies far above that of its surroundings.
///
/// It has everything that a rule may have: a parameter, another series as its neighbour, its own open alert, words in both
/// languages and numbers for `status --json`.
package struct NoiseRule: Rule {
    package typealias Evidence = NoiseEvidence

    /// What is heard all around.
    package static let surroundings: IndicatorID = "omgeving"

    private let parameters: NoiseParameters

    package init(_ parameters: NoiseParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a place with its surroundings" }

    package func applies(to indicator: Indicator) -> Bool {
        indicator.unit == MeasureUnit("dB") && indicator.better == .lower && indicator.id != Self.surroundings
    }

    package func inputs(for indicator: Indicator) -> [RuleInput] {
        [.series(SeriesReference(Self.surroundings)), .openAlert]
    }

    package func fingerprint(of indicator: Indicator) -> [String] { ["\(parameters.factor)"] }

    /// Noisy above so many times the mean of the surroundings; an open alert goes when it is below one time less.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let around = series.neighbours.values.flatMap(\.observations).map(\.value)
        let sum = around.reduce(Optional(ExactDecimal.zero)) { sum, value in sum?.adding(value) }
        guard let latest = series.history.latest, !around.isEmpty,
            let mean = sum?.divided(by: ExactDecimal(around.count), decimals: 1)
        else { return Finding(.unknown, NoiseEvidence(.nothingHeard, mean: nil, factor: parameters.factor)) }
        let factor = parameters.factor - (series.openAlerts[Self.name] == nil ? 0 : 1)
        let isNoisy = mean.multiplied(by: ExactDecimal(factor)).map { latest.value > $0 } ?? false
        return Finding(
            isNoisy ? .deviates(.critical) : .inOrder,
            NoiseEvidence(isNoisy ? .noisy : .quiet, mean: mean, factor: parameters.factor),
            period: latest.period,
            observation: latest
        )
    }
}

/// The parameters of the rule `noise`.
package struct NoiseParameters: RuleParameters {
    package var factor = 3

    package init() {}

    package static var keys: [ParameterKey<NoiseParameters>] {
        [ParameterKey("factor", .wholeNumber(2...100, \.factor), default: "3", "how many times the surroundings")]
    }
}

package import Indicators

/// The rule `significance`: whether a survey tells a value apart from its target, and from the survey before (methods,
/// section 5).
///
/// A published interval goes first; where there is none, a percentage with a number of respondents has that of Wilson.
/// Two surveys are compared by their standard errors, within one stretch between breaks. It only informs; what an interval
/// does to the light the rule `target` says.
package struct SignificanceRule: Rule {
    package typealias Evidence = SignificanceEvidence

    private let parameters: SignificanceParameters

    package init(_ parameters: SignificanceParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that says what a survey can tell apart; it only informs" }

    package static var onlyInforms: Bool { true }

    package func applies(to indicator: Indicator) -> Bool { indicator.hasDirectedValues }

    /// Judges the latest value that has a margin.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let better = series.indicator.better
        guard let stretch = MeasuredStretch(of: series, breaks: series.indicator.breaks) else {
            return Finding(.inOrder, SignificanceEvidence(nil, better: better), light: nil)
        }
        let margin = margin(of: stretch.last.observation, series)
        let evidence = SignificanceEvidence(
            stretch,
            margin: margin,
            tests: margin.map { tests(stretch.last.observation, $0, in: series) } ?? [],
            before: stretch.values.dropLast().last.flatMap {
                compare(stretch.last.observation, $0.observation, series)
            },
            better: better
        )
        return Finding(evidence, isTold: evidence.reason.isTold, of: stretch, in: series)
    }

    private func margin(of observation: Observation, _ series: SeriesSubject) -> SurveyMargin? {
        SurveyMargin(observation, of: series, designEffect: parameters.designEffect)
    }

    /// The targets of the value's own period; what names no period holds for every one.
    private func tests(_ observation: Observation, _ margin: SurveyMargin, in series: SeriesSubject) -> [TargetTest] {
        series.targets.filter { !$0.isPlanned || $0.period == observation.period }.compactMap { target in
            guard let bound = series.bound(of: target), let position = position(observation, margin, bound, series)
            else { return nil }
            return TargetTest(
                goal: target.goal,
                period: target.isPlanned ? target.period : nil,
                bound: bound,
                position: position
            )
        }
    }

    /// A published interval is compared exactly, one that was reckoned before it is rounded.
    private func position(
        _ observation: Observation,
        _ margin: SurveyMargin,
        _ bound: Bound,
        _ series: SeriesSubject
    ) -> IntervalPosition? {
        if margin.sampleSize != nil {
            return WilsonInterval(observation, of: series, designEffect: parameters.designEffect)?
                .position(to: bound.value.double / 100)
        }
        guard let lower = margin.interval.minimum, let upper = margin.interval.maximum else { return nil }
        return IntervalPosition(lower: lower, upper: upper, target: bound.value)
    }

    private func compare(_ later: Observation, _ earlier: Observation, _ series: SeriesSubject) -> SurveyComparison? {
        guard let error = error(of: later, series), let before = self.error(of: earlier, series),
            let test = SurveyDifference(later.value.double, error: error, earlier.value.double, error: before),
            let statistic = ExactDecimal(test.statistic, decimals: 2)
        else { return nil }
        return SurveyComparison(
            period: earlier.period,
            value: earlier.value,
            statistic: statistic,
            isSignificant: test.isSignificant
        )
    }

    /// The standard error: of a published 95 % interval its half over 1.96.
    private func error(of observation: Observation, _ series: SeriesSubject) -> Double? {
        if let lower = observation.interval?.minimum, let upper = observation.interval?.maximum {
            return (upper.double - lower.double) / 2 / NormalDistribution.quantile(0.95)
        }
        return WilsonInterval(observation, of: series, designEffect: parameters.designEffect)
            .map { $0.standardError * 100 }
    }
}

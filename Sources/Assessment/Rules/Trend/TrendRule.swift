package import Indicators

/// The rule `trend`: whether the values of a series go one way (methods, sections 4.1, 4.2 and 4.4).
///
/// The pace is that of Theil and Sen, by the real time between values; whether it is more than chance says the exact test
/// of Mann and Kendall. By how many values there are since the last break it says nothing, points somewhere, calls a
/// trend likely, or one. It only informs.
package struct TrendRule: Rule {
    package typealias Evidence = TrendEvidence

    private let parameters: TrendParameters

    package init(_ parameters: TrendParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that says whether values rise or fall; it only informs" }

    package static var onlyInforms: Bool { true }

    package func applies(to indicator: Indicator) -> Bool { indicator.hasDirectedValues }

    /// So many of the last values are reckoned with at most: the pairs among them grow with their square.
    private static let most = 200
    /// Of fewer values nothing is said.
    private static let fewest = 4

    /// Judges the values since the last break.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let better = series.indicator.better
        let breaks = series.indicator.breaks
        guard let stretch = MeasuredStretch(of: series, breaks: breaks, most: Self.most) else {
            let evidence = TrendEvidence(.noValue, nil, fewest: Self.fewest, better: better)
            return Finding(.inOrder, evidence, light: nil)
        }
        let (reason, line) = judgement(of: stretch)
        return Finding(
            TrendEvidence(reason, stretch, line: line, fewest: Self.fewest, better: better),
            isTold: reason.isClear,
            of: stretch,
            in: series
        )
    }

    private func judgement(of stretch: MeasuredStretch) -> (TrendReason, TrendEvidence.Line?) {
        guard stretch.count >= Self.fewest else { return (.tooFewValues, nil) }
        guard !stretch.last.period.kind.isOperational || stretch.count < ProcessChart.fewestForLimits else {
            return (.leftToControl, nil)
        }
        let isCertain = stretch.count >= parameters.certainFrom
        let level = isCertain ? parameters.level : parameters.likelyLevel
        guard let line = line(through: stretch, level: level) else { return (.noClearTrend, nil) }
        guard stretch.count >= parameters.likelyFrom else {
            return (line.slope == .zero ? .noClearTrend : line.slope > .zero ? .pointsUp : .pointsDown, line)
        }
        guard line.statistic != 0, let limit = level.divided(by: ExactDecimal(100), decimals: 6), line.chance <= limit
        else { return (.noClearTrend, line) }
        let isRising = line.statistic > 0
        return isCertain
            ? (isRising ? .rising : .falling, line) : (isRising ? .likelyRising : .likelyFalling, line)
    }

    private func line(through stretch: MeasuredStretch, level: ExactDecimal) -> TrendEvidence.Line? {
        let confidence = min(0.999, max(0.5, 1 - level.double / 100))
        let test = MannKendall(stretch.numbers)
        guard let sen = TheilSen(times: stretch.times, values: stretch.numbers), let slope = stretch.told(sen.slope),
            let chance = ExactDecimal(test.chance, decimals: 6)
        else { return nil }
        let bounds = sen.slopeBounds(confidence: confidence)
        return TrendEvidence.Line(
            slope: slope,
            bounds: ValueRange(minimum: stretch.told(bounds.lowerBound), maximum: stretch.told(bounds.upperBound)),
            confidence: (ExactDecimal(confidence * 100, decimals: 1) ?? .zero).withoutTrailingZeros,
            statistic: test.statistic,
            chance: chance
        )
    }
}

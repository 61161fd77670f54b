package import Indicators

/// What may be said of a trend by how many values (methods, section 4.4).
package struct TrendParameters: RuleParameters {
    /// From so many values on a trend may be called likely.
    package var likelyFrom = 5
    /// The largest chance, in percent, that a likely trend is none.
    package var likelyLevel = ExactDecimal(10)
    /// From so many values on a trend may be called one.
    package var certainFrom = 8
    /// The largest chance, in percent, that it is none.
    package var level = ExactDecimal(5)

    package init() {}

    package static var keys: [ParameterKey<TrendParameters>] {
        [
            ParameterKey(
                "likely_from",
                .wholeNumber(5...100, \.likelyFrom),
                default: "5",
                "from so many values since the last break on, a trend may be called likely; four only point somewhere"
            ),
            ParameterKey(
                "likely_level",
                .percentage(\.likelyLevel),
                default: "10%",
                "a likely trend is chance at most so often (exact test of Mann and Kendall, two-sided)"
            ),
            ParameterKey(
                "certain_from",
                .wholeNumber(5...100, \.certainFrom),
                default: "8",
                "from so many values on, a trend is told without 'likely'"
            ),
            ParameterKey("level", .percentage(\.level), default: "5%", "and is chance at most so often"),
        ]
    }
}

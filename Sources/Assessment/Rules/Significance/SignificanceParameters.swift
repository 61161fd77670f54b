package import Indicators

/// How surveys are reckoned with.
package struct SignificanceParameters: RuleParameters {
    /// How much less a weighted survey says than a plain sample of its size (deff), where its supplier publishes no
    /// interval.
    package var designEffect = ExactDecimal(coefficient: 15, scale: 1) ?? ExactDecimal(1)

    package init() {}

    package static var keys: [ParameterKey<SignificanceParameters>] {
        [
            ParameterKey(
                "design_effect",
                .factor(\.designEffect),
                default: "1,5",
                """
                how much less a weighted survey says than a plain sample of its size; for percentages with a number of \
                respondents and no published interval
                """
            )
        ]
    }
}

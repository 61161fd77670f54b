package import Indicators

/// When a change is worth a word.
package struct ChangeParameters: RuleParameters {
    /// A change counts beyond so much of the earlier value.
    package var beyond = Tolerance.percentOfTarget(ExactDecimal(5))
    /// Whether changes for the better are told as well.
    package var bothWays = false

    package init() {}

    package static var keys: [ParameterKey<ChangeParameters>] {
        [
            ParameterKey(
                "beyond",
                .tolerance(\.beyond),
                default: "5%",
                "a change counts beyond this: `5%` of the earlier value, or `0,5 units`"
            ),
            ParameterKey(
                "both_ways",
                .flag(\.bothWays),
                default: "false",
                "whether a change for the better is told among the reasons as well"
            ),
        ]
    }
}

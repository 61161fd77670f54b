package import Indicators

/// The parameters of the rule `target`.
package struct TargetParameters: RuleParameters {
    /// How far a value may miss its target before the light is red; an indicator's own tolerance goes before it (methods,
    /// section 7.3).
    package var tolerance = Tolerance.percentOfTarget(ExactDecimal(10))

    package init() {}

    package init(tolerance: Tolerance) {
        self.tolerance = tolerance
    }

    package static var keys: [ParameterKey<TargetParameters>] {
        [
            ParameterKey(
                "tolerance",
                .tolerance(\.tolerance),
                default: "10%",
                """
                how far a value may miss its target and be amber; red beyond: `2%` of the target's value, or `0,5 \
                units`
                """
            )
        ]
    }
}

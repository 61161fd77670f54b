package import Indicators

/// The parameters of the rule `target`.
package struct TargetParameters: RuleParameters {
    /// How far a value may miss its target before the light is red; an indicator's own tolerance goes before it (methods,
    /// section 7.3).
    package var tolerance = Tolerance.percentOfTarget(ExactDecimal(10))
    /// From so many percent of the way that was needed until now on, a value is on course (methods, section 2.6).
    package var onCourse = ExactDecimal(95)
    /// Being behind is an alert when so many periods have passed since the road began.
    package var alertAfter = 3

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
            ),
            ParameterKey(
                "on_course",
                .percentage(\.onCourse),
                default: "95%",
                """
                from so much of the way that a target ahead needs until now on, a value is on course; the way is the \
                straight road from its baseline, or from the last value before the plan
                """
            ),
            ParameterKey(
                "alert_after",
                .wholeNumber(1...100, \.alertAfter),
                default: "3",
                """
                a value that is not on course opens an alert when so many periods have passed since the road began, or \
                when the target's own period is the next one; before that it only colours the light
                """
            ),
        ]
    }
}

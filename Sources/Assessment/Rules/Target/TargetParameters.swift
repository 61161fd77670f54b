package import Indicators

/// The parameters of the rule `target`.
package struct TargetParameters: RuleParameters {
    /// How far a value may miss its target before the light is red; an indicator's own tolerance goes before it (methods,
    /// section 7.3).
    package var tolerance = Tolerance.percentOfTarget(ExactDecimal(10))
    /// From so many percent of the way that was needed until now on, a value is on course (methods, section 2.6).
    package var onCourse = ExactDecimal(95)
    /// How the road to a target ahead is judged.
    package var road = RoadMethod.linear
    /// Being behind is an alert when so many periods have passed since the road began.
    package var alertAfter = 3
    /// A miss opens an alert when it has held for so many values; 1 leaves it to the profile.
    package var openAfter = 1
    /// An alert is over when so many values in a row have recovered.
    package var resolveAfter = 1
    /// How far beyond its target a value has to lie to have recovered.
    package var recovery = Tolerance.percentOfTarget(.zero)
    /// A target that is missed anew so often is missed unsteadily.
    package var unsteadyAfter = 3
    /// Among so many of the last values.
    package var unsteadyAmong = 8

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
                "road",
                .word(RoadMethod.allCases.map(\.rawValue), \.roadWord),
                default: "linear",
                """
                how a value with a target ahead is judged: by the straight road, as Eurostat does by the yearly rate of \
                growth (`eurostat`), or by where the average change of the last five years leads, as the German \
                strategy does with its weather symbols (`weather`)
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
            ParameterKey(
                "open_after",
                .wholeNumber(1...20, \.openAfter),
                default: "1",
                "a miss opens an alert when so many values in a row miss their target; `1` leaves it to the `profile`"
            ),
            ParameterKey(
                "resolve_after",
                .wholeNumber(1...20, \.resolveAfter),
                default: "1",
                "an alert is over when so many values in a row have recovered"
            ),
            ParameterKey(
                "recovery",
                .tolerance(\.recovery),
                default: "0%",
                "how far beyond its target a value has to lie to have recovered: `2%` of it, or `0,5 units`"
            ),
            ParameterKey(
                "unsteady_after",
                .wholeNumber(2...100, \.unsteadyAfter),
                default: "3",
                """
                a value that misses its target anew so often, after it met it, is unsteady: one alert stays open until \
                three values in a row meet the target
                """
            ),
            ParameterKey(
                "unsteady_among",
                .wholeNumber(4...100, \.unsteadyAmong),
                default: "8",
                "among so many of the last values"
            ),
        ]
    }
}

extension TargetParameters {
    /// The word for ``road``; one that is unknown changes nothing.
    fileprivate var roadWord: String {
        get { road.rawValue }
        set { road = RoadMethod(rawValue: newValue) ?? road }
    }
}

/// When limits are drawn (methods, sections 1.1, 1.4 and 1.7).
package struct ControlParameters: RuleParameters {
    /// From so many values on limits are tried.
    package var trialFrom = 6
    /// From so many values on limits hold.
    package var limitsFrom = 13
    /// Whether moving ranges that are outliers are left out of the limits.
    package var screensOutliers = true

    package init() {}

    package static var keys: [ParameterKey<ControlParameters>] {
        [
            ParameterKey(
                "trial_from",
                .wholeNumber(3...100, \.trialFrom),
                default: "6",
                "from so many values since the last break or rebase on, limits are drawn as a trial"
            ),
            ParameterKey(
                "limits_from",
                .wholeNumber(6...100, \.limitsFrom),
                default: "13",
                "from so many values on, the limits hold, and what is more than chance is told among the reasons"
            ),
            ParameterKey(
                "screen",
                .flag(\.screensOutliers),
                default: "true",
                "whether moving ranges of 3,267 times the average and more are left out of the limits"
            ),
        ]
    }
}

/// When a milestone is worth a word before its date.
package struct MilestoneParameters: RuleParameters {
    /// It is warned about from so many days before its date.
    package var warningDays = 60

    package init() {}

    package static var keys: [ParameterKey<MilestoneParameters>] {
        [
            ParameterKey(
                "warn_days",
                .wholeNumber(0...3650, \.warningDays),
                default: "60",
                "a milestone that is not done is warned about from so many days before its date"
            )
        ]
    }
}

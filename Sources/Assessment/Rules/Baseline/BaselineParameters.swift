/// The parameters of the rule `baseline`.
package struct BaselineParameters: RuleParameters {
    /// So many days before the period of a target begins, the value that it is measured from is asked for.
    package var daysBefore = 180

    package init() {}

    package init(daysBefore: Int) {
        self.daysBefore = daysBefore
    }

    package static var keys: [ParameterKey<BaselineParameters>] {
        [
            ParameterKey(
                "days_before",
                .wholeNumber(0...3650, \.daysBefore),
                default: "180",
                """
                so many days before the period of a relative target begins, its baseline is asked for, where it is not \
                there and its own due date has passed
                """
            )
        ]
    }
}

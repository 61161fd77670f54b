/// When a forecast opens an alert, and when it ends one (calibration, section 3).
package struct ForecastParameters: RuleParameters {
    /// So many values in a row have to lead to a miss.
    package var openAfter = 2
    /// So many values in a row must no longer lead to one.
    package var resolveAfter = 1

    package init() {}

    package static var keys: [ParameterKey<ForecastParameters>] {
        [
            ParameterKey(
                "open_after",
                .wholeNumber(1...20, \.openAfter),
                default: "2",
                "a forecast opens an alert when so many values in a row lead to a miss"
            ),
            ParameterKey(
                "resolve_after",
                .wholeNumber(1...20, \.resolveAfter),
                default: "1",
                "an alert is over when so many values in a row no longer lead to a miss"
            ),
        ]
    }
}

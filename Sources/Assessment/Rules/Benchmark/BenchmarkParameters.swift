/// When a comparison with other municipalities is made.
package struct BenchmarkParameters: RuleParameters {
    /// So many others of a group need a value of the same period, else nothing is said of it.
    package var members = 5
    /// Whether a place in the best quarter is told as well.
    package var bothWays = false

    package init() {}

    package static var keys: [ParameterKey<BenchmarkParameters>] {
        [
            ParameterKey(
                "members",
                .wholeNumber(3...500, \.members),
                default: "5",
                "a group is compared with where so many others of it have a value of the same period"
            ),
            ParameterKey(
                "both_ways",
                .flag(\.bothWays),
                default: "false",
                "whether a place in the best quarter is told among the reasons as well"
            ),
        ]
    }
}

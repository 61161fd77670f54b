/// Why the rule `significance` says what it says.
package enum SignificanceReason: String, RuleReason {
    case above = "significantly-above-target"
    case below = "significantly-below-target"
    /// The interval holds the target, or touches it.
    case notDistinguishable = "not-distinguishable-from-target"
    case higherThanBefore = "significantly-higher-than-before"
    case lowerThanBefore = "significantly-lower-than-before"
    /// What differs from the survey before may be chance.
    case notDifferent = "not-distinguishable-from-before"
    /// There is neither a target of the period nor an earlier survey.
    case nothingToCompare = "nothing-to-compare"
    /// Neither an interval nor a number of respondents is known.
    case noMargin = "no-margin"
    case noValue = "no-value"

    /// Whether it is worth knowing without being asked for.
    var isTold: Bool {
        switch self {
        case .above, .below, .notDistinguishable, .higherThanBefore, .lowerThanBefore: true
        case .notDifferent, .nothingToCompare, .noMargin, .noValue: false
        }
    }
}

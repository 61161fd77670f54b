/// Why the rule `spc` says what it says.
package enum ControlReason: String, RuleReason {
    /// The latest value is no chance, and bad.
    case concern = "special-cause-concern"
    /// The latest value is no chance, and good.
    case improvement = "special-cause-improvement"
    /// It varies as it did.
    case commonCause = "common-cause"
    /// There are too few values for more than a trial of limits.
    case trialLimits = "trial-limits"
    /// All values are alike: there are no limits.
    case noVariation = "no-variation"
    case tooFewValues = "too-few-values"
    case noValue = "no-value"

    /// Whether it is worth knowing without being asked for.
    var isTold: Bool {
        switch self {
        case .concern, .improvement: true
        case .commonCause, .trialLimits, .noVariation, .tooFewValues, .noValue: false
        }
    }
}

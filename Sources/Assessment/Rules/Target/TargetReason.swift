/// Why the rule `target` says what it says.
package enum TargetReason: String, RuleReason {
    case met = "target-met"
    case missed = "target-missed"
    /// The value does not reach a target that lies ahead ("nog te halen").
    case notYetReached = "not-yet-reached"
    /// The value should have stayed level, and moved beyond its margin to the better side.
    case betterThanLevel = "better-than-level"
    case noTarget = "no-target"
    case baselineMissing = "baseline-missing"
    /// The value is the first of its series (nulmeting), which later values are held against.
    case isBaseline = "is-baseline"
    case noValue = "no-value"
    /// A derived value waits for one of its inputs.
    case inputMissing = "input-missing"
    /// No result can be made of the inputs, as in a division by zero.
    case notComputable = "not-computable"
}

extension TargetComparison.Verdict {
    /// The reason of a finding of which this is the worst comparison.
    var reason: TargetReason {
        switch self {
        case .met: .met
        case .missed: .missed
        case .notYetReached: .notYetReached
        case .betterThanLevel: .betterThanLevel
        case .baselineMissing: .baselineMissing
        case .startingPoint: .isBaseline
        case .undecided: .noValue
        }
    }
}

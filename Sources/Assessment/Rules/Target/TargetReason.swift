/// Why the rule `target` says what it says.
package enum TargetReason: String, RuleReason {
    case met = "target-met"
    case missed = "target-missed"
    /// The last month does what is asked, and the mean of twelve months does not.
    case meanMissed = "mean-missed"
    /// The target is met now, and was missed again and again before ("wisselend").
    case unsteady = "unsteady"
    /// The target is met again, and its alert is not over yet ("herstelt").
    case recovering
    /// The value is what a target of another period asks ("ligt nu op de norm van 2026").
    case atLevel = "at-target-level"
    /// The value is where the road to a target ahead is ("op koers").
    case onCourse = "on-course"
    /// The value has not come as far as the road to a target ahead.
    case behind = "behind-course"
    /// The value is further from a target ahead than where the road began.
    case wrongWay = "wrong-way"
    /// The value does not reach a target that lies ahead, and no road says how far it has to be ("nog te halen").
    case notYetReached = "not-yet-reached"
    /// The value should have stayed level, and moved beyond its margin to the better side.
    case betterThanLevel = "better-than-level"
    case noTarget = "no-target"
    /// The document asks nothing of the value's period (`-`).
    case notAsked = "not-asked"
    case baselineMissing = "baseline-missing"
    /// The value is the first of its series (nulmeting), which later values are held against.
    case isBaseline = "is-baseline"
    case noValue = "no-value"
    /// A derived value waits for one of its inputs.
    case inputMissing = "input-missing"
    /// No result can be made of the inputs, as in a division by zero.
    case notComputable = "not-computable"
}

extension TargetComparison {
    /// The reason of a finding of which this is the worst comparison.
    var reason: TargetReason {
        switch verdict {
        // A target is met by the value of its own period only.
        case .met: standing == .ownPeriod ? .met : .atLevel
        case .missed: .missed
        case .onCourse: .onCourse
        case .behind: .behind
        case .wrongWay: .wrongWay
        case .notYetReached: .notYetReached
        case .betterThanLevel: .betterThanLevel
        case .baselineMissing: .baselineMissing
        case .startingPoint: .isBaseline
        case .undecided: .noValue
        }
    }
}

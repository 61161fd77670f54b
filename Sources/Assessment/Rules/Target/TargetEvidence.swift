internal import Indicators

/// What a finding of the rule `target` rests on: the value against every target.
package struct TargetEvidence: RuleEvidence {
    package static let rule = RuleName("target")

    /// One for each track of targets; empty where there is no target, or no value.
    package let comparisons: [TargetComparison]
    /// Why there is no value; `nil` where one was judged.
    package let missing: MissingValue?

    package init(comparisons: [TargetComparison]) {
        self.comparisons = comparisons
        missing = nil
    }

    package init(missing: MissingValue) {
        comparisons = []
        self.missing = missing
    }

    package var reason: TargetReason {
        switch missing {
        case MissingValue.none?: .noValue
        case .inputs: .inputMissing
        case .notComputable: .notComputable
        case nil: worst?.verdict.reason ?? .noTarget
        }
    }

    /// The comparison that the reason follows from.
    var worst: TargetComparison? { comparisons.max { $0.gravity < $1.gravity } }

    /// A target missed is graver than one still ahead.
    package var gravity: Int {
        switch reason {
        case .notYetReached, .betterThanLevel: 0
        case .met, .missed, .noTarget, .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable: 1
        }
    }

    package var endLight: Light {
        switch reason {
        case .met: .green
        case .missed, .notYetReached, .betterThanLevel, .noTarget, .baselineMissing, .isBaseline, .noValue,
            .inputMissing, .notComputable:
            .grey
        }
    }

    package var tellsValue: Bool { true }
}

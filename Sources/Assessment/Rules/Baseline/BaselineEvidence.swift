package import Indicators

/// What a finding of the rule `baseline` rests on: what a target lacks.
package struct BaselineEvidence: RuleEvidence {
    package static let rule = RuleName("baseline")

    package let reason: BaselineReason
    /// The goal whose target lacks its baseline; `nil` for one of the yearly path.
    package let goal: String?
    /// The period of that target; `nil` where no target lacks one.
    package let targetPeriod: Period?
    /// The target as the document writes it.
    package let notation: String?
    /// The period of the value that is lacking, or from which a target has to follow; `nil` where any earlier value will do.
    package let baseline: Period?

    package init(_ reason: BaselineReason, target: IndicatorTarget? = nil, baseline: Period? = nil) {
        self.reason = reason
        self.baseline = baseline
        goal = target?.goal
        targetPeriod = target?.period
        notation = target?.notation.description
    }

    package var reach: EvidenceReach { .value(and: []) }

    package var endsWithLight: Bool { false }

    package var endLight: Light {
        switch reason {
        case .known: .green
        case .awaited, .targetToBeSet, .later, .notNeeded: .grey
        }
    }

    /// What is asked now is another thing than what was: that is told, and neither good nor bad news.
    package func course(since told: BaselineEvidence) -> Course? {
        (reason, baseline) == (told.reason, told.baseline) ? nil : .milder
    }

    package var isIdle: Bool { reason == .notNeeded }
}

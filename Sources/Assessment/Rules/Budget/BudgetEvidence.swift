package import Indicators

/// What a finding of the rule `budget` rests on: the year's expected outcome against its budget.
package struct BudgetEvidence: RuleEvidence {
    package static let rule = RuleName("budget")

    package let reason: BudgetReason
    /// How the line stands; `nil` where that cannot be told.
    package let standing: BudgetStanding?
    /// The budget as a target to show.
    package let target: TargetComparison?
    /// Why there is no value; `nil` where one was judged.
    package let missing: MissingValue?

    package init(_ reason: BudgetReason, standing: BudgetStanding? = nil, target: TargetComparison? = nil) {
        self.reason = reason
        self.standing = standing
        self.target = target
        missing = nil
    }

    package init(missing: MissingValue) {
        reason =
            switch missing {
            case .none: .noValue
            case .inputs: .inputMissing
            case .notComputable: .notComputable
            }
        standing = nil
        target = nil
        self.missing = missing
    }

    package var comparisons: [TargetComparison] { target.map { [$0] } ?? [] }

    /// A disadvantage is graver than an advantage.
    package var gravity: Int {
        switch reason {
        case .advantage: 0
        case .disadvantage, .withinBudget, .unconfirmed, .tooEarly, .yearNotOver, .noBudget, .periodsMissing, .noValue,
            .inputMissing, .notComputable:
            1
        }
    }

    package var endLight: Light {
        switch reason {
        case .withinBudget: .green
        case .advantage, .disadvantage, .unconfirmed, .tooEarly, .yearNotOver, .noBudget, .periodsMissing, .noValue,
            .inputMissing, .notComputable:
            .grey
        }
    }

    /// Where there is no standing, what is known is the value alone.
    package var tellsValue: Bool { standing == nil }

    package static var hasStatusKey: Bool { true }

    package var statusJSON: JSONObject? {
        standing.map { standing in
            var object = JSONObject()
            object.add("budget", number: standing.budget)
            object.add("realised", number: standing.realised)
            object.add("forecast", number: standing.forecast)
            object.add("deviation", number: standing.deviation)
            object.add("percent", number: standing.percent)
            object.add("outcome", text: standing.isAdvantage.map { $0 ? "voordeel" : "nadeel" })
            if let commitments = standing.commitments { object.add("commitments", number: commitments) }
            if let change = standing.change { object.add("changed", text: change.date.description) }
            return object
        }
    }
}

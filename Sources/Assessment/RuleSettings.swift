package import Indicators

/// The thresholds of the rules, as configured for all indicators.
package struct RuleSettings: Hashable, Sendable {
    /// How far a value may miss its target before the light is red; an indicator's own tolerance goes before it.
    package let tolerance: Tolerance
    /// When a budget line's expected outcome counts as a deviation.
    package let budget: BudgetThresholds

    package init(
        tolerance: Tolerance = .percentOfTarget(ExactDecimal(10)),
        budget: BudgetThresholds = BudgetThresholds()
    ) {
        self.tolerance = tolerance
        self.budget = budget
    }
}

package import Indicators

/// The thresholds of the rules, as configured for all indicators.
package struct RuleSettings: Hashable, Sendable {
    /// How far a value may miss its target before the light is red; an indicator's own tolerance goes before it.
    package let tolerance: Tolerance

    package init(tolerance: Tolerance = .percentOfTarget(ExactDecimal(10))) {
        self.tolerance = tolerance
    }
}

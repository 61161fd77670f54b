package import Assessment
package import Indicators

/// What the tests touch of the configuration.
package struct RuleTestCoverage: Hashable, Sendable {
    /// The indicators whose light or alerts no test names, in order.
    package let indicators: [IndicatorID]
    /// The rules by which nothing deviated in any test, in order.
    package let rules: [RuleName]
    package let countOfIndicators: Int
    package let countOfRules: Int

    /// What is left of all by those that were named, and by the rules that had something to say.
    package init(
        indicators all: [IndicatorID],
        named: Set<IndicatorID>,
        rules allRules: [RuleName],
        deviated: Set<RuleName>
    ) {
        indicators = all.filter { !named.contains($0) }
        rules = allRules.filter { !deviated.contains($0) }
        countOfIndicators = all.count
        countOfRules = allRules.count
    }
}

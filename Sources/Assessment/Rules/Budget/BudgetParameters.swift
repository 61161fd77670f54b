package import Indicators

/// When a budget line's expected outcome is worth a word (methods, sections 7.2 and 8); set by each municipality's
/// financial regulation.
package struct BudgetParameters: RuleParameters {
    /// A deviation counts above this percentage of the budget, if it is above ``euros`` too.
    package var percent = ExactDecimal(5)
    /// A deviation counts above this amount in euros, if it is above ``percent`` too.
    package var euros = ExactDecimal(25_000)
    /// A disadvantage above this percentage of the budget is critical.
    package var criticalPercent = ExactDecimal(10)
    /// Nothing is concluded before so many months of the year have passed.
    package var firstMonth = 4
    /// A deviation has to show in so many periods of the year.
    package let persistence = Persistence(periodsToOpen: 2)

    package init() {}

    package static var keys: [ParameterKey<BudgetParameters>] {
        [
            ParameterKey(
                "deviation",
                .percentage(\.percent),
                default: "5%",
                "an expected outcome counts above this part of the budget"
            ),
            ParameterKey("amount", .euros(\.euros), default: "25.000", "and above this amount"),
            ParameterKey(
                "critical",
                .percentage(\.criticalPercent),
                default: "10%",
                "a disadvantage above this part of the budget is critical"
            ),
            ParameterKey(
                "from_month",
                .wholeNumber(1...12, \.firstMonth),
                default: "4",
                "nothing is concluded before the end of this month"
            ),
        ]
    }
}

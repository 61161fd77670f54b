package import Indicators

/// When a budget line's expected outcome is worth a word (methods, sections 7.2 and 8); set by each municipality's
/// financial regulation.
package struct BudgetParameters: RuleParameters {
    /// A deviation counts above this percentage of the budget, if it is above ``euros`` too; a forecast that was told
    /// is told until it is within it.
    package var percent = ExactDecimal(5)
    /// A forecast is told only above so many times ``percent``: 7,5%.
    package var opensAt = ExactDecimal(coefficient: 15, scale: 1) ?? ExactDecimal(2)
    /// A deviation counts above this amount in euros, if it is above ``percent`` too.
    package var euros = ExactDecimal(25_000)
    /// What a forecast has to exceed to be told, in percent of the budget.
    var percentToOpen: ExactDecimal { percent.multiplied(by: opensAt) ?? percent }
    /// A disadvantage above this percentage of the budget is critical.
    package var criticalPercent = ExactDecimal(10)
    /// Nothing is concluded before so many months of the year have passed.
    package var firstMonth = 4
    /// A forecast has to deviate in so many periods of the year in a row, where one is not certain enough.
    package var openAfter = 2
    /// A forecast that was told is over when so many periods of the year in a row are within the budget.
    package var resolveAfter = 1
    var persistence: Persistence { Persistence(periodsToOpen: openAfter, periodsToResolve: resolveAfter) }

    package init() {}

    package static var keys: [ParameterKey<BudgetParameters>] {
        [
            ParameterKey(
                "deviation",
                .percentage(\.percent),
                default: "5%",
                "an outcome counts above this part of the budget; an expected one that was told, until it is within it"
            ),
            ParameterKey(
                "opens_at",
                .factor(\.opensAt),
                default: "1,5",
                "an expected outcome is told above so many times `deviation`: 7,5%"
            ),
            ParameterKey("amount", .euros(\.euros), default: "25.000", "and above this amount"),
            ParameterKey(
                "critical",
                .percentage(\.criticalPercent),
                default: "10%",
                "a disadvantage above this part of the budget is critical; with 3 earlier years one period is enough"
            ),
            ParameterKey(
                "from_month",
                .wholeNumber(1...12, \.firstMonth),
                default: "4",
                "nothing is concluded before the end of this month"
            ),
            ParameterKey(
                "open_after",
                .wholeNumber(1...12, \.openAfter),
                default: "2",
                "an expected outcome opens an alert when so many periods of the year in a row say the same"
            ),
            ParameterKey(
                "resolve_after",
                .wholeNumber(1...12, \.resolveAfter),
                default: "1",
                "an alert on an expected outcome is over when so many periods of the year in a row are within the budget"
            ),
        ]
    }
}

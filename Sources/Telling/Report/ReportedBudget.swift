package import Indicators

/// How a line of the budget stands in one year, with the signs of the books.
package struct ReportedBudget: Hashable, Sendable {
    package let year: Int
    package let budget: ExactDecimal
    /// All of the year through ``through``.
    package let realised: ExactDecimal?
    package let through: Period?
    /// What the year is expected to come to, or has come to.
    package let forecast: ExactDecimal?
    /// The forecast less the budget.
    package let deviation: ExactDecimal?
    /// `nil` where there is no difference, or none is known.
    package let isAdvantage: Bool?
    /// Whether it is one of costs, which the books write with a minus sign.
    package let hasNegativeCosts: Bool
}

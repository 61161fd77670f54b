package import Indicators

/// How a budget line stands at the end of a period.
package struct BudgetStanding: Hashable, Sendable, Codable {
    /// The year's budget.
    package let budget: ExactDecimal
    /// All that was realised in the year.
    package let realised: ExactDecimal
    /// The expected total of the year, rounded to whole units.
    package let forecast: ExactDecimal
    /// The total if the rest of the year runs as budgeted instead; `nil` where a store of an earlier version does not tell.
    package let additiveForecast: ExactDecimal?
    /// The smallest and the largest total by the single earlier years; `nil` without any.
    package let band: ValueRange?
    /// The forecast minus the budget.
    package let deviation: ExactDecimal
    /// The deviation in percent of the budget, to one decimal; `nil` where the budget is 0.
    package let percent: ExactDecimal?
    /// Whether the deviation is an advantage (voordeel); `nil` where there is none.
    package let isAdvantage: Bool?
    /// From how many earlier years the course of the year was taken; 0 where it is taken to run evenly.
    package let earlierYears: Int
    /// Whether the books write these costs negative; people speak of them without the sign.
    package let isWrittenNegative: Bool
    /// Whether the year is over, so that this is its outcome; `nil` where it is not, or an earlier version does not tell.
    package let isFinal: Bool?

    package init(
        budget: ExactDecimal,
        realised: ExactDecimal,
        forecast: ExactDecimal,
        additiveForecast: ExactDecimal?,
        band: ValueRange?,
        deviation: ExactDecimal,
        percent: ExactDecimal?,
        isAdvantage: Bool?,
        earlierYears: Int,
        isWrittenNegative: Bool,
        isFinal: Bool? = nil
    ) {
        self.budget = budget
        self.realised = realised
        self.forecast = forecast
        self.additiveForecast = additiveForecast
        self.band = band
        self.deviation = deviation
        self.percent = percent
        self.isAdvantage = isAdvantage
        self.earlierYears = earlierYears
        self.isWrittenNegative = isWrittenNegative
        self.isFinal = isFinal
    }
}

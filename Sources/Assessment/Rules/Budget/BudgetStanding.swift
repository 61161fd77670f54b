package import Indicators

/// How a budget line stands at the end of a period.
package struct BudgetStanding: Hashable, Sendable, Codable {
    /// The last change of the budget that holds.
    package struct LastChange: Hashable, Sendable, Codable {
        /// The first day on which it holds.
        package let date: CalendarDate
        /// The document that makes it.
        package let what: String?

        package init(date: CalendarDate, what: String?) {
            self.date = date
            self.what = what
        }
    }

    /// The year's budget, with the changes that hold.
    package let budget: ExactDecimal
    /// All that was realised in the year.
    package let realised: ExactDecimal
    /// The expected total of the year, rounded to whole units.
    package let forecast: ExactDecimal
    /// The total by the other way of reckoning: if the rest of the year runs as budgeted, or where the forecast takes
    /// it so, as the part until now; `nil` where a store of an earlier version does not tell.
    package let additiveForecast: ExactDecimal?
    /// The smallest and the largest total by the single earlier years; `nil` without any.
    package let band: ValueRange?
    /// What has been promised besides (verplichtingen) at the end of the period; `nil` where it is not known.
    package let commitments: ExactDecimal?
    /// Whether what has been promised should be known for the period, and is not; `nil` where it is not so.
    package let lacksCommitments: Bool?
    /// Whether the forecast is no more than what is realised and promised by now; `nil` where it is not.
    package let isFloor: Bool?
    /// Whether the forecast takes the rest of the year to run as budgeted; `nil` where it does not.
    package let isAdditive: Bool?
    /// The last change of the budget that holds; `nil` for none.
    package let change: LastChange?
    /// The budget before all changes; `nil` where there are none.
    package let originalBudget: ExactDecimal?
    /// The forecast minus the budget.
    package let deviation: ExactDecimal
    /// The deviation in percent of the budget, to one decimal; `nil` where the budget is 0.
    package let percent: ExactDecimal?
    /// Whether the deviation is an advantage (voordeel); `nil` where there is none.
    package let isAdvantage: Bool?
    /// From how many earlier years the course of the year was taken; 0 where it is taken to run evenly.
    package let earlierYears: Int
    /// Whether these costs, which the books write negative, are told without the sign: only in what an earlier version
    /// kept, whose words stay as they were.
    package let isWrittenNegative: Bool
    /// Whether the books write these costs negative, as they are told; `nil` where they do not, or an earlier version does
    /// not tell.
    package let hasNegativeCosts: Bool?
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
        isFinal: Bool? = nil,
        commitments: ExactDecimal? = nil,
        lacksCommitments: Bool? = nil,
        isFloor: Bool? = nil,
        isAdditive: Bool? = nil,
        change: LastChange? = nil,
        originalBudget: ExactDecimal? = nil,
        hasNegativeCosts: Bool? = nil
    ) {
        self.hasNegativeCosts = hasNegativeCosts
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
        self.commitments = commitments
        self.lacksCommitments = lacksCommitments
        self.isFloor = isFloor
        self.isAdditive = isAdditive
        self.change = change
        self.originalBudget = originalBudget
    }
}

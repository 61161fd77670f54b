/// What makes an indicator a budget line: its targets are the budgets of whole years, its values what was realised.
package struct Budget: Hashable, Sendable {
    /// The side of the books.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        case costs
        case income
        case balance
    }

    /// What a realised amount counts.
    package enum Realised: String, Hashable, Sendable, CaseIterable {
        /// All of the year up to and including the period.
        case cumulative
        /// The period only.
        case perPeriod = "per-period"
    }

    package let side: Side
    package let realised: Realised
    /// Whether the year's outcome can be told from its first months; what moves once, such as a reserve, is judged when the
    /// year is over.
    package let isForecast: Bool
    /// The indicator of what has been promised and is not booked yet (verplichtingen), written as the line itself;
    /// `nil` where nobody supplies it.
    package let commitments: IndicatorID?
    /// What the council changed in the budgets, in the order of time.
    package let changes: [BudgetChange]

    package init(
        _ side: Side,
        realised: Realised = .cumulative,
        isForecast: Bool = true,
        commitments: IndicatorID? = nil,
        changes: [BudgetChange] = []
    ) {
        self.side = side
        self.realised = realised
        self.isForecast = isForecast
        self.commitments = commitments
        self.changes = changes
    }
}

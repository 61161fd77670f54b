/// A change of a year's budget by the council (begrotingswijziging).
package struct BudgetChange: Hashable, Sendable {
    /// What it does to the budget.
    package enum Amount: Hashable, Sendable {
        /// The budget is this from then on.
        case total(ExactDecimal)
        /// So much comes to it, or goes off where it is written the other way.
        case difference(ExactDecimal)
    }

    /// The first day on which it holds; it is one of the budget of that day's year.
    package let date: CalendarDate
    package let amount: Amount
    /// The document that makes it: `Voorjaarsnota`.
    package let what: String?

    package init(date: CalendarDate, amount: Amount, what: String? = nil) {
        self.date = date
        self.amount = amount
        self.what = what
    }

    /// The budget after it; `nil` where no exact number can hold it.
    package func applied(to budget: ExactDecimal) -> ExactDecimal? {
        switch amount {
        case .total(let total): total
        case .difference(let difference): budget.adding(difference)
        }
    }
}

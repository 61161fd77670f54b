/// The budget of a year as it holds on a day.
package struct BudgetInForce: Hashable, Sendable {
    /// As the council set it first.
    package let original: ExactDecimal
    /// After the changes that hold.
    package let value: ExactDecimal
    /// The last of them; `nil` for none.
    package let change: BudgetChange?

    /// `nil` where no exact number can hold it.
    package init?(_ original: ExactDecimal, in year: Int, changes: [BudgetChange], on day: CalendarDate) {
        let holding = changes.filter { $0.date.year == year && $0.date <= day }.sorted { $0.date < $1.date }
        guard let value = holding.reduce(Optional(original), { budget, change in budget.flatMap(change.applied) })
        else { return nil }
        self.original = original
        self.value = value
        change = holding.last
    }
}

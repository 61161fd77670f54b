/// That the value of a period was taken back, and what holds since.
package struct TakenBackPeriod: Hashable, Sendable {
    /// The number of the revision that says so: what was told of an earlier one does not hold.
    package let revision: Int
    /// Who took it back, and why; `nil` where that is not known.
    package let order: Withdrawal?
    /// The value that does not hold; `nil` where another one stands in its place, or it was made of others.
    package let amount: ExactDecimal?
    /// What holds since; `nil` where nothing does.
    package let holds: Observation?

    package init(
        revision: Int,
        order: Withdrawal? = nil,
        amount: ExactDecimal? = nil,
        holds: Observation? = nil
    ) {
        self.amount = amount
        self.revision = revision
        self.order = order
        self.holds = holds
    }
}

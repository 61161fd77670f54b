/// The value of one period, and nothing more of it.
package struct PeriodValue: Hashable, Sendable {
    package let period: Period
    package let value: ExactDecimal

    package init(period: Period, value: ExactDecimal) {
        self.period = period
        self.value = value
    }
}

/// How often values are expected, and by when.
package struct Cadence: Hashable, Sendable {
    /// The kind of period that each value is about.
    package let kind: PeriodKind
    /// A value for every so many periods: 2 for a survey that is held every second year.
    package let every: Int
    /// The first period for which a value is expected; `nil` where that is not known.
    package let first: Period?
    /// A value is due so many days after the last day of its period.
    package let dueDays: Int

    package init(_ kind: PeriodKind, every: Int = 1, first: Period? = nil, dueDays: Int) {
        self.kind = kind
        self.every = every
        self.first = first
        self.dueDays = dueDays
    }

    /// The last day on which the value of the period is in time.
    package func dueDate(of period: Period) -> CalendarDate { period.end.adding(days: dueDays) }

    /// The periods for which a value is expected, from `start` on and in order, until `condition` no longer holds.
    ///
    /// At most 10 000, so that a mistake in a date cannot keep the daemon busy.
    package func expected(from start: Period, while condition: (Period) -> Bool) -> [Period] {
        var periods: [Period] = []
        var period: Period? = start
        while let expected = period, condition(expected), periods.count < 10_000 {
            periods.append(expected)
            period = step(from: expected)
        }
        return periods
    }

    /// The period for which a value is expected next after this one.
    package func step(from period: Period) -> Period? {
        (0..<every).reduce(Optional(period)) { reached, _ in reached?.next }
    }
}

/// How often values are expected, and by when.
package struct Cadence: Hashable, Sendable {
    /// The kind of period that each value is about.
    package let kind: PeriodKind
    /// A value for every so many periods: 2 for a survey that is held every second year.
    package let every: Int
    /// The first period for which a value is expected; `nil` where that is not known.
    package let first: Period?
    /// By when a value is due.
    package let due: Deadline

    package init(_ kind: PeriodKind, every: Int = 1, first: Period? = nil, due: Deadline) {
        self.kind = kind
        self.every = every
        self.first = first
        self.due = due
    }

    /// A cadence whose values are due so many days after the last day of their period, or after the first.
    package init(
        _ kind: PeriodKind,
        every: Int = 1,
        first: Period? = nil,
        dueDays: Int,
        isDueFromStart: Bool = false
    ) {
        self.init(kind, every: every, first: first, due: Deadline(.days(dueDays), isFromStart: isDueFromStart))
    }

    /// The same periods, due as another cadence says.
    package func due(as other: Cadence) -> Cadence {
        Cadence(kind, every: every, first: first, due: other.due)
    }

    /// The last day on which the value of the period is in time.
    package func dueDate(of period: Period) -> CalendarDate { due.date(of: period) }

    /// The first day of the stretch that the period stands for: of 2028 with `every: 4` the first of 2025.
    package func windowStart(of period: Period) -> CalendarDate {
        (1..<every).reduce(Optional(period)) { reached, _ in reached?.previous }?.start ?? period.start
    }

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

    /// The last period that is expected and whose stretch has begun on the day; `nil` before the first.
    package func lastBegun(from start: Period, on day: CalendarDate) -> Period? {
        expected(from: start) { windowStart(of: $0) <= day }.last
    }

    /// The period for which a value is expected next after this one.
    package func step(from period: Period) -> Period? {
        (0..<every).reduce(Optional(period)) { reached, _ in reached?.next }
    }
}

/// A date and a time of day as a clock on a Dutch wall shows them.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package let date: CalendarDate
    /// Seconds since midnight, 0 through 86 399.
    package let secondOfDay: Int

    package init(date: CalendarDate, secondOfDay: Int) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
    }

    /// Hours and minutes: `07:00`.
    package var clock: String { "\((secondOfDay / 3600).padded(to: 2)):\((secondOfDay / 60 % 60).padded(to: 2))" }
}

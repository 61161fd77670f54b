/// A day that every year has, by which something has to be there.
package struct YearDay: Hashable, Sendable {
    package let month: Int
    package let day: Int
    /// Whether the day itself is too late: `vóór 1 november`.
    package let isExclusive: Bool

    /// `nil` where no year has such a day.
    package init?(month: Int, day: Int, isExclusive: Bool = false) {
        // A leap year has every day that there is.
        guard CalendarDate(year: 2024, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
        self.isExclusive = isExclusive
    }

    /// The last day in time in a year: of `29 februari` the last one that the month has.
    package func lastDay(in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
            .map { isExclusive ? $0.adding(days: -1) : $0 }
    }

    /// The first year whose last day in time is not before a day.
    package func year(notBefore first: CalendarDate) -> Int {
        // Before the first of January is a day of the year before.
        let years = first.year...first.year + 1
        return years.first { year in lastDay(in: year).map { $0 >= first } ?? false } ?? first.year + 2
    }
}

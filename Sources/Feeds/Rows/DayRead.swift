package import Indicators

/// A day of a file that was read as the period that it begins or ends.
package struct DayRead: Hashable, Sendable, Codable {
    package let day: CalendarDate
    package let period: Period

    package init(day: CalendarDate, period: Period) {
        self.day = day
        self.period = period
    }
}

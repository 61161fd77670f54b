package import Indicators

/// A period with the last day on which its value is in time.
package struct DuePeriod: Hashable, Sendable, Codable {
    package let period: Period
    package let date: CalendarDate

    package init(period: Period, date: CalendarDate) {
        self.period = period
        self.date = date
    }
}

/// A day from which the values of an indicator are others than before, or are expected to be, and why.
///
/// A period that holds the day, or begins on it, belongs to what comes after.
package struct SeriesBreak: Hashable, Sendable, Codable {
    package let date: CalendarDate
    package let reason: String

    package init(date: CalendarDate, reason: String) {
        self.date = date
        self.reason = reason
    }
}

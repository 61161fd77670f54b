/// Money, or something else, that ends on a day, or of which nobody knows whether it goes on after that day.
package struct Ending: Hashable, Sendable {
    /// The last day.
    package let date: CalendarDate
    /// The warning begins so many days before.
    package let warningDays: Int
    /// Whether it may go on after the last day: the document calls it uncertain.
    package let isUncertain: Bool

    package init(date: CalendarDate, warningDays: Int, isUncertain: Bool = false) {
        self.date = date
        self.warningDays = warningDays
        self.isUncertain = isUncertain
    }

    /// The first day of the warning.
    package var warningStart: CalendarDate { date.adding(days: -warningDays) }
}

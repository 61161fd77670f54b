/// Money, or something else, that ends on a day.
package struct Ending: Hashable, Sendable {
    /// The last day.
    package let date: CalendarDate
    /// The warning begins so many days before.
    package let warningDays: Int

    package init(date: CalendarDate, warningDays: Int) {
        self.date = date
        self.warningDays = warningDays
    }

    /// The first day of the warning.
    package var warningStart: CalendarDate { date.adding(days: -warningDays) }
}

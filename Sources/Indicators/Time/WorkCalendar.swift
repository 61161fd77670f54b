/// Which days are working days: Monday through Friday, but for public holidays.
package struct WorkCalendar: Hashable, Sendable {
    /// In which years nobody works on the fifth of May.
    package enum LiberationDay: String, Hashable, Sendable, CaseIterable {
        case yearly
        /// Every fifth year, as many collective agreements have it: 2020, 2025, 2030.
        case lustrum
        case never
    }

    /// By law it is a holiday every year (Algemene termijnenwet, article 3), so that is the default.
    package let liberationDay: LiberationDay
    /// Whether nobody works on Good Friday.
    ///
    /// The law takes it for a holiday where terms are reckoned, but the offices of
    /// municipalities are open, so the default is no.
    package let hasGoodFriday: Bool

    package init(liberationDay: LiberationDay = .yearly, hasGoodFriday: Bool = false) {
        self.liberationDay = liberationDay
        self.hasGoodFriday = hasGoodFriday
    }

    /// The public holidays of a year on which nobody works, in order.
    package func holidays(in year: Int) -> [CalendarDate] {
        Set(PublicHoliday.allCases.filter { counts($0, in: year) }.compactMap { $0.date(in: year) }).sorted()
    }

    package func isWorkday(_ day: CalendarDate) -> Bool {
        guard day.weekday <= 5 else { return false }
        return !PublicHoliday.allCases.contains { $0.date(in: day.year) == day && counts($0, in: day.year) }
    }

    /// The so-manieth working day after a day; the day itself where none is asked for.
    package func workday(_ number: Int, after day: CalendarDate) -> CalendarDate {
        var (reached, left) = (day, number)
        while left > 0 {
            reached = reached.adding(days: 1)
            if isWorkday(reached) { left -= 1 }
        }
        return reached
    }

    private func counts(_ holiday: PublicHoliday, in year: Int) -> Bool {
        switch holiday {
        case .goodFriday: hasGoodFriday
        case .liberationDay:
            switch liberationDay {
            case .yearly: true
            case .lustrum: year.isMultiple(of: 5)
            case .never: false
            }
        case .newYear, .easterSunday, .easterMonday, .kingsDay, .ascensionDay, .whitSunday, .whitMonday,
            .christmasDay, .boxingDay:
            true
        }
    }
}

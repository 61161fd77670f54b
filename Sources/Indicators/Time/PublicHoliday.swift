/// A public holiday of the Netherlands.
///
/// Those of article 3 of the Algemene termijnenwet, with the Sundays of Easter and Whitsun.
package enum PublicHoliday: Hashable, Sendable, CaseIterable {
    case newYear
    case goodFriday
    case easterSunday
    case easterMonday
    case kingsDay
    case liberationDay
    case ascensionDay
    case whitSunday
    case whitMonday
    case christmasDay
    case boxingDay

    /// The day on which it falls; `nil` outside the years 1 through 9999.
    package func date(in year: Int) -> CalendarDate? {
        switch self {
        case .newYear: CalendarDate(year: year, month: 1, day: 1)
        case .goodFriday: Self.easter(of: year, -2)
        case .easterSunday: Self.easter(of: year, 0)
        case .easterMonday: Self.easter(of: year, 1)
        case .kingsDay: Self.birthday(in: year)
        case .liberationDay: CalendarDate(year: year, month: 5, day: 5)
        case .ascensionDay: Self.easter(of: year, 39)
        case .whitSunday: Self.easter(of: year, 49)
        case .whitMonday: Self.easter(of: year, 50)
        case .christmasDay: CalendarDate(year: year, month: 12, day: 25)
        case .boxingDay: CalendarDate(year: year, month: 12, day: 26)
        }
    }

    private static func easter(of year: Int, _ days: Int) -> CalendarDate? {
        CalendarDate.easter(of: year)?.adding(days: days)
    }

    /// Koningsdag, until 2013 Koninginnedag: the day before where it would be a Sunday.
    private static func birthday(in year: Int) -> CalendarDate? {
        let day = CalendarDate(year: year, month: 4, day: year < 2014 ? 30 : 27)
        return day.map { $0.weekday == 7 ? $0.adding(days: -1) : $0 }
    }
}

extension CalendarDate {
    /// The first day of Easter of a year; `nil` outside the years 1 through 9999.
    ///
    /// The anonymous Gregorian computus ("Meeus/Jones/Butcher"; J. Meeus, "Astronomical Algorithms", chapter 8).
    package static func easter(of year: Int) -> CalendarDate? {
        let golden = year % 19
        let (century, ofCentury) = (year / 100, year % 100)
        let correction = (century + 8) / 25
        let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let day = epact + toSunday - 7 * late + 114
        return CalendarDate(year: year, month: day / 31, day: day % 31 + 1)
    }
}

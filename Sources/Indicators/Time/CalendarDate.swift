/// A day of the (proleptic) Gregorian calendar, without a time or a zone.
package struct CalendarDate: Hashable, Sendable {
    // Small, since there is one beside many a value.
    private let storedYear: Int32
    private let storedMonth: UInt8
    private let storedDay: UInt8

    package var year: Int { Int(storedYear) }
    package var month: Int { Int(storedMonth) }
    package var day: Int { Int(storedDay) }

    /// Makes a date; `nil` where the calendar has no such day or the year is not 1 through 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        storedYear = Int32(year)
        storedMonth = UInt8(month)
        storedDay = UInt8(day)
    }

    /// The date that lies `dayNumber` days after 1970-01-01.
    ///
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    /// `civil_from_days`.
    package init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        storedDay = UInt8(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        storedMonth = UInt8(month)
        storedYear = Int32(clamping: yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    }

    /// Days since 1970-01-01 (Hinnant, `days_from_civil`).
    package var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date so many days later, or earlier where negative.
    package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// How many whole months lie before the day, and how many days remain; of a month that is too short its last day counts.
    func wholeMonths(until last: CalendarDate) -> (months: Int, days: Int) {
        let months = (last.year - year) * 12 + last.month - month
        let reached = adding(months: months)
        guard reached > last else { return (months, last.dayNumber - reached.dayNumber) }
        return (months - 1, last.dayNumber - adding(months: months - 1).dayNumber)
    }

    private func adding(months: Int) -> CalendarDate {
        let index = year * 12 + month - 1 + months
        let (nextYear, nextMonth) = (index / 12, index % 12 + 1)
        let longest = Self.days(inMonth: nextMonth, of: nextYear)
        return CalendarDate(year: nextYear, month: nextMonth, day: min(day, longest)) ?? self
    }

    /// The ISO 8601 weekday: 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        let remainder = (dayNumber + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension CalendarDate: Comparable, CustomStringConvertible {
    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The date as ISO 8601 writes it: `2026-04-01`.
    package var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }

    /// Reads `2026-04-01`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(digits: parts[0]), let month = Int(digits: parts[1]), let day = Int(digits: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

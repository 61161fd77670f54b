/// A stretch of the calendar that one observation is about.
package struct Period: Hashable, Sendable {
    package let kind: PeriodKind
    // Small, since there is one in every value that is read, kept and judged.
    private let storedYear: Int16
    private let storedIndex: Int16

    /// The year in which the period begins (for weeks: the ISO 8601 week year).
    package var year: Int { Int(storedYear) }

    /// Which half, quarter, month, week or day of the year, from 1; always 1 for years and school years.
    package var index: Int { Int(storedIndex) }

    /// Makes a period; `nil` where the year has no such half, quarter, month, week or day.
    package init?(_ kind: PeriodKind, year: Int, index: Int = 1) {
        guard (1900...2200).contains(year), (1...Self.count(of: kind, in: year)).contains(index) else { return nil }
        self.kind = kind
        storedYear = Int16(year)
        storedIndex = Int16(index)
    }

    /// A whole calendar year; `nil` outside 1900 through 2200.
    package static func year(_ year: Int) -> Period? { Period(.year, year: year) }

    /// The period of this kind in which the day lies.
    package init?(_ kind: PeriodKind, containing date: CalendarDate) {
        switch kind {
        case .year: self.init(kind, year: date.year)
        case .halfYear: self.init(kind, year: date.year, index: (date.month - 1) / 6 + 1)
        case .quarter: self.init(kind, year: date.year, index: (date.month - 1) / 3 + 1)
        case .month: self.init(kind, year: date.year, index: date.month)
        case .schoolYear: self.init(kind, year: date.month >= 8 ? date.year : date.year - 1)
        case .week: self.init(weekContaining: date)
        case .day: self.init(kind, year: date.year, index: date.dayNumber - Self.newYear(date.year) + 1)
        }
    }

    private init?(weekContaining date: CalendarDate) {
        // ISO 8601: a week belongs to the year in which its Thursday lies.
        let thursday = date.adding(days: 4 - date.weekday)
        self.init(.week, year: thursday.year, index: (thursday.dayNumber - Self.newYear(thursday.year)) / 7 + 1)
    }

    private static func newYear(_ year: Int) -> Int { CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0 }

    private static func count(of kind: PeriodKind, in year: Int) -> Int {
        switch kind {
        case .year, .schoolYear: 1
        case .halfYear: 2
        case .quarter: 4
        case .month: 12
        case .week: (firstWeek(of: year + 1) - firstWeek(of: year)) / 7
        case .day: newYear(year + 1) - newYear(year)
        }
    }

    /// The day number of the Monday of week 1: the week that holds 4 January.
    private static func firstWeek(of year: Int) -> Int {
        let fourth = CalendarDate(dayNumber: newYear(year) + 3)
        return fourth.dayNumber - (fourth.weekday - 1)
    }
}

extension Period: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        if left.year != right.year { return left.year < right.year }
        if left.index != right.index { return left.index < right.index }
        // A kind's name is a text: it is compared only where nothing else tells.
        return left.kind != right.kind && left.kind.rawValue < right.kind.rawValue
    }

    /// A whole number that orders the periods of one kind; consecutive periods follow each other, but for weeks and days
    /// at the turn of the year.
    package var ordinal: Int { year * 1000 + index }

    /// The first day.
    package var start: CalendarDate {
        switch kind {
        case .year: Self.date(year, 1)
        case .halfYear: Self.date(year, (index - 1) * 6 + 1)
        case .quarter: Self.date(year, (index - 1) * 3 + 1)
        case .month: Self.date(year, index)
        case .schoolYear: Self.date(year, 8)
        case .week: CalendarDate(dayNumber: Self.firstWeek(of: year) + (index - 1) * 7)
        case .day: CalendarDate(dayNumber: Self.newYear(year) + index - 1)
        }
    }

    /// The last day.
    package var end: CalendarDate {
        // No period follows that begins after the year 2200.
        guard year < 2200 else { return next?.start.adding(days: -1) ?? start }
        switch kind {
        case .year: return Self.lastDay(year, 12)
        case .halfYear: return Self.lastDay(year, index * 6)
        case .quarter: return Self.lastDay(year, index * 3)
        case .month: return Self.lastDay(year, index)
        case .schoolYear: return Self.lastDay(year + 1, 7)
        case .week: return start.adding(days: 6)
        case .day: return start
        }
    }

    /// The period that follows; `nil` after the year 2200.
    package var next: Period? {
        Period(kind, year: year, index: index + 1) ?? Period(kind, year: year + 1)
    }

    /// The period before; `nil` before the year 1900.
    package var previous: Period? {
        index > 1 ? Period(kind, year: year, index: index - 1) : Period(kind, containing: start.adding(days: -1))
    }

    private static func date(_ year: Int, _ month: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(dayNumber: 0)
    }

    private static func lastDay(_ year: Int, _ month: Int) -> CalendarDate {
        let day = CalendarDate.days(inMonth: month, of: year)
        return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
    }
}

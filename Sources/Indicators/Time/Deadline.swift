/// By when the value of a period has to be there, reckoned from the end or the beginning of the period.
package struct Deadline: Hashable, Sendable {
    /// What is reckoned.
    package enum Measure: Hashable, Sendable {
        /// So many days later.
        case days(Int)
        /// The so-manieth working day: after the last day of the period, or from its first day on, which may be one.
        case workdays(Int, WorkCalendar)
        /// The first such day of the calendar after the period, or from its beginning on, and so many years later.
        case yearDay(YearDay, yearsLater: Int)
    }

    package let measure: Measure
    /// Whether it is reckoned from the first day: an amount that is granted for a year is known in its course.
    package let isFromStart: Bool

    package init(_ measure: Measure, isFromStart: Bool = false) {
        self.measure = measure
        self.isFromStart = isFromStart
    }

    /// The last day on which the value of the period is in time.
    package func date(of period: Period) -> CalendarDate {
        let anchor = isFromStart ? period.start : period.end
        switch measure {
        case .days(let days): return anchor.adding(days: days)
        case .workdays(let number, let calendar):
            return calendar.workday(number, after: isFromStart ? anchor.adding(days: -1) : anchor)
        case .yearDay(let day, let later):
            let year = day.year(notBefore: isFromStart ? anchor : anchor.adding(days: 1))
            return day.lastDay(in: year + later) ?? anchor
        }
    }

    /// The days of the calendar that are reckoned; `nil` where it goes by others.
    package var days: Int? {
        switch measure {
        case .days(let days): days
        case .workdays, .yearDay: nil
        }
    }
}

// MARK: As written
extension Deadline: CustomStringConvertible {
    /// The notation, in one way only: `180 days`, `90 days from start`, `15 workdays`, `before 1-11`, `1-11 a year
    /// later`.
    ///
    /// It tells apart what makes another day of it, the calendar of working days included.
    package var description: String {
        let start = isFromStart ? " from start" : ""
        switch measure {
        case .days(let days): return "\(days) days\(start)"
        case .workdays(let number, let calendar):
            let friday = calendar.hasGoodFriday ? " without Good Friday" : ""
            return "\(number) workdays\(start), 5 May \(calendar.liberationDay.rawValue)\(friday)"
        case .yearDay(let day, let later):
            return "\(day.isExclusive ? "before " : "")\(day.day)-\(day.month)\(start)\(later > 0 ? " +\(later)" : "")"
        }
    }

    /// Reads how people write it: `180 days`, `15e werkdag`, `15 workdays`, `1 november`, `vóór 1 november`, each with
    /// `from start`, and a day of the calendar with `a year later`; `nil` for anything else.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - calendar: which days are working days.
    package init?(_ text: String, calendar: WorkCalendar) {
        var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let isFromStart = words.take(ending: [["from", "start"], ["vanaf", "het", "begin"]])
        if !isFromStart { _ = words.take(ending: [["na", "afloop"], ["after", "the", "end"]]) }
        let isLater = words.take(ending: [["a", "year", "later"], ["een", "jaar", "later"]])
        guard let measure = Self.days(words, calendar) ?? Self.yearDay(words, isLater ? 1 : 0) else { return nil }
        switch measure {
        case .days, .workdays: guard !isLater else { return nil }
        case .yearDay: guard !isLater || !isFromStart else { return nil }
        }
        self.init(measure, isFromStart: isFromStart)
    }

    /// `180 days`, `180d`, `15 workdays`, `15e werkdag`.
    private static func days(_ words: [String], _ calendar: WorkCalendar) -> Measure? {
        let text = words.joined(separator: " ")
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits: digits) else { return nil }
        var rest = text.dropFirst(digits.count)
        if !rest.hasPrefix(" "), let space = rest.firstIndex(of: " "), ordinalEndings.contains(rest[..<space]) {
            rest = rest[space...]
            guard workdayWords.contains(String(rest.dropFirst())) else { return nil }
        }
        let unit = rest.hasPrefix(" ") ? rest.dropFirst() : rest
        if dayWords.contains(String(unit)) { return number <= mostDays ? .days(number) : nil }
        guard workdayWords.contains(String(unit)), (1...mostWorkdays).contains(number) else { return nil }
        return .workdays(number, calendar)
    }

    /// `1 november`, `vóór 1 november`, `uiterlijk 1 november`.
    private static func yearDay(_ words: [String], _ yearsLater: Int) -> Measure? {
        var words = words[...]
        let isExclusive = words.first.map { beforeWords.contains($0) } ?? false
        let isInclusive = words.first.map { byWords.contains($0) } ?? false
        if isExclusive || isInclusive { words = words.dropFirst() }
        guard words.count == 2, let number = words.first, let day = Int(digits: number), let name = words.last,
            let month = MonthNames.number(of: name),
            let found = YearDay(month: month, day: day, isExclusive: isExclusive)
        else { return nil }
        return .yearDay(found, yearsLater: yearsLater)
    }

    private static let mostDays = 3650
    private static let mostWorkdays = 260
    private static let ordinalEndings: Set<Substring> = ["e", "ste", "de", "st", "nd", "rd", "th"]
    private static let dayWords: Set = ["d", "day", "days", "dag", "dagen"]
    private static let workdayWords: Set = [
        "workday", "workdays", "working day", "working days", "werkdag", "werkdagen",
    ]
    private static let beforeWords: Set = ["before", "vóór", "voor"]
    private static let byWords: Set = ["by", "uiterlijk"]
}

extension [String] {
    /// Takes one of these endings off; whether there was one.
    fileprivate mutating func take(ending endings: [[String]]) -> Bool {
        guard let ending = endings.first(where: { count > $0.count && Array(suffix($0.count)) == $0 }) else {
            return false
        }
        removeLast(ending.count)
        return true
    }
}

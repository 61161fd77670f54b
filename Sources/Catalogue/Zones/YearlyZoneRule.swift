internal import Indicators

/// The rule that holds behind the last transition of a TZif file: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX, "TZ").
///
/// Changes of the clock are read in the form `Mmonth.week.day`, which is the one that every zone with a current rule has.
struct YearlyZoneRule: Sendable {
    private struct Change: Sendable {
        let month: Int
        let week: Int
        /// 0 is Sunday.
        let day: Int
        /// Seconds since midnight by the clock before the change.
        let time: Int
    }

    private let standard: Int
    private let summer: (offset: Int, begins: Change, ends: Change)?

    /// Reads the footer; `nil` where it is empty or of another form.
    init?(_ text: String) {
        var reader = RuleReader(rest: Array(text.utf8)[...])
        guard reader.skipName(), let west = reader.duration() else { return nil }
        standard = -west
        guard !reader.rest.isEmpty else {
            summer = nil
            return
        }
        guard reader.skipName() else { return nil }
        let offset = reader.duration().map { -$0 } ?? standard + 3600
        guard let begins = reader.change(), let ends = reader.change(), reader.rest.isEmpty else { return nil }
        summer = (offset, begins, ends)
    }

    /// The offset in seconds at a moment, in seconds since 1970.
    func offset(at seconds: Int) -> Int {
        guard let summer else { return standard }
        let day = Int((Double(seconds + standard) / 86_400).rounded(.down))
        let year = CalendarDate(dayNumber: day).year
        let begins = Self.moment(summer.begins, in: year) - standard
        let ends = Self.moment(summer.ends, in: year) - summer.offset
        let isSummer = begins < ends ? (begins..<ends).contains(seconds) : !(ends..<begins).contains(seconds)
        return isSummer ? summer.offset : standard
    }

    /// The change as local seconds since 1970.
    ///
    /// Week 5 is the last one in which the day occurs.
    private static func moment(_ change: Change, in year: Int) -> Int {
        let first = CalendarDate(year: year, month: change.month, day: 1) ?? CalendarDate(dayNumber: 0)
        let nextMonth = first.adding(days: 32)
        let length = nextMonth.dayNumber - nextMonth.day + 1 - first.dayNumber
        let untilDay = (change.day - first.weekday % 7 + 7) % 7
        var day = untilDay + (change.week - 1) * 7
        while day >= length { day -= 7 }
        return (first.dayNumber + day) * 86_400 + change.time
    }

    /// Reads the pieces of a rule from front to back.
    private struct RuleReader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ byte: Character) -> Bool {
            guard let expected = byte.asciiValue, rest.first == expected else { return false }
            rest.removeFirst()
            return true
        }

        /// A name of letters, or anything within `<` and `>`.
        mutating func skipName() -> Bool {
            let before = rest.count
            if take("<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }
                return take(">")
            }
            rest = rest.drop { (65...90).contains($0) || (97...122).contains($0) }
            return rest.count < before
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { (48...57).contains($0) }.prefix(4)
            rest = rest.dropFirst(digits.count)
            return Int(digits: String(decoding: digits, as: UTF8.self))
        }

        /// `[+-]hours[:minutes[:seconds]]`, in seconds.
        mutating func duration() -> Int? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            if take(":") { seconds += (number() ?? 0) * 60 }
            if take(":") { seconds += number() ?? 0 }
            return isNegative ? -seconds : seconds
        }

        /// `,Mmonth.week.day[/time]`.
        mutating func change() -> Change? {
            guard take(","), take("M"), let month = number(), take("."), let week = number(), take("."),
                let day = number(), (1...12).contains(month), (1...5).contains(week), (0...6).contains(day)
            else { return nil }
            let time = take("/") ? duration() ?? 7200 : 7200
            return Change(month: month, week: week, day: day, time: time)
        }
    }
}

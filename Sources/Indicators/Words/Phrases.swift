/// The words that every room shares: one language, with dates, periods and lists as people write them in it.
///
/// What one rule has to say stands in the folder of that rule, what a mail or a report says around it in `Telling`; both
/// take the small words from here. Values and units stay as the documents write them, with a decimal comma, in either
/// language.
package struct Phrases: Hashable, Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// The text in the language.
    package func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        switch language {
        case .nl: dutch()
        case .en: english()
        }
    }

    /// Joins parts as a sentence does: `a`, `a en b`, `a, b en c`.
    package func list(_ parts: [String]) -> String { join(parts, say(" en ", " and ")) }

    /// Joins what one may choose from: `a`, `a of b`, `a, b of c`.
    package func choice(_ parts: [String]) -> String { join(parts, say(" of ", " or ")) }

    private func join(_ parts: [String], _ last: String) -> String {
        guard let end = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + last + end
    }

    /// How much later one day is than another, as people say it: `2 jaar`, `ruim 7 maanden`, `3 weken`, `9 dagen`.
    package func span(from first: CalendarDate, to last: CalendarDate) -> String {
        let days = max(0, last.dayNumber - first.dayNumber)
        let (months, rest) = first.wholeMonths(until: last)
        guard months > 0 else {
            guard days >= 14 else { return self.days(days) }
            return about(days / 7, rest: days % 7, of: 7, slack: 0, say("week", "week"), say("weken", "weeks"))
        }
        // Half a year more or less matters up to two years.
        guard months >= 24 || (months + (rest > 24 ? 1 : 0)) % 12 == 0 else {
            return about(months, rest: rest, of: 30, slack: 2, say("maand", "month"), say("maanden", "months"))
        }
        let beyond = months % 12 * 30 + rest
        return about(months / 12, rest: beyond, of: 360, slack: 6, say("jaar", "year"), say("jaar", "years"))
    }

    /// `2 jaar` where the rest is a day or so, `ruim 2 jaar` where it is more, `bijna 3 jaar` where little lacks.
    private func about(_ count: Int, rest: Int, of whole: Int, slack: Int, _ one: String, _ many: String) -> String {
        func counted(_ number: Int) -> String { "\(number) \(number == 1 ? one : many)" }
        if rest <= slack { return counted(count) }
        if rest * 4 >= whole * 3 { return "\(say("bijna", "almost")) \(counted(count + 1))" }
        return "\(say("ruim", "over")) \(counted(count))"
    }

    /// `1 dag`, `12 dagen`.
    package func days(_ count: Int) -> String {
        count == 1 ? say("1 dag", "1 day") : "\(count) \(say("dagen", "days"))"
    }
}

// MARK: Dates and periods
extension Phrases {
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let dutchWeekdays = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    private func month(_ number: Int) -> String {
        say(Period.dutchMonths[number - 1], Self.englishMonths[number - 1])
    }

    /// The name of an ISO 8601 weekday, 1 through 7.
    package func weekday(_ number: Int) -> String {
        say(Self.dutchWeekdays[number - 1], Self.englishWeekdays[number - 1])
    }

    /// `1 april 2026`.
    package func date(_ date: CalendarDate) -> String { "\(dayAndMonth(date.day, date.month)) \(date.year)" }

    /// `1 april`.
    package func dayAndMonth(_ day: Int, _ month: Int) -> String { "\(day) \(self.month(month))" }

    /// `woensdag 1 april 2026`.
    package func dateWithWeekday(_ date: CalendarDate) -> String { "\(weekday(date.weekday)) \(self.date(date))" }

    /// `08.00 uur`, as Dutch writes the time of day.
    package func clock(secondOfDay: Int) -> String {
        let hour = (secondOfDay / 3600).padded(to: 2)
        let minute = (secondOfDay / 60 % 60).padded(to: 2)
        return say("\(hour).\(minute) uur", "\(hour):\(minute)")
    }

    /// `woensdag 1 april 2026 om 08.00 uur`.
    package func moment(_ local: LocalDateTime) -> String { "\(weekday(local.date.weekday)) \(dateAndTime(local))" }

    /// `1 april 2026 om 08.00 uur`.
    package func dateAndTime(_ local: LocalDateTime) -> String {
        "\(date(local.date)) \(say("om", "at")) \(clock(secondOfDay: local.secondOfDay))"
    }

    /// A period in words: `2026`, `het 3e kwartaal van 2026`, `april 2026`, `schooljaar 2025/2026`.
    package func period(_ period: Period) -> String {
        let (year, index) = (period.year, period.index)
        return switch period.kind {
        case .year: "\(year)"
        case .halfYear: say("het \(index)e halfjaar van \(year)", "half-year \(index) of \(year)")
        case .quarter: say("het \(index)e kwartaal van \(year)", "quarter \(index) of \(year)")
        case .month: "\(month(index)) \(year)"
        case .schoolYear: "\(say("schooljaar", "school year")) \(period)"
        case .week: say("week \(index) van \(year)", "week \(index) of \(year)")
        case .day: date(period.start)
        }
    }
}

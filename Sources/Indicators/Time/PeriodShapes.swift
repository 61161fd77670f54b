/// Makes a period of the numbers, words and signs of its text.
enum PeriodShapes {
    static func read(_ tokens: PeriodTokens) -> PeriodReading {
        let (numbers, words) = (tokens.numbers, tokens.words)
        switch tokens.shape {
        case "Y.1", "Y.2", "Y,1", "Y,2", "Y/1", "Y-1": return yearAnd(numbers[0], numbers[1], tokens.shape)
        case "Y-2": return schoolYearOnly(numbers[0], numbers[1])
        case "Y/2": return monthOrSchoolYear(numbers[0], numbers[1])
        case "Y-Y", "Y/Y", "Y-'2", "Y/'2": return reading(schoolYear(numbers[0], numbers[1]))
        case "wY-Y", "wY/Y", "wY-2", "wY/2", "wY-'2", "wY/'2", "Y-Yw", "Y/Yw", "Y/2w", "Y-2w":
            guard isSchoolYear(words[0]) else { return .unreadable }
            return reading(schoolYear(numbers[0], numbers[1]))
        case "M": return monthOrSchoolYear(numbers[0] / 100, numbers[0] % 100)
        case "2-Y", "2/Y", "2.Y": return reading(Period(.month, year: numbers[1], index: numbers[0]))
        case "1-Y", "1/Y", "1.Y": return unclear(monthOrQuarter(numbers[1], numbers[0]))
        case "Y-1-1", "Y-1-2", "Y-2-1", "Y-2-2", "Y/1/1", "Y/1/2", "Y/2/1", "Y/2/2", "Y.2.2", "Y.1.1":
            return reading(day(numbers[0], numbers[1], numbers[2]))
        case "1-1-Y", "1-2-Y", "2-1-Y", "2-2-Y", "1.1.Y", "1.2.Y", "2.1.Y", "2.2.Y":
            return reading(day(numbers[2], numbers[1], numbers[0]))
        case "1/1/Y", "1/2/Y", "2/1/Y", "2/2/Y": return slashed(numbers[0], numbers[1], year: numbers[2])
        default: return worded(tokens)
        }
    }

    /// What has a word in it.
    private static func worded(_ tokens: PeriodTokens) -> PeriodReading {
        guard let word = tokens.words.first, tokens.words.count == 1 else { return .unreadable }
        let numbers = tokens.numbers
        switch tokens.shape {
        case "Yw", "wY": return named(word, of: numbers[0])
        case "Yw1", "Yw2": return reading(part(word, numbers[1], of: numbers[0]))
        case "w1Y", "w2Y", "w1-Y", "w2-Y", "w1/Y", "w2/Y", "w1,Y", "w2,Y":
            return reading(part(word, numbers[0], of: numbers[1]))
        case "Y1w", "Y2w": return reading(ordinal(word, numbers[1], of: numbers[0]))
        case "1wY", "2wY":
            guard let month = MonthNames.number(of: word) else {
                return reading(ordinal(word, numbers[0], of: numbers[1]))
            }
            return reading(day(numbers[1], month, numbers[0]))
        case "1w2", "2w2":
            guard let month = MonthNames.number(of: word) else { return .unreadable }
            return settled(years(numbers[1]).compactMap { day($0, month, numbers[0]) })
        case "w2", "w'2":
            guard let month = MonthNames.number(of: word) else { return .unreadable }
            return settled(years(numbers[0]).compactMap { Period(.month, year: $0, index: month) })
        case "2w":
            // `23-mei` is a day without its year, or a month of the year 2023.
            guard let month = MonthNames.number(of: word) else { return .unreadable }
            return unclear(years(numbers[0]).compactMap { Period(.month, year: $0, index: month) })
        default: return .unreadable
        }
    }
}

extension PeriodShapes {
    private static func reading(_ period: Period?) -> PeriodReading { period.map(PeriodReading.period) ?? .unreadable }

    private static func unclear(_ periods: [Period]) -> PeriodReading {
        periods.isEmpty ? .unreadable : .unclear(periods)
    }

    private static func settled(_ periods: [Period]) -> PeriodReading {
        periods.count == 1 ? .period(periods[0]) : unclear(periods)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
        CalendarDate(year: year, month: month, day: day).flatMap { Period(.day, containing: $0) }
    }

    /// The years that two digits may mean: of one that is neither near nor long past nobody can say which.
    private static func years(_ digits: Int) -> [Int] {
        switch digits {
        case ..<40: [2000 + digits]
        case 80...: [1900 + digits]
        default: [1900 + digits, 2000 + digits]
        }
    }

    private static func monthOrQuarter(_ year: Int, _ number: Int) -> [Period] {
        [Period(.month, year: year, index: number), Period(.quarter, year: year, index: number)].compactMap(\.self)
    }

    /// `2023.0` is a year that a program took for a number; `2023.1` may be a month, a quarter or a number.
    private static func yearAnd(_ year: Int, _ number: Int, _ shape: String) -> PeriodReading {
        let isDecimal = shape.contains(".") || shape.contains(",")
        if number == 0, isDecimal { return reading(.year(year)) }
        return unclear(monthOrQuarter(year, number))
    }

    /// `2012-13` is no month: most likely a school year, whose neighbour `2011-12` would be one.
    private static func schoolYearOnly(_ year: Int, _ end: Int) -> PeriodReading {
        unclear([schoolYear(year, end)].compactMap(\.self))
    }

    private static func schoolYear(_ year: Int, _ end: Int) -> Period? {
        guard end == year + 1 || end < 100 && end == (year + 1) % 100 else { return nil }
        return Period(.schoolYear, year: year)
    }

    /// `202305`, `2023/05`; in `200910` and `2009/10` the year 2009/2010 may be meant as well.
    private static func monthOrSchoolYear(_ year: Int, _ month: Int) -> PeriodReading {
        settled([Period(.month, year: year, index: month), schoolYear(year, month)].compactMap(\.self))
    }

    /// The day before the month as the Dutch write it, or behind it as Americans do.
    private static func slashed(_ first: Int, _ second: Int, year: Int) -> PeriodReading {
        let readings = [day(year, second, first), day(year, first, second)]
        if first == second || first > 12 { return reading(readings[0]) }
        return unclear(readings.compactMap(\.self))
    }
}

extension PeriodShapes {
    private static func isSchoolYear(_ word: String) -> Bool {
        ["schooljaar", "school jaar", "sj", "school year", "schoolyear", "studiejaar"].contains(word)
    }

    /// `mei 2023`, `tweede kwartaal 2023`, `jaar 2023`.
    private static func named(_ word: String, of year: Int) -> PeriodReading {
        if let month = MonthNames.number(of: word) { return reading(Period(.month, year: year, index: month)) }
        if ["jaar", "year", "kalenderjaar"].contains(word) { return reading(.year(year)) }
        // Which school year bears the number of one calendar year, nobody can say.
        if isSchoolYear(word) {
            return unclear([year - 1, year].compactMap { Period(.schoolYear, year: $0) })
        }
        let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = ordinals[parts[0]] else { return .unreadable }
        return reading(part(parts[1], number, of: year))
    }

    private static let ordinals = [
        "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    ]

    private static let ordinalEndings: Set = ["e", "ste", "de", "st", "nd", "rd", "th"]

    /// `2e kwartaal`: the word begins with what is behind the number.
    private static func ordinal(_ word: String, _ number: Int, of year: Int) -> Period? {
        let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, ordinalEndings.contains(parts[0]) else { return nil }
        return part(parts[1], number, of: year)
    }

    /// The part of the year that a word and a number name: `q2`, `week 5`, `mm05`.
    private static func part(_ word: String, _ number: Int, of year: Int) -> Period? {
        switch word {
        case "q", "k", "kw", "kwartaal", "quarter", "kwart": Period(.quarter, year: year, index: number)
        case "h", "s", "hj", "halfjaar", "half jaar", "half year", "halfyear", "semester":
            Period(.halfYear, year: year, index: number)
        case "m", "mm", "maand", "month": Period(.month, year: year, index: number)
        case "w", "wk", "week": Period(.week, year: year, index: number)
        case "jj": number == 0 ? Period(.year, year: year) : nil
        case "sj": number == 0 ? Period(.schoolYear, year: year) : nil
        default: nil
        }
    }
}

internal import Assessment
internal import Indicators

/// What the picture says, for those who do not see it.
extension SeriesChart {
    /// So many of the last periods are read out.
    private static let mostRead = 12

    /// What the picture shows: `2022 t/m 2024: 103, 108, 113 per 1000; streefwaarde < 108 in 2026`.
    package var alternative: String {
        [values, aimInWords, forecastInWords, limitsInWords, signsInWords].compactMap(\.self).joined(separator: "; ")
            .oneLine(limit: 700)
    }

    private var values: String {
        guard every == 1 else {
            let words = points.suffix(Self.mostRead).map { "\(phrases.shortPeriod($0.period)): \(word($0))" }
            return words.joined(separator: ", ") + unitBehind
        }
        let periods = Array(sequence(first: first) { $0.next }.prefix { $0 <= last }.suffix(Self.mostRead))
        let known = Dictionary(points.map { ($0.period, $0) }) { first, _ in first }
        let words = periods.map { period in known[period].map(word) ?? missing(period) }
        let stretch =
            "\(phrases.shortPeriod(periods.first ?? first)) \(phrases.say("t/m", "through")) \(phrases.shortPeriod(last))"
        return "\(stretch): \(words.joined(separator: ", "))\(unitBehind)"
    }

    private func word(_ point: Point) -> String {
        amount(point.value) + (point.isProvisional ? " (\(phrases.say("voorlopig", "provisional")))" : "")
    }

    /// A period without a value is no zero, and one that is hidden is not without a value.
    private func missing(_ period: Period) -> String {
        hidden.contains(period) ? phrases.hiddenValue : phrases.say("geen waarde", "no value")
    }

    /// A value in the row of values: with its unit where that is a sign of its own.
    private func amount(_ value: ExactDecimal) -> String {
        hasShortUnit ? unit.written(value) : unit.number(value)
    }

    private var hasShortUnit: Bool { unit == .percent || unit.euros != nil }

    private var unitBehind: String {
        hasShortUnit || unit == .count ? "" : " \(unit.symbol.oneLine(limit: 40))"
    }

    private var aimInWords: String? {
        aim.map { aim in
            let bound = written(aim.bound).oneLine(limit: 80)
            let period = aim.period.map { " in \(phrases.period($0))" } ?? ""
            return "\(nameOfTarget) \(bound)\(period)"
        }
    }

    private var signsInWords: String? {
        hasNegativeCosts ? phrases.say("lasten met een minteken", "costs with a minus sign") : nil
    }

    private var forecastInWords: String? {
        forecast.map { forecast in
            let expected = unit.written(forecast.expected).oneLine(limit: 80)
            return "\(phrases.say("verwacht", "expected")) \(expected)\(between(forecast.interval)) "
                + "\(phrases.say("over", "for")) \(phrases.period(forecast.period))"
        }
    }

    private func between(_ interval: ValueRange) -> String {
        guard let low = interval.minimum, let high = interval.maximum else { return "" }
        return " (\(unit.number(low)) \(phrases.say("tot", "to")) \(unit.number(high)))"
    }

    private var limitsInWords: String? {
        limits.map { limits in
            let (low, high) = (unit.number(limits.lower), unit.number(limits.upper))
            return phrases.say("gewone spreiding \(low) tot \(high)", "usual variation \(low) to \(high)")
        }
    }
}

extension Phrases {
    /// A period where there is little room: `2024`, `2e kw. 2024`, `mrt 2024`, `wk 7 2024`.
    func shortPeriod(_ period: Period) -> String {
        let (year, index) = (period.year, period.index)
        return switch period.kind {
        case .year: "\(year)"
        case .halfYear: say("\(index)e hj. \(year)", "H\(index) \(year)")
        case .quarter: say("\(index)e kw. \(year)", "Q\(index) \(year)")
        case .month: "\(shortMonth(index)) \(year)"
        case .schoolYear: "\(period)"
        case .week: say("wk \(index) \(year)", "wk \(index) \(year)")
        case .day: "\(period.start.day) \(shortMonth(period.start.month)) \(year)"
        }
    }

    private func shortMonth(_ number: Int) -> String {
        let dutch = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return say(dutch[number - 1], english[number - 1])
    }
}

internal import Indicators

/// What the rules that inform say of numbers in the same words.
extension Phrases {
    /// A difference without its sign: `0,4 procentpunt`, `7 per 1000`, `€ 1.200`.
    func difference(_ amount: ExactDecimal, _ unit: MeasureUnit) -> String {
        let size = amount.magnitude
        guard unit == .percent else { return unit.written(size).oneLine(limit: 80) }
        let isOne = size == ExactDecimal(1)
        return
            "\(size.written(decimalSign: ",")) \(say("procentpunt", isOne ? "percentage point" : "percentage points"))"
    }

    /// The same with its sign, where it is below zero.
    func change(_ amount: ExactDecimal, _ unit: MeasureUnit) -> String {
        (amount < .zero ? "-" : "") + difference(amount, unit)
    }

    /// A value with its unit: `112 per 1000`.
    func amount(_ value: ExactDecimal, _ unit: MeasureUnit) -> String { unit.written(value).oneLine(limit: 80) }

    /// A chance as people read it: `3,1%`, `minder dan 0,1%`.
    func chance(_ chance: ExactDecimal) -> String {
        let percent = chance.multiplied(by: ExactDecimal(100))?.rounded(decimals: 1) ?? chance
        return percent < (ExactDecimal(coefficient: 1, scale: 1) ?? .zero)
            ? say("minder dan 0,1%", "less than 0.1%") : "\(percent.withoutTrailingZeros.written(decimalSign: ","))%"
    }

    /// `1 waarde`, `7 waarden`.
    func values(_ count: Int) -> String {
        say(count == 1 ? "1 waarde" : "\(count) waarden", count == 1 ? "1 value" : "\(count) values")
    }

    /// `2018 t/m 2024`.
    func stretch(_ first: Period, _ last: Period) -> String {
        first == last ? period(first) : "\(period(first)) \(say("t/m", "to")) \(period(last))"
    }

    /// Whether what moved that way is good or bad: `; dat is ongunstig`.
    func verdict(isWorse: Bool) -> String {
        isWorse
            ? say("; dat is ongunstig", "; that is unfavourable") : say("; dat is gunstig", "; that is favourable")
    }

    /// How many of the values may still change; empty for none.
    func provisional(_ count: Int) -> String {
        switch count {
        case 0: ""
        case 1: say(" (1 waarde is voorlopig)", " (1 value is provisional)")
        default: say(" (\(count) waarden zijn voorlopig)", " (\(count) values are provisional)")
        }
    }

    /// Where what is compared begins: `alleen waarden vanaf 1 januari 2022: andere vraagstelling`; `nil` without a break.
    func since(_ start: SeriesBreak?) -> String? {
        start.map { start in
            let (day, reason) = (date(start.date), start.reason.oneLine(limit: 200))
            return say("alleen waarden vanaf \(day): \(reason)", "only values from \(day) on: \(reason)")
        }
    }
}

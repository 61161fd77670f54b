internal import Indicators

/// Numbers in a picture, where there is little room: large amounts and counts in thousands or millions, and the axis says so.
struct ChartNumbers: Hashable {
    let unit: MeasureUnit
    let phrases: Phrases
    /// Values are told divided by ten to this power.
    let power: Int

    /// - Parameters:
    ///   - unit: the unit of the values.
    ///   - largest: the largest of them, without its sign.
    ///   - phrases: the words.
    init(_ unit: MeasureUnit, largest: ExactDecimal, _ phrases: Phrases) {
        self.unit = unit
        self.phrases = phrases
        guard unit == .count || unit.euros != nil else {
            power = 0
            return
        }
        power = largest >= ExactDecimal(1_000_000) ? 6 : largest >= ExactDecimal(100_000) ? 3 : 0
    }

    /// The number with a decimal comma; what is told in thousands or millions rounded to two decimals.
    func written(_ value: ExactDecimal) -> String {
        let scaled = power == 0 ? value : value.timesTen(toThe: -power)?.rounded(decimals: 2)?.withoutTrailingZeros
        let number = unit.number(scaled ?? value)
        return number.hasPrefix("-") ? "\u{2212}\(number.dropFirst())" : number
    }

    /// What the numbers are, above the axis: `per 1000`, `aantal × 1.000`.
    var heading: String {
        let euros = unit.euros.map { $0 == ExactDecimal(1) ? 0 : 3 }
        guard let euros else {
            let symbol = unit == .count ? phrases.say("aantal", "number") : unit.symbol.oneLine(limit: 24)
            return symbol + factor(power, before: " × ")
        }
        return "€" + factor(power + euros, before: " × ")
    }

    private func factor(_ power: Int, before sign: String) -> String {
        switch power {
        case 0: ""
        case 3: "\(sign)1.000"
        case 6: sign + phrases.say("1 miljoen", "1 million")
        case 9: sign + phrases.say("1 miljard", "1 billion")
        default: ""
        }
    }
}

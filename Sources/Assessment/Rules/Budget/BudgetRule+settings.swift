package import Indicators

extension BudgetRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let numbers = texts.suffix(4).compactMap { ExactDecimal($0) }
        guard texts.count >= 4, numbers.count == 4 else { return [] }
        let percent = MeasureUnit.percent
        return line(texts.dropLast(4).first, in: phrases) + [
            Figure(
                label: phrases.say("afwijking telt vanaf", "deviation counts from"),
                value: percent.written(numbers[0])
            ),
            Figure(
                label: phrases.say("en vanaf een bedrag van", "and from an amount of"),
                value: MeasureUnit.euro.written(numbers[1])
            ),
            Figure(label: phrases.say("rood vanaf", "red from"), value: percent.written(numbers[2])),
            Figure(label: phrases.say("oordeel vanaf maand", "judged from month"), value: numbers[3].description),
        ]
    }

    /// `costs cumulative booked`.
    private static func line(_ text: String?, in phrases: Phrases) -> [Figure] {
        let words = text?.split(separator: " ").map(String.init) ?? []
        guard words.count >= 2, let side = Budget.Side(rawValue: words[0]),
            let realised = Budget.Realised(rawValue: words[1])
        else { return [] }
        let isBooked = words.dropFirst(2).contains("booked")
        return [
            Figure(label: phrases.say("soort post", "kind of line"), value: name(side, in: phrases)),
            Figure(label: phrases.say("realisatie", "realised"), value: name(realised, in: phrases)),
            Figure(
                label: phrases.say("verwachting voor het jaar", "expected outcome"),
                value: isBooked ? phrases.say("nee", "no") : phrases.say("ja", "yes")
            ),
        ]
    }

    private static func name(_ side: Budget.Side, in phrases: Phrases) -> String {
        switch side {
        case .costs: phrases.say("lasten", "costs")
        case .income: phrases.say("baten", "income")
        case .balance: phrases.say("saldo", "balance")
        }
    }

    private static func name(_ realised: Budget.Realised, in phrases: Phrases) -> String {
        switch realised {
        case .cumulative: phrases.say("van het jaar tot en met de periode", "of the year up to the period")
        case .perPeriod: phrases.say("per periode", "per period")
        }
    }
}

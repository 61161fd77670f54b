package import Indicators

extension BudgetRule {
    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] {
        let numbers = texts.suffix(4).compactMap { ExactDecimal($0) }
        guard texts.count >= 4, numbers.count == 4 else { return [] }
        let percent = MeasureUnit.percent
        let more = texts.dropFirst().dropLast(4).flatMap { self.more($0, in: phrases) }
        return line(texts.dropLast(4).first, in: phrases) + more + [
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

    /// `commitments ID`, `change 2026-07-01 = 1200`, `change 2026-07-01 + -50`, `opens 2`.
    private static func more(_ text: String, in phrases: Phrases) -> [Figure] {
        let words = text.split(separator: " ").map(String.init)
        guard let kind = words.first, words.count >= 2 else { return [] }
        switch kind {
        case "commitments": return [Figure(label: phrases.say("verplichtingen", "commitments"), value: words[1])]
        case "opens":
            return [
                Figure(
                    label: phrases.say("verwachting telt vanaf zo veel maal", "forecast counts from so many times"),
                    value: words[1].replacing(".", with: ",")
                )
            ]
        case "change" where words.count == 4:
            let isTotal = words[2] == "="
            let amount = ExactDecimal(words[3]).map { $0.written(decimalSign: ",") } ?? words[3]
            let sign = isTotal || words[3].hasPrefix("-") ? "" : "+"
            let label = phrases.say("begrotingswijziging van \(words[1])", "change of the budget of \(words[1])")
            return [Figure(label: label, value: sign + amount)]
        default: return []
        }
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

extension Budget {
    /// What of the line counts for its judgement, as texts.
    var texts: [String] {
        let kind = "\(side.rawValue) \(realised.rawValue)\(isForecast ? "" : " booked")"
        return [kind] + (commitments.map { ["commitments \($0)"] } ?? []) + changes.map(\.text)
    }
}

extension BudgetChange {
    fileprivate var text: String {
        switch amount {
        case .total(let total): "change \(date) = \(total.withoutTrailingZeros)"
        case .difference(let difference): "change \(date) + \(difference.withoutTrailingZeros)"
        }
    }
}

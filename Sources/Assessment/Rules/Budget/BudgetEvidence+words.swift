package import Indicators

extension BudgetEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let line = line(of: facts, in: phrases)
        return Statement(
            message: message(of: facts, in: phrases),
            verdict: verdict(in: phrases),
            tail: " \(line)",
            line: line
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        // Without an outcome of the year, what is known is the value.
        let known = standing == nil ? " \(phrases.shortValue(of: facts))" : ""
        return Statement(
            message: endMessage(facts.about.title, in: phrases),
            verdict: verdict(in: phrases),
            tail: "\(known)\(phrases.resolvedMark)",
            line: line(of: facts, in: phrases)
        )
    }

    private func message(of facts: FindingFacts, in phrases: Phrases) -> String {
        guard let standing else { return "\(phrases.subject(of: facts)). \(verdict(in: phrases))" }
        let money = Money(standing, facts.about.unit)
        guard standing.isFinal != true else {
            let budget = budget(money, phrases)
            return phrases.say(
                "\(facts.about.title): gerealiseerd \(money.realised) bij een begroting van \(budget); ",
                "\(facts.about.title): realised \(money.realised) with a budget of \(budget); "
            ) + "\(standing.outcome(facts.about.unit, none: phrases.say("geen verschil", "no difference"), phrases))."
        }
        let forecast = leastOrNot(money.forecast, phrases)
        return phrases.say(
            "\(facts.about.title): verwacht \(forecast) bij een begroting van \(budget(money, phrases)); ",
            "\(facts.about.title): expected \(forecast) with a budget of \(budget(money, phrases)); "
        ) + "\(standing.outcome(facts.about.unit, none: phrases.say("geen verschil", "no difference"), phrases))."
    }

    /// `€ 1.200.000`, with the change that made it so: `€ 1.200.000 na wijziging van 1 juli 2026`.
    private func budget(_ money: Money, _ phrases: Phrases) -> String {
        guard let change = standing?.change else { return money.budget }
        let day = phrases.date(change.date)
        return phrases.say("\(money.budget) na wijziging van \(day)", "\(money.budget) after the change of \(day)")
    }

    /// What is realised and promised is the least that the year comes to.
    private func leastOrNot(_ forecast: String, _ phrases: Phrases) -> String {
        standing?.isFloor == true ? "\(phrases.say("ten minste", "at least")) \(forecast)" : forecast
    }

    private func endMessage(_ title: String, in phrases: Phrases) -> String {
        switch reason {
        case .withinBudget where isFinal:
            phrases.say(
                "\(title): de uitkomst wijkt niet noemenswaardig af van de begroting.",
                "\(title): the outcome does not deviate notably from the budget."
            )
        case .withinBudget:
            phrases.say(
                "\(title): de verwachte uitkomst wijkt niet noemenswaardig af van de begroting.",
                "\(title): the expected outcome does not deviate notably from the budget."
            )
        case .noBudget:
            phrases.say(
                "\(title) heeft voor dit jaar geen begroting; de melding is gesloten.",
                "\(title) has no budget for this year; the alert is closed."
            )
        case .advantage, .disadvantage, .unconfirmed, .tooEarly, .yearNotOver, .periodsMissing, .noValue, .inputMissing,
            .notComputable:
            "\(title): \(phrases.closed)"
        }
    }

    /// Whether the year is over, so that nothing is expected any more.
    private var isFinal: Bool { standing?.isFinal == true }

    private func verdict(in phrases: Phrases) -> String {
        switch reason {
        case .disadvantage where isFinal:
            phrases.say("Het jaar is nadelig uitgevallen.", "The year has ended with a disadvantage.")
        case .advantage where isFinal:
            phrases.say("Het jaar is voordelig uitgevallen.", "The year has ended with an advantage.")
        case .withinBudget where isFinal:
            phrases.say(
                "De uitkomst wijkt niet noemenswaardig af van de begroting.",
                "The outcome does not deviate notably from the budget."
            )
        case .disadvantage where standing?.isFloor == true:
            phrases.say(
                "Wat is gerealiseerd en verplicht, is samen al meer dan de begroting.",
                "What is realised and committed is more than the budget already."
            )
        case .disadvantage:
            phrases.say(
                "Naar verwachting valt het jaar nadelig uit.",
                "The year is expected to end with a disadvantage."
            )
        case .advantage:
            phrases.say(
                "Naar verwachting valt het jaar voordelig uit.",
                "The year is expected to end with an advantage."
            )
        case .withinBudget:
            phrases.say(
                "De verwachte uitkomst wijkt niet noemenswaardig af van de begroting.",
                "The expected outcome does not deviate notably from the budget."
            )
        case .noBudget: phrases.say("Er is voor dit jaar geen begroting.", "There is no budget for this year.")
        case .yearNotOver:
            phrases.say(
                "Dit bedrag wordt beoordeeld als het jaar voorbij is.",
                "This amount is judged when the year is over."
            )
        case .unconfirmed, .tooEarly, .periodsMissing, .noValue, .inputMissing, .notComputable:
            phrases.say(
                "De uitkomst van het jaar is nog niet te zeggen.",
                "The outcome of the year cannot be told yet."
            )
        }
    }

    /// What is the matter, to stand behind a title.
    private func line(of facts: FindingFacts, in phrases: Phrases) -> String {
        guard let standing else { return phrases.value(of: facts) }
        let none = phrases.say("geen", "none")
        let outcome = standing.outcome(facts.about.unit, none: none, phrases)
        return isFinal ? outcome : "\(phrases.say("verwacht", "expected")) \(leastOrNot(outcome, phrases))"
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        guard let standing else { return phrases.valueFigure(of: facts) }
        let money = Money(standing, facts.about.unit)
        let document = standing.change?.what.map { " (\($0.oneLine(limit: 80)))" } ?? ""
        let until = facts.period.map { phrases.say(" tot en met ", " through ") + phrases.period($0) } ?? ""
        return [
            Figure(label: phrases.say("Begroting", "Budget"), value: budget(money, phrases) + document),
            Figure(label: phrases.say("Gerealiseerd", "Realised"), value: money.realised + until),
            Figure(phrases.say("Verplichtingen", "Commitments"), money.commitments),
            Figure(
                phrases.say("Verwacht over het jaar", "Expected for the year"),
                isFinal ? nil : leastOrNot(money.forecast, phrases)
            ),
            Figure(
                label: phrases.say("Verschil", "Difference"),
                value: standing.outcome(facts.about.unit, none: phrases.say("geen", "none"), phrases)
            ),
            Figure(
                phrases.say("Bedragen", "Amounts"),
                standing.hasNegativeCosts == true ? BudgetStanding.signs(in: phrases) : nil
            ),
        ]
        .compactMap(\.self)
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(
            reason,
            finding.severity,
            in: phrases,
            details: (missing?.explanation(in: phrases) ?? []) + (standing?.explanation(unit, phrases) ?? [])
        )
    }
}

/// The amounts of a standing with the signs of the books, as the document, the chart and the report have them.
///
/// In what an earlier version kept costs that the books write negative are told without their sign.
private struct Money {
    let budget: String
    let realised: String
    let forecast: String
    /// What has been promised besides; `nil` where it is not known.
    let commitments: String?

    init(_ standing: BudgetStanding, _ unit: MeasureUnit) {
        func amount(_ value: ExactDecimal) -> String {
            unit.written(standing.isWrittenNegative ? ExactDecimal.zero.subtracting(value) ?? value : value)
        }
        budget = amount(standing.budget)
        realised = amount(standing.realised)
        forecast = amount(standing.forecast)
        commitments = standing.commitments.map(amount)
    }
}

package import Indicators

extension ForecastEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let unit = facts.about.unit
        guard let leading, let outlook = phrases.expectation(leading, unit) else { return closed(facts, in: phrases) }
        return Statement(
            message: "\(phrases.subject(of: facts)); \(outlook).",
            verdict: verdict(leading, facts, in: phrases),
            tail: " \(phrases.shortValue(of: facts)) (\(phrases.expectedInShort(leading, unit)))",
            line: "\(phrases.value(of: facts)); \(outlook)"
        )
    }

    /// `De waarde van nu is nog groen. Gaat het zo door, dan …`.
    private func verdict(_ leading: TargetForecast, _ facts: FindingFacts, in phrases: Phrases) -> String {
        let unit = facts.about.unit
        let (expected, period) = (phrases.amount(leading.expected, unit), phrases.period(leading.period))
        let range = phrases.range(leading.interval, unit)
        let what =
            leading.goal.map { "\(phrases.say("Doel", "Goal")) \($0.oneLine(limit: 40))" }
            ?? phrases.say("De streefwaarde", "The target")
        let asked = phrases.asked(leading.bound, unit: unit)
        return phrases.say(
            "De waarde van nu is nog groen. Gaat het zo door, dan is het over \(period) naar verwachting \(expected) "
                + "(waarschijnlijk \(range)). \(what) is dan \(asked) en wordt naar verwachting niet gehaald.",
            "The value of now is still green. If it goes on like this, it is expected to be \(expected) for \(period) "
                + "(probably \(range)). \(what) is \(asked) then and is expected to be missed."
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        switch reason {
        case .meetExpected, .missPossible:
            guard let leading, let outlook = phrases.expectation(leading, facts.about.unit) else {
                return closed(facts, in: phrases)
            }
            return Statement(
                message: "\(phrases.subject(of: facts)); \(outlook).",
                verdict: phrases.say(
                    "Er wordt niet langer verwacht dat de streefwaarde wordt gemist.",
                    "It is no longer expected that the target is missed."
                ),
                tail: " \(phrases.shortValue(of: facts))\(phrases.resolvedMark)",
                line: "\(phrases.value(of: facts)); \(outlook)"
            )
        case .missExpected, .toldByTarget, .nothingAhead, .tooFewValues, .hasSeason, .noValue:
            return closed(facts, in: phrases)
        }
    }

    private func closed(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        Statement(
            message: "\(phrases.subject(of: facts)). \(phrases.closed)",
            verdict: phrases.closed,
            tail: " \(phrases.shortValue(of: facts))\(phrases.resolvedMark)",
            line: phrases.value(of: facts)
        )
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        let unit = facts.about.unit
        let expected = leading.map { leading in
            let value = phrases.amount(leading.expected, unit)
            return "\(value) \(phrases.say("over", "for")) \(phrases.period(leading.period)) "
                + "(\(phrases.range(leading.interval, unit)))"
        }
        return phrases.valueFigure(of: facts)
            + [Figure(phrases.say("Verwacht", "Expected"), expected)].compactMap(\.self)
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        let lines = forecasts.compactMap { phrases.expectation($0, unit) }
        return Explanation(
            reason,
            finding.severity,
            in: phrases,
            details: lines + [basis(phrases), wait(finding, phrases), phrases.since(start)].compactMap(\.self)
        )
    }

    /// `rechte lijn door 9 waarden, 2016 t/m 2024; 80%-voorspellingsinterval`.
    private func basis(_ phrases: Phrases) -> String? {
        guard let first, let last, !forecasts.isEmpty else { return nil }
        let values = "\(phrases.values(count)), \(phrases.stretch(first, last))\(phrases.provisional(provisional))"
        return phrases.say(
            "rechte lijn door \(values); 80%-voorspellingsinterval",
            "straight line through \(values); 80% prediction interval"
        )
    }

    private func wait(_ finding: Finding, _ phrases: Phrases) -> String? {
        finding.severity != nil && !hasLasted
            ? phrases.say(
                "nog geen melding: die volgt als de volgende meting dit bevestigt",
                "no alert yet: it follows where the next value confirms it"
            ) : nil
    }
}

extension Phrases {
    /// `naar verwachting 118 per 1000 (112 tot 124) over 2028: streefwaarde < 108 per 1000 wordt dan niet gehaald`.
    fileprivate func expectation(_ forecast: TargetForecast, _ unit: MeasureUnit) -> String? {
        let goal = forecast.goal.map { " (\(say("doel", "goal")) \($0.oneLine(limit: 40)))" } ?? ""
        let target = "\(forecast.bound.written(unit: unit).oneLine(limit: 80))\(goal)"
        let expected =
            "\(amount(forecast.expected, unit)) (\(range(forecast.interval, unit))) "
            + "\(say("over", "for")) \(period(forecast.period))"
        return switch forecast.outlook {
        case .missed:
            say(
                "naar verwachting \(expected); streefwaarde \(target) wordt dan niet gehaald",
                "expected to be \(expected); the target \(target) is missed then"
            )
        case .possiblyMissed:
            say(
                "naar verwachting \(expected); of streefwaarde \(target) dan wordt gehaald, is niet te zeggen",
                "expected to be \(expected); whether the target \(target) is met then cannot be said"
            )
        case .met:
            say(
                "naar verwachting \(expected); streefwaarde \(target) wordt dan gehaald",
                "expected to be \(expected); the target \(target) is met then"
            )
        }
    }

    /// `in 2028 naar verwachting 118`.
    fileprivate func expectedInShort(_ forecast: TargetForecast, _ unit: MeasureUnit) -> String {
        let (value, period) = (unit.number(forecast.expected), period(forecast.period))
        return say("over \(period) naar verwachting \(value)", "expected for \(period): \(value)")
    }

    fileprivate func range(_ interval: ValueRange, _ unit: MeasureUnit) -> String {
        let ends = [interval.minimum, interval.maximum].map { $0.map(unit.number) ?? "" }
        return ends.joined(separator: say(" tot ", " to "))
    }
}

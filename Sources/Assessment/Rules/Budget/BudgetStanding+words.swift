internal import Indicators

extension BudgetStanding {
    /// The numbers as the books have them.
    func explanation(_ unit: MeasureUnit, _ phrases: Phrases) -> [String] {
        [
            phrases.say("begroting ", "budget ") + unit.written(budget)
                + phrases.say(", gerealiseerd ", ", realised ") + unit.written(realised)
                + (hasNegativeCosts == true ? " (\(Self.signs(in: phrases)))" : ""),
            changed(unit, phrases),
            committed(unit, phrases),
            isFinal == true ? nil : expected(unit, phrases),
            isFinal == true ? nil : otherwise(unit, phrases),
            phrases.say("verschil: ", "difference: ") + outcome(unit, none: phrases.say("geen", "none"), phrases),
        ]
        .compactMap(\.self)
    }

    /// How the amounts are to be read, where costs have a sign.
    static func signs(in phrases: Phrases) -> String {
        phrases.say(
            "lasten staan met een minteken, zoals in de begroting",
            "costs stand with a minus sign, as in the budget"
        )
    }

    /// How far the year is from its budget, whatever the signs: `nadeel € 2.100.000 (10,0%)`.
    func outcome(_ unit: MeasureUnit, none: String, _ phrases: Phrases) -> String {
        guard let isAdvantage else { return none }
        let side = isAdvantage ? phrases.say("voordeel", "advantage") : phrases.say("nadeel", "disadvantage")
        let percent = percent.map { " (\($0.magnitude.written(decimalSign: ","))%)" } ?? ""
        return "\(side) \(unit.written(deviation.magnitude))\(percent)"
    }

    /// `begroting na wijziging van 1 juli 2026 (Voorjaarsnota); eerst € 1.000.000`.
    private func changed(_ unit: MeasureUnit, _ phrases: Phrases) -> String? {
        change.map { change in
            let document = change.what.map { " (\($0.oneLine(limit: 80)))" } ?? ""
            let first = originalBudget.map { phrases.say("; eerst ", "; at first ") + unit.written($0) } ?? ""
            return phrases.say("begroting na wijziging van ", "budget after the change of ")
                + "\(phrases.date(change.date))\(document)\(first)"
        }
    }

    private func committed(_ unit: MeasureUnit, _ phrases: Phrases) -> String? {
        if lacksCommitments == true {
            return phrases.say(
                "verplichtingen van deze periode zijn niet bekend en niet meegeteld",
                "the commitments of this period are not known, and not counted"
            )
        }
        return commitments.map { commitments in
            let floor = realised.adding(commitments).map { phrases.say("; samen ", "; together ") + unit.written($0) }
            return phrases.say("verplichtingen ", "commitments ") + unit.written(commitments) + (floor ?? "")
        }
    }

    private func expected(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let total = phrases.say("verwacht over het jaar ", "expected for the year ")
        guard isFloor != true else {
            return total
                + phrases.say(
                    "ten minste \(unit.written(forecast)): wat is gerealiseerd en verplicht",
                    "at least \(unit.written(forecast)): what is realised and committed"
                )
        }
        return total + "\(unit.written(forecast)), \(course(phrases))\(range(unit, phrases))"
    }

    private func course(_ phrases: Phrases) -> String {
        let years = earlierYears
        guard years > 0 else { return phrases.say("gelijkmatig over het jaar", "the year taken to run evenly") }
        if isAdditive == true {
            return phrases.say(
                "de rest van het jaar als begroot, verdeeld als in \(years) eerdere jaren",
                "the rest of the year as budgeted, divided as in \(years) earlier years"
            )
        }
        return phrases.say(
            "zoals in \(years == 1 ? "1 eerder jaar" : "\(years) eerdere jaren")",
            "the year taken to run as \(years) earlier year(s)"
        )
    }

    private func range(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let ends = [band?.minimum, band?.maximum].compactMap(\.self).map(unit.written)
        // The single years were extrapolated, which the forecast is not then.
        guard ends.count == 2, isAdditive != true else { return "" }
        return phrases.say(
            "; naar de losse jaren \(ends[0]) tot \(ends[1])",
            "; by the single years \(ends[0]) to \(ends[1])"
        )
    }

    private func otherwise(_ unit: MeasureUnit, _ phrases: Phrases) -> String? {
        additiveForecast.map { other in
            isAdditive == true
                ? phrases.say(
                    "als de rest van het jaar loopt als tot nu toe: \(unit.written(other))",
                    "if the rest of the year runs as until now: \(unit.written(other))"
                )
                : phrases.say(
                    "als de rest van het jaar loopt als begroot: \(unit.written(other))",
                    "if the rest of the year runs as budgeted: \(unit.written(other))"
                )
        }
    }
}

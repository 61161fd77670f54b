package import Indicators

extension SignificanceEvidence {
    package func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        switch reason {
        case .above, .below, .notDistinguishable: leading.map { sentence($0, unit, phrases) } ?? ""
        case .higherThanBefore, .lowerThanBefore, .notDifferent: before.map { sentence($0, unit, phrases) } ?? ""
        case .nothingToCompare:
            phrases.say(
                "\(measured(unit, phrases)); er is geen streefwaarde voor deze periode en geen eerdere meting met een "
                    + "interval",
                "\(measured(unit, phrases)); there is no target for this period and no earlier survey with an interval"
            )
        case .noMargin:
            phrases.say(
                "geen interval of aantal respondenten bekend",
                "neither an interval nor a number of respondents is known"
            )
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }

    /// `27,1% over 2024, 95%-interval van 25,6% tot 28,7%`; a published one need not be of 95 %.
    private func measured(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let amount = value.map { phrases.amount($0, unit) } ?? ""
        let mark = isProvisional ? phrases.say(" (voorlopig)", " (provisional)") : ""
        let over = period.map { " \(phrases.say("over", "for")) \(phrases.period($0))" } ?? ""
        return "\(amount)\(over)\(mark), \(certain(unit, phrases))"
    }

    private func certain(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        guard let low = margin?.interval.minimum, let high = margin?.interval.maximum else { return "" }
        let (from, to) = (phrases.amount(low, unit), phrases.amount(high, unit))
        return margin?.sampleSize == nil
            ? phrases.say("interval van \(from) tot \(to)", "interval from \(from) to \(to)")
            : phrases.say("95%-interval van \(from) tot \(to)", "95% interval from \(from) to \(to)")
    }

    private func sentence(_ test: TargetTest, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let parts = [
            test.goal.map { "\(phrases.say("doel", "goal")) \($0.oneLine(limit: 40))" }, test.period?.description,
        ]
        .compactMap(\.self)
        let target = test.bound.written(unit: unit) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
        let verdict = test.isWorse.map { phrases.verdict(isWorse: $0) } ?? ""
        let position =
            switch test.position {
            case .above:
                phrases.say("significant boven de streefwaarde \(target)", "significantly above the target \(target)")
            case .below:
                phrases.say("significant onder de streefwaarde \(target)", "significantly below the target \(target)")
            case .notDistinguishable:
                phrases.say(
                    "niet te onderscheiden van de streefwaarde \(target)",
                    "not distinguishable from the target \(target)"
                )
            }
        return "\(measured(unit, phrases)): \(position)\(verdict)"
    }

    private func sentence(_ before: SurveyComparison, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let then =
            "\(phrases.amount(before.value, unit)) \(phrases.say("over", "for")) \(phrases.period(before.period))"
        guard before.isSignificant else {
            return phrases.say(
                "\(measured(unit, phrases)): het verschil met \(then) kan toeval zijn",
                "\(measured(unit, phrases)): the difference from \(then) may be chance"
            )
        }
        let isHigher = before.statistic > .zero
        let verdict = phrases.verdict(isWorse: isHigher == (better == .lower))
        return isHigher
            ? phrases.say(
                "\(measured(unit, phrases)): significant hoger dan \(then)\(verdict)",
                "\(measured(unit, phrases)): significantly higher than \(then)\(verdict)"
            )
            : phrases.say(
                "\(measured(unit, phrases)): significant lager dan \(then)\(verdict)",
                "\(measured(unit, phrases)): significantly lower than \(then)\(verdict)"
            )
    }

    package func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        let others = tests.filter { $0 != leading }.map { sentence($0, unit, phrases) }
        let beside = before.map { before in
            let statistic = before.statistic.written(decimalSign: ",")
            return tests.isEmpty
                ? "T = \(statistic)" : "\(sentence(before, unit, phrases)) (T = \(statistic))"
        }
        return others + [beside, origin(phrases), phrases.since(start)].compactMap(\.self)
    }

    private func origin(_ phrases: Phrases) -> String? {
        guard let margin else { return nil }
        guard let size = margin.sampleSize, let effect = margin.designEffect else {
            return phrases.say("interval zoals gepubliceerd", "interval as published")
        }
        let deff = effect.withoutTrailingZeros.written(decimalSign: ",")
        return phrases.say(
            "interval volgens Wilson: \(size) respondenten, ontwerpeffect \(deff)",
            "interval by Wilson: \(size) respondents, design effect \(deff)"
        )
    }
}

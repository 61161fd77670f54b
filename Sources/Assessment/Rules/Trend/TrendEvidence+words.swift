package import Indicators

extension TrendEvidence {
    package func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        switch reason {
        case .rising: moving(phrases.say("stijgt", "rises"), unit, phrases)
        case .falling: moving(phrases.say("daalt", "falls"), unit, phrases)
        case .likelyRising: moving(phrases.say("stijgt waarschijnlijk", "probably rises"), unit, phrases)
        case .likelyFalling: moving(phrases.say("daalt waarschijnlijk", "probably falls"), unit, phrases)
        case .pointsUp: pointing(phrases.say("omhoog", "up"), phrases)
        case .pointsDown: pointing(phrases.say("omlaag", "down"), phrases)
        case .noClearTrend:
            phrases.say("geen duidelijke trend in \(stretch(phrases))", "no clear trend in \(stretch(phrases))")
        case .tooFewValues:
            phrases.say(
                "\(phrases.values(count)): te weinig voor een trend (vanaf \(fewest))",
                "\(phrases.values(count)): too few for a trend (from \(fewest) on)"
            )
        case .leftToControl:
            phrases.say(
                "\(phrases.values(count)): daarover zegt de regel spc meer dan een trend",
                "\(phrases.values(count)): the rule spc says more of them than a trend"
            )
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }

    /// `stijgt waarschijnlijk, met ongeveer 0,4 procentpunt per jaar (7 waarden, 2018 t/m 2024); dat is ongunstig`.
    private func moving(_ verb: String, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let isWorse = (line?.statistic ?? 0 > 0) == (better == .lower)
        let pace = line.flatMap { line in
            line.slope == .zero
                ? nil
                : phrases.say(
                    ", met ongeveer \(phrases.difference(line.slope, unit)) per jaar",
                    ", by about \(phrases.difference(line.slope, unit)) a year"
                )
        }
        return "\(verb)\(pace ?? "") (\(stretch(phrases)))\(phrases.verdict(isWorse: isWorse))"
    }

    private func pointing(_ way: String, _ phrases: Phrases) -> String {
        phrases.say(
            "wijst \(way) (\(stretch(phrases))); dat is te weinig om van een trend te spreken",
            "points \(way) (\(stretch(phrases))); that is too few to call it a trend"
        )
    }

    private func stretch(_ phrases: Phrases) -> String {
        guard let first, let last else { return phrases.values(count) }
        return "\(phrases.values(count)), \(phrases.stretch(first, last))"
    }

    package func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        let test = line.map { line in
            let bounds = [line.bounds.minimum, line.bounds.maximum].compactMap { $0.map { phrases.change($0, unit) } }
            let range = bounds.joined(separator: phrases.say(" tot ", " to "))
            let (slope, confidence) = (phrases.change(line.slope, unit), line.confidence.written(decimalSign: ","))
            return phrases.say(
                "Theil-Sen: \(slope) per jaar (\(confidence)%-interval \(range)); Mann-Kendall: S = \(line.statistic), "
                    + "p-waarde \(phrases.chance(line.chance))",
                "Theil-Sen: \(slope) a year (\(confidence)% interval \(range)); Mann-Kendall: S = \(line.statistic), "
                    + "p-value \(phrases.chance(line.chance))"
            )
        }
        return [test, marked(phrases), phrases.since(start)].compactMap(\.self)
    }

    private func marked(_ phrases: Phrases) -> String? {
        provisional == 0
            ? nil
            : phrases.say(
                "\(phrases.values(provisional)) daarvan voorlopig",
                "\(phrases.values(provisional)) of them provisional"
            )
    }
}

package import Indicators

extension ControlEvidence {
    package func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        switch reason {
        case .concern: special(unit, phrases) + phrases.verdict(isWorse: true)
        case .improvement: special(unit, phrases) + phrases.verdict(isWorse: false)
        case .commonCause:
            phrases.say(
                "schommelt zoals eerder, \(between(unit, phrases))",
                "varies as before, \(between(unit, phrases))"
            )
        case .trialLimits:
            phrases.say(
                "\(between(unit, phrases)); deze grenzen zijn voorlopig (\(count) van de \(limitsFrom) waarden)",
                "\(between(unit, phrases)); these limits are a trial (\(count) of \(limitsFrom) values)"
            )
        case .noVariation:
            phrases.say(
                "\(phrases.values(count)) en allemaal gelijk: grenzen zijn er dan niet",
                "\(phrases.values(count)), all alike: there are no limits then"
            )
        case .tooFewValues:
            phrases.say(
                "\(phrases.values(count)): te weinig voor grenzen (voorlopig vanaf \(trialFrom), vast vanaf \(limitsFrom))",
                "\(phrases.values(count)): too few for limits (a trial from \(trialFrom), firm from \(limitsFrom) on)"
            )
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        }
    }

    /// `meestal tussen 80,2 en 104,2, gemiddeld 92,2`.
    private func between(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        guard let limits else { return "" }
        let (low, high) = (phrases.amount(limits.lower, unit), phrases.amount(limits.upper, unit))
        let mean = phrases.amount(limits.mean, unit)
        return phrases.say(
            "door toeval tussen \(low) en \(high), gemiddeld \(mean)",
            "by chance between \(low) and \(high), \(mean) on average"
        )
    }

    private func special(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        guard let cause, let limits, let last, let value else { return "" }
        let now = "\(phrases.amount(value, unit)) \(phrases.say("over", "for")) \(phrases.period(last))"
        let (low, high) = (phrases.amount(limits.lower, unit), phrases.amount(limits.upper, unit))
        let mean = phrases.amount(limits.mean, unit)
        let what =
            switch cause {
            case .aboveLimit:
                phrases.say("\(now) ligt boven de bovengrens van \(high)", "\(now) is above the upper limit of \(high)")
            case .belowLimit:
                phrases.say("\(now) ligt onder de ondergrens van \(low)", "\(now) is below the lower limit of \(low)")
            case .rising: phrases.say("zeven waarden op rij stijgen", "seven values in a row rise")
            case .falling: phrases.say("zeven waarden op rij dalen", "seven values in a row fall")
            case .twoOfThreeAbove:
                phrases.say(
                    "twee van drie waarden op rij liggen dicht bij de bovengrens van \(high)",
                    "two of three values in a row are close to the upper limit of \(high)"
                )
            case .twoOfThreeBelow:
                phrases.say(
                    "twee van drie waarden op rij liggen dicht bij de ondergrens van \(low)",
                    "two of three values in a row are close to the lower limit of \(low)"
                )
            case .shiftAbove:
                phrases.say(
                    "zeven waarden op rij liggen boven het gemiddelde van \(mean)",
                    "seven values in a row are above the average of \(mean)"
                )
            case .shiftBelow:
                phrases.say(
                    "zeven waarden op rij liggen onder het gemiddelde van \(mean)",
                    "seven values in a row are below the average of \(mean)"
                )
            }
        return what + phrases.say("; dat is waarschijnlijk geen toeval", "; that is probably no chance")
    }

    package func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        [drawn(unit, phrases), assured(unit, phrases), phrases.since(start)].compactMap(\.self)
    }

    /// `24 waarden, januari 2024 t/m december 2025: gemiddeld 92,2, grenzen 80,2 tot 104,2; 1 uitschieter niet meegerekend`.
    private func drawn(_ unit: MeasureUnit, _ phrases: Phrases) -> String? {
        guard let limits, let first, let last else { return nil }
        let outliers = limits.screenedOut
        let screened =
            outliers == 0
            ? ""
            : phrases.say(
                "; \(outliers) grote \(outliers == 1 ? "sprong" : "sprongen") niet meegerekend",
                "; \(outliers) large \(outliers == 1 ? "step" : "steps") left out"
            )
        let (mean, low, high) = (unit.written(limits.mean), unit.written(limits.lower), unit.written(limits.upper))
        return "\(phrases.values(count)), \(phrases.stretch(first, last))\(phrases.provisional(provisional)): "
            + phrases.say(
                "gemiddeld \(mean), grenzen \(low) en \(high)\(screened)",
                "average \(mean), limits \(low) and \(high)\(screened)"
            )
    }

    private func assured(_ unit: MeasureUnit, _ phrases: Phrases) -> String? {
        guard let target, let assurance else { return nil }
        let bound = target.written(unit: unit)
        let outcome =
            switch assurance {
            case .pass: phrases.say("wordt zo steeds gehaald", "will be met every time as it runs")
            case .fail: phrases.say("wordt zo niet gehaald", "will not be met as it runs")
            case .inconsistent:
                phrases.say("wordt zo nu eens wel en dan weer niet gehaald", "will be met at times as it runs")
            }
        return phrases.say("streefwaarde \(bound) \(outcome)", "the target \(bound) \(outcome)")
    }
}

package import Indicators

extension BenchmarkEvidence {
    package func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        switch reason {
        case .noValue: phrases.say("nog geen waarde", "no value yet")
        case .partOfMunicipality:
            phrases.say(
                "een deel van een gemeente wordt niet met gemeenten vergeleken",
                "a part of a municipality is not compared with municipalities"
            )
        case .tooFewMembers: silent.map { words(of: $0, phrases) }.joined(separator: "; ")
        case .worstQuarter, .bestQuarter, .middle, .besideCountry: compared(unit, phrases)
        }
    }

    /// `25,3% over 2024: plaats 9 van 12 …; 1,4 procentpunt hoger dan Nederland (23,9%)`.
    private func compared(_ unit: MeasureUnit, _ phrases: Phrases) -> String {
        var told: Period?
        return standings.map { standing in
            defer { told = standing.period }
            let mark = standing.isProvisional ? phrases.say(" (voorlopig)", " (provisional)") : ""
            let value = phrases.amount(standing.value, unit)
            let now = "\(value) \(phrases.say("over", "for")) \(phrases.period(standing.period))\(mark): "
            return (told == standing.period ? "" : now) + place(standing, phrases) + distance(standing, unit, phrases)
        }
        .joined(separator: "; ")
    }

    /// `plaats 9 van 12 onder vergelijkbare gemeenten (1 is het gunstigst), in het ongunstigste kwart, `; empty for the
    /// country.
    private func place(_ standing: GroupStanding, _ phrases: Phrases) -> String {
        guard let rank = standing.rank, let quarter = standing.quarter, let group = standing.group else { return "" }
        let name = group.oneLine(limit: 80)
        let part =
            switch quarter {
            case .first: BenchmarkReason.bestQuarter.words(in: phrases)
            case .second, .third: BenchmarkReason.middle.words(in: phrases)
            case .fourth: BenchmarkReason.worstQuarter.words(in: phrases)
            }
        return phrases.say(
            "plaats \(rank) van \(standing.count) onder \(name) (1 is het gunstigst), \(part), ",
            "place \(rank) of \(standing.count) among \(name) (1 is the most favourable), \(part), "
        )
    }

    /// `1,2 procentpunt hoger dan het midden van de andere (24,1%)`.
    private func distance(_ standing: GroupStanding, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let what =
            standing.isCountry
            ? phrases.say("Nederland", "the Netherlands")
            : phrases.say("het midden van de andere", "the middle of the others")
        let (size, then) = (
            phrases.difference(standing.difference, unit), phrases.amount(standing.reference, unit)
        )
        if standing.difference == .zero {
            return phrases.say("gelijk aan \(what) (\(then))", "the same as \(what) (\(then))")
        }
        return standing.difference > .zero
            ? phrases.say("\(size) hoger dan \(what) (\(then))", "\(size) higher than \(what) (\(then))")
            : phrases.say("\(size) lager dan \(what) (\(then))", "\(size) lower than \(what) (\(then))")
    }

    package func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        let compared = standings.filter { !$0.isCountry }.map { counted($0, phrases) }
        return reason == .tooFewMembers ? [] : compared + silent.map { words(of: $0, phrases) }
    }

    /// `vergelijkbare gemeenten: 11 van de 13 andere hebben een waarde over 2024; z-score 1,4`.
    private func counted(_ standing: GroupStanding, _ phrases: Phrases) -> String {
        let (group, period) = ((standing.group ?? "").oneLine(limit: 80), phrases.period(standing.period))
        let score = standing.zScore.map { score in
            let written = score.written(decimalSign: ",")
            return phrases.say(
                "; z-score \(written): zo veel standaardafwijkingen van het gemiddelde van de andere",
                "; z-score \(written): so many standard deviations from the mean of the others"
            )
        }
        return phrases.say(
            "\(group): \(standing.members) van de \(standing.size) andere hebben een waarde over \(period)",
            "\(group): \(standing.members) of \(standing.size) others have a value for \(period)"
        ) + phrases.provisional(standing.provisional) + (score ?? "")
    }

    private func words(of silence: Silence, _ phrases: Phrases) -> String {
        let period = phrases.period(silence.period)
        guard let group = silence.group?.oneLine(limit: 80) else {
            return phrases.say(
                "van Nederland is er geen waarde over \(period)",
                "there is no value of the Netherlands for \(period)"
            )
        }
        return phrases.say(
            "\(group): \(silence.members) van de \(silence.size) andere hebben een waarde over \(period), te weinig om "
                + "mee te vergelijken (vanaf \(leastMembers))",
            "\(group): \(silence.members) of \(silence.size) others have a value for \(period), too few to compare "
                + "with (from \(leastMembers) on)"
        )
    }
}

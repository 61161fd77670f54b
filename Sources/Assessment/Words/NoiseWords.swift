internal import Indicators

/// What is said of a miss beside the noise of its figure (calibration, sections 3 and 5).
extension Phrases {
    /// The miss is no more than noise explains.
    var onTheEdge: String { say("op de grens", "on the edge") }

    /// Why a miss may be chance, in sentences of a mail; `nil` where no numbers are known.
    func edge(_ noise: TargetNoise, _ unit: MeasureUnit) -> String? {
        switch noise.source {
        case .events:
            between(noise, unit).map { between in
                say(
                    "Op de grens: zo'n aantal schommelt door toeval. Het werkelijke niveau ligt waarschijnlijk \(between).",
                    "On the edge: such a number moves by chance. The true level probably lies \(between)."
                )
            }
        case .survey:
            range(noise, unit).map { range in
                say(
                    "Op de grens: de streefwaarde ligt binnen de onzekerheid van de meting (\(range)).",
                    "On the edge: the target lies within the uncertainty of the survey (\(range))."
                )
            }
        case .series:
            noise.spread.map { spread in
                let size = difference(spread, unit)
                return say(
                    "Op de grens: het verschil is niet groter dan de gewone schommeling van deze cijfers (ongeveer \(size)).",
                    "On the edge: the difference is no larger than the usual movement of these figures (about \(size))."
                )
            }
        }
    }

    /// What the noise is, for `explain`: `op de grens: 95%-interval van het aantal 3,5 tot 15,8`.
    func described(_ noise: TargetNoise, _ unit: MeasureUnit) -> String {
        let beside = noise.isWithin ? "\(onTheEdge): " : say("buiten het toeval: ", "beyond chance: ")
        switch noise.source {
        case .events:
            return beside + say("95%-interval van het aantal ", "95% interval of the number ")
                + (range(noise, unit) ?? "")
        case .survey:
            return beside + say("interval van de meting ", "interval of the survey ") + (range(noise, unit) ?? "")
        case .series:
            let size = noise.spread.map { difference($0, unit) } ?? ""
            return beside + say("gewone schommeling \(size)", "usual movement \(size)")
        }
    }

    /// That the mean of twelve months misses a target, in a sentence.
    func missed(by mean: TargetMean, _ unit: MeasureUnit) -> String {
        let goal = mean.goal.map { "\(say("doel", "goal")) \($0.oneLine(limit: 40))" }
        let parts = [goal, mean.period.map(period)].compactMap(\.self).joined(separator: ", ")
        let target = "\(mean.bound.written(unit: unit).oneLine(limit: 80))\(parts.isEmpty ? "" : " (\(parts))")"
        let value = amount(mean.mean, unit)
        return say(
            "Het gemiddelde van de laatste twaalf maanden is \(value) en haalt de streefwaarde \(target) niet.",
            "The mean of the last twelve months is \(value) and misses the target \(target)."
        )
    }

    /// That a target is met again, and when its alert is over, in sentences.
    func recovering(_ recovery: TargetRecovery, _ unit: MeasureUnit) -> String {
        let beyond = recovery.beyond.map { amount in
            let size = difference(amount, unit)
            return say(" met minstens \(size) verschil", " by at least \(size)")
        }
        let (needed, sofar) = (recovery.needed, recovery.recovered)
        return say(
            "De streefwaarde is nu gehaald. De melding sluit na \(needed) \(needed == 1 ? "meting" : "metingen na elkaar") "
                + "die hem \(needed == 1 ? "haalt" : "halen")\(beyond ?? ""); tot nu toe \(sofar).",
            "The target is met now. The alert ends after \(needed) \(needed == 1 ? "value" : "values in a row") "
                + "that meet it\(beyond ?? ""); so far \(sofar)."
        )
    }

    /// How often a target was missed anew, for `explain`.
    func described(_ unsteadiness: Unsteadiness) -> String {
        let (misses, values) = (unsteadiness.misses, unsteadiness.values)
        return say(
            "wisselend: \(misses) keer opnieuw niet gehaald bij de laatste \(values) metingen; over na "
                + "\(unsteadiness.neededInRow) metingen na elkaar die de streefwaarde halen (nu \(unsteadiness.metInRow))",
            "unsteady: missed anew \(misses) times in the last \(values) values; over after "
                + "\(unsteadiness.neededInRow) values in a row that meet the target (now \(unsteadiness.metInRow))"
        )
    }

    private func between(_ noise: TargetNoise, _ unit: MeasureUnit) -> String? {
        guard let low = noise.range.minimum, let high = noise.range.maximum else { return nil }
        return say(
            "tussen \(amount(low, unit)) en \(amount(high, unit))",
            "between \(amount(low, unit)) and \(amount(high, unit))"
        )
    }

    private func range(_ noise: TargetNoise, _ unit: MeasureUnit) -> String? {
        guard let low = noise.range.minimum, let high = noise.range.maximum else { return nil }
        return say("\(amount(low, unit)) tot \(amount(high, unit))", "\(amount(low, unit)) to \(amount(high, unit))")
    }
}

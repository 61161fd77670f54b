package import Indicators

extension BaselineEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        switch reason {
        case .awaited:
            let lack = lack(in: phrases)
            return Statement(
                message: "\(title): \(lack); "
                    + phrases.say(
                        "\(asking(in: phrases)) is zonder die waarde niet te beoordelen.",
                        "\(asking(in: phrases)) cannot be judged without it."
                    ),
                verdict: awaited(lack, in: phrases),
                tail: ": \(lack)",
                line: "\(lack) (\(asking(in: phrases)))"
            )
        case .targetToBeSet:
            let value = phrases.amount(of: facts) ?? phrases.say("onbekend", "unknown")
            let line = phrases.say("streefwaarde nog te bepalen", "target still to be set")
            return Statement(
                message: phrases.say(
                    "\(title): de nulmeting over \(written) is \(value); op basis daarvan moet de streefwaarde nog "
                        + "worden bepaald.",
                    "\(title): the baseline for \(written) is \(value); the target still has to be set by it."
                ),
                verdict: phrases.say(
                    "De nulmeting is er. Op basis daarvan moet de streefwaarde nog worden bepaald.",
                    "The baseline is there. The target still has to be set by it."
                ),
                tail: ": \(line)",
                line: "\(line) (\(phrases.say("nulmeting", "baseline")) \(value))"
            )
        case .known, .later, .notNeeded: return endStatement(of: facts, in: phrases)
        }
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let verdict: String
        let line: String
        switch reason {
        case .known:
            line = phrases.say("nulmeting en streefwaarde zijn er", "baseline and target are there")
            verdict = phrases.say("De nulmeting en de streefwaarde zijn er.", "The baseline and the target are there.")
        case .later:
            line = phrases.say("nulmeting nu nog niet nodig", "baseline not needed yet")
            verdict = phrases.say("De nulmeting is nu nog niet nodig.", "The baseline is not needed yet.")
        case .notNeeded:
            line = phrases.say("geen nulmeting meer nodig", "no baseline needed any more")
            verdict = phrases.say(
                "Er is geen nulmeting of streefwaarde meer nodig.",
                "No baseline or target is needed any more."
            )
        case .awaited, .targetToBeSet:
            line = phrases.closed
            verdict = phrases.closed
        }
        return Statement(message: "\(facts.about.title): \(verdict)", verdict: verdict, tail: ": \(line)", line: line)
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        switch reason {
        case .awaited:
            let goal = goal.map { "\($0.oneLine(limit: 40)): " } ?? ""
            let period = targetPeriod.map { ", \(phrases.say("in", "in")) \(phrases.period($0))" } ?? ""
            return [
                Figure(phrases.say("Doel", "Goal"), notation.map { "\(goal)\($0.oneLine(limit: 80))\(period)" })
            ]
            .compactMap(\.self)
        case .targetToBeSet:
            return [Figure(phrases.say("Nulmeting", "Baseline"), phrases.value(of: facts))].compactMap(\.self)
        case .known, .later, .notNeeded: return []
        }
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        switch reason {
        case .awaited:
            let period = targetPeriod.map { ", \(phrases.period($0))" } ?? ""
            let goal =
                goal.map { "\(phrases.say("doel", "goal")) \($0)" } ?? phrases.say("jaarpad", "yearly path")
            return Explanation(
                reason,
                in: phrases,
                details: ["\(goal)\(period): '\(notation ?? "")': \(lack(in: phrases))"]
            )
        case .targetToBeSet:
            let period = baseline.map(phrases.period) ?? ""
            return Explanation(
                reason,
                in: phrases,
                details: [phrases.say("na de nulmeting over \(period)", "after the baseline for \(period)")]
            )
        case .known, .later, .notNeeded: return Explanation(reason, in: phrases)
        }
    }

    // MARK: Words

    private var written: String { baseline?.description ?? "" }

    /// `de nulmeting over 2024 ontbreekt`, or that there is none before the target's own period.
    private func lack(in phrases: Phrases) -> String {
        if let baseline {
            let period = phrases.period(baseline)
            return phrases.say("de nulmeting over \(period) ontbreekt", "the baseline for \(period) is missing")
        }
        let period = targetPeriod.map(phrases.period) ?? phrases.say("deze periode", "this period")
        return phrases.say("er is geen nulmeting van vóór \(period)", "there is no baseline from before \(period)")
    }

    /// `doel 6M3-1 voor 2026`.
    private func asking(in phrases: Phrases) -> String {
        let period = targetPeriod.map { " \(phrases.say("voor", "for")) \(phrases.period($0))" } ?? ""
        let what =
            goal.map { "\(phrases.say("doel", "goal")) \($0.oneLine(limit: 40))" }
            ?? phrases.say("de streefwaarde", "the target")
        return what + period
    }

    private func awaited(_ lack: String, in phrases: Phrases) -> String {
        let first = lack.prefix(1).uppercased() + lack.dropFirst()
        return phrases.say(
            "\(first). Zonder die waarde is \(asking(in: phrases)) niet te beoordelen.",
            "\(first). Without it \(asking(in: phrases)) cannot be judged."
        )
    }
}

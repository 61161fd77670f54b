package import Indicators

extension TargetEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let target = told.strictest
        let unit = facts.about.unit
        let standing = target.map { line($0, unit, in: phrases) }
        return Statement(
            message: message(of: facts, in: phrases),
            verdict: verdict(of: facts, in: phrases),
            tail: " \(phrases.shortValue(of: facts))\(remark(on: target, unit, in: phrases))",
            line: [phrases.value(of: facts), standing].compactMap(\.self).joined(separator: "; ")
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        switch reason {
        case .noTarget: withoutTarget(facts, in: phrases)
        case .notAsked: notAsked(facts, in: phrases)
        case .met, .atLevel, .onCourse:
            Statement(
                message: "\(phrases.subject(of: facts)); \(clauses(facts.about.unit, in: phrases)).",
                verdict: ending(in: phrases),
                tail: " \(phrases.shortValue(of: facts))\(endMark(in: phrases))",
                line: phrases.value(of: facts)
            )
        case .missed, .meanMissed, .unsteady, .recovering, .behind, .wrongWay, .notYetReached, .betterThanLevel,
            .baselineMissing, .isBaseline,
            .noValue, .inputMissing, .notComputable:
            Statement(
                message: "\(phrases.subject(of: facts)). \(phrases.closed)",
                verdict: phrases.closed,
                tail: " \(phrases.shortValue(of: facts))\(phrases.resolvedMark)",
                line: phrases.value(of: facts)
            )
        }
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] { phrases.valueFigure(of: facts) }

    /// The comparisons that the finding is about, and of those that are ahead the gravest alone.
    private var told: [TargetComparison] {
        switch reason {
        case .behind, .wrongWay: comparisons.filter { $0.verdict == worst?.verdict }
        case .met, .atLevel, .onCourse, .missed, .meanMissed, .unsteady, .recovering, .notYetReached, .betterThanLevel,
            .noTarget, .notAsked,
            .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            comparisons.told
        }
    }

    // MARK: The verdict

    private func verdict(of facts: FindingFacts, in phrases: Phrases) -> String {
        switch reason {
        case .notYetReached: phrases.say("De streefwaarde is nog te halen.", "The target is still to be reached.")
        case .betterThanLevel:
            phrases.say(
                "De waarde had gelijk moeten blijven en is beter geworden.",
                "The value had to stay level and has become better."
            )
        case .missed: missed(facts, in: phrases) + metBeside(in: phrases) + unsteady(in: phrases)
        case .meanMissed: mean.map { phrases.missed(by: $0, facts.about.unit) } ?? ""
        case .unsteady: phrases.say("De streefwaarde is nu gehaald.", "The target is met now.") + unsteady(in: phrases)
        case .recovering: recovery.map { phrases.recovering($0, facts.about.unit) } ?? ""
        case .behind, .wrongWay: roadVerdict(of: facts, in: phrases) + stillGreen(in: phrases)
        case .met, .atLevel, .onCourse: ending(in: phrases)
        case .noTarget, .notAsked, .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            phrases.say("De waarde is niet te beoordelen.", "The value cannot be judged.")
        }
    }

    private func missed(_ facts: FindingFacts, in phrases: Phrases) -> String {
        let missed = missed(in: phrases)
        if let edge = edge(of: facts, in: phrases) { return "\(missed). \(edge)" }
        return switch facts.severity {
        case .critical:
            missed + phrases.say(". Het verschil is groter dan de marge.", " by more than the margin.")
        case .warning:
            missed + phrases.say(". Het verschil blijft binnen de marge.", ", within the margin.")
        }
    }

    private func missed(in phrases: Phrases) -> String {
        guard let other = worst, other.standing != .ownPeriod else {
            return phrases.say("De streefwaarde is niet gehaald", "The target is missed")
        }
        let period = phrases.period(other.period)
        return phrases.say(
            "De waarde ligt niet op de norm van \(period)",
            "The value is not at the level of the target for \(period)"
        )
    }

    /// Why the miss may be chance; `nil` where a miss that is told is no chance, or nothing is known of its noise.
    private func edge(of facts: FindingFacts, in phrases: Phrases) -> String? {
        let missed = comparisons.filter(\.isMissed)
        guard !missed.isEmpty, missed.allSatisfy(\.isOnTheEdge) else { return nil }
        return missed.strictest?.noise.flatMap { phrases.edge($0, facts.about.unit) }
    }

    /// The goals that are met where the path, or another goal, is missed.
    private func metBeside(in phrases: Phrases) -> String {
        let met = comparisons.metBeside.filter { $0.verdict == .met }
        return met.map { target in
            let name =
                target.goal.map { "\(phrases.say("Doel", "Goal")) \($0.oneLine(limit: 40))" }
                ?? phrases.say("De streefwaarde van het jaarpad", "The target of the yearly path")
            let period = phrases.period(target.period)
            return target.standing == .ownPeriod
                ? phrases.say(" \(name) is wel gehaald.", " \(name) is met.")
                : phrases.say(
                    " De waarde ligt wel op de norm van \(period).",
                    " The value is at the level of the target for \(period)."
                )
        }
        .joined()
    }

    /// How far it should be: `Het doel voor 2029 is 620. Nu is het 1.080; op koers zou 1.033 zijn`, with its period.
    private func roadVerdict(of facts: FindingFacts, in phrases: Phrases) -> String {
        guard let worst, let bound = worst.bound else {
            return phrases.say("De waarde ligt niet op koers.", "The value is not on course.")
        }
        let unit = facts.about.unit
        let (asked, period) = (phrases.asked(bound, unit: unit), phrases.period(worst.period))
        let value = phrases.amount(of: facts) ?? phrases.say("onbekend", "unknown")
        let standing = phrases.standingInFull(worst, unit: unit) ?? ""
        let what =
            worst.goal == nil
            ? phrases.say("De streefwaarde", "The target") : phrases.say("Het doel", "The goal")
        let joint = worst.verdict == .wrongWay ? phrases.say("; dat is", ";") : ";"
        return phrases.say(
            "\(what) voor \(period) is \(asked). Nu is het \(value)\(joint) \(standing).",
            "\(what) for \(period) is \(asked). Now it is \(value)\(joint) \(standing)."
        )
    }

    /// That it goes up and down, and when the alert ends; empty where it does not.
    private func unsteady(in phrases: Phrases) -> String {
        guard let unsteadiness else { return "" }
        let (misses, values, needed) = (unsteadiness.misses, unsteadiness.values, unsteadiness.neededInRow)
        return phrases.say(
            " Het wisselt: bij de laatste \(values) metingen werd de streefwaarde \(misses) keer opnieuw niet gehaald. "
                + "Daarom blijft deze melding open, tot \(needed) metingen na elkaar de streefwaarde halen.",
            " It goes up and down: in the last \(values) values the target was missed anew \(misses) times. Therefore "
                + "this alert stays open until \(needed) values in a row meet the target."
        )
    }

    /// That the value of now meets the target of its own period, while it lies behind the road to a later one.
    private func stillGreen(in phrases: Phrases) -> String {
        guard let own = comparisons.first(where: { $0.verdict == .met && $0.standing == .ownPeriod }) else { return "" }
        let period = own.namedPeriod.map { " \(phrases.say("voor", "for")) \(phrases.period($0))" } ?? ""
        return phrases.say(
            " De waarde van nu is nog groen: de streefwaarde\(period) is gehaald.",
            " The value of now is still green: the target\(period) is met."
        )
    }

    // MARK: The end

    private func ending(in phrases: Phrases) -> String {
        guard let worst, reason != .met else { return phrases.say("De streefwaarde is gehaald.", "The target is met.") }
        let period = phrases.period(worst.period)
        return worst.verdict == .onCourse
            ? phrases.say("De waarde ligt op koers naar \(period).", "The value is on course for \(period).")
            : phrases.say(
                "De waarde ligt nu op de norm van \(period).",
                "The value is now at the level of the target for \(period)."
            )
    }

    private func endMark(in phrases: Phrases) -> String {
        switch reason {
        case .onCourse: phrases.say(" (op koers)", " (on course)")
        case .atLevel:
            worst.map { target in
                let period = phrases.period(target.period)
                return phrases.say(" (op de norm van \(period))", " (at the level for \(period))")
            } ?? phrases.resolvedMark
        case .met, .missed, .meanMissed, .unsteady, .recovering, .behind, .wrongWay, .notYetReached, .betterThanLevel,
            .noTarget, .notAsked,
            .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            phrases.resolvedMark
        }
    }

    private func withoutTarget(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        let tail = phrases.say(" heeft geen streefwaarde meer", " has no target any more")
        return Statement(
            message: phrases.say(
                "\(title) heeft geen streefwaarde meer; de melding is gesloten.",
                "\(title) has no target any more; the alert is closed."
            ),
            verdict: phrases.say(
                "Deze indicator heeft geen streefwaarde meer.",
                "This indicator has no target any more."
            ),
            tail: tail,
            line: String(tail.dropFirst())
        )
    }

    private func notAsked(_ facts: FindingFacts, in phrases: Phrases) -> Statement {
        let period = facts.period.map(phrases.period) ?? phrases.say("deze periode", "this period")
        let line = phrases.say("over \(period) wordt niets gevraagd", "nothing is asked of \(period)")
        return Statement(
            message: "\(facts.about.title): \(line); \(phrases.say("de melding is gesloten.", "the alert is closed."))",
            verdict: phrases.say(
                "Over \(period) vraagt het document niets.",
                "The document asks nothing of \(period)."
            ),
            tail: ": \(line)",
            line: line
        )
    }

    // MARK: In a subject and in a list

    private func remark(on target: TargetComparison?, _ unit: MeasureUnit, in phrases: Phrases) -> String {
        guard let target, let bound = target.shortBound(unit: unit) else { return "" }
        switch target.verdict {
        case .behind, .wrongWay: return phrases.standing(target, unit: unit).map { " (\($0))" } ?? ""
        case .notYetReached: return phrases.say(" (nog te halen: \(bound))", " (still to reach: \(bound))")
        case .met, .onCourse, .missed, .betterThanLevel, .baselineMissing, .startingPoint, .undecided:
            return phrases.say(" (streefwaarde \(bound))", " (target \(bound))")
        }
    }

    private func line(_ target: TargetComparison, _ unit: MeasureUnit, in phrases: Phrases) -> String {
        let bound = target.bound?.written(unit: unit).oneLine(limit: 80) ?? ""
        let standing = phrases.standing(target, unit: unit).map { ", \($0)" } ?? ""
        let condition = target.footnote.map { " (\($0.oneLine(limit: 80)))" } ?? ""
        return "\(phrases.say("streefwaarde", "target")) \(bound)\(condition)\(standing)"
    }
}

// MARK: For explain
extension TargetEvidence {
    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(
            reason,
            in: phrases,
            details: (missing?.explanation(in: phrases) ?? []) + comparisons.map { describe($0, unit, phrases) }
                + [
                    recovery.map { phrases.recovering($0, unit) }, mean.map { phrases.missed(by: $0, unit) },
                    unsteadiness.map { phrases.described($0) },
                ]
                .compactMap(\.self)
        )
    }

    private func describe(_ comparison: TargetComparison, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let source =
            comparison.goal.map { "\(phrases.say("doel", "goal")) \($0)" } ?? phrases.say("jaarpad", "yearly path")
        let between = comparison.isInterpolated ? phrases.say(", tussen twee cellen", ", between two cells") : ""
        let scope = comparison.scope.map { phrases.say(", voor \($0)", ", for \($0)") } ?? ""
        let period = comparison.namedPeriod?.description ?? phrases.say("zonder jaar", "without a year")
        let footnote = comparison.footnote.map { " (\($0))" } ?? ""
        let what =
            "\(source), \(period) (\(phrases.words(of: comparison.standing))\(between)\(scope)): '\(comparison.notation)'\(footnote)"
        guard let bound = comparison.bound else {
            return "\(what): \(phrases.say("de nulmeting heeft nog geen waarde", "the baseline has no value yet"))"
        }
        let road = comparison.road.map { "; \(describe($0, unit, phrases))" } ?? ""
        let noise = comparison.noise.map { "; \(phrases.described($0, unit))" } ?? ""
        let held = comparison.isHeld == true ? phrases.say("; nog geen melding", "; no alert yet") : ""
        let asked = "\(phrases.say("dus", "so")) \(bound.written(unit: unit))"
        return "\(what), \(asked): \(verdict(comparison, phrases))\(road)\(noise)\(held)"
    }

    /// `vanaf 1.240 (2025) zou op koers 1.033 zijn; 77% van de nodige weg; nog geen melding`.
    private func describe(_ road: Road, _ unit: MeasureUnit, _ phrases: Phrases) -> String {
        let start = "\(unit.written(road.base)) (\(road.start))"
        let expected = road.expected.map { expected in
            let value = unit.written(expected)
            return phrases.say(" zou op koers \(value) zijn", " on course it would be \(value)")
        }
        let percent = road.percent.map { percent in
            let share = "\(percent.written(decimalSign: ","))%"
            return phrases.say("; \(share) van de nodige weg", "; \(share) of the way needed")
        }
        let projected = phrases.onCourse(road, unit: unit).flatMap { road.projected == nil ? nil : "; \($0)" }
        let method = road.method.map { phrases.say("; volgens \($0.rawValue)", "; by \($0.rawValue)") }
        let early = road.isDue ? "" : phrases.say("; nog geen melding", "; no alert yet")
        return "\(phrases.say("vanaf", "from")) \(start)"
            + [expected, percent, projected, method].compactMap(\.self).joined() + early
    }

    private func verdict(_ comparison: TargetComparison, _ phrases: Phrases) -> String {
        switch comparison.verdict {
        case .missed(let severity): phrases.explained(comparison.reason, severity)
        case .met, .onCourse, .behind, .wrongWay, .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint,
            .undecided:
            phrases.explained(comparison.reason)
        }
    }
}

extension Phrases {
    /// Of which period a target is, seen from the value's own.
    fileprivate func words(of standing: TargetComparison.Standing) -> String {
        switch standing {
        case .ownPeriod: say("dezelfde periode", "the same period")
        case .ahead: say("een latere periode", "a later period")
        case .before: say("een eerdere periode", "an earlier period")
        }
    }
}

extension MissingValue {
    /// What is waited for, for `explain`; empty where nothing can be named.
    func explanation(in phrases: Phrases) -> [String] {
        switch self {
        case .inputs(let inputs):
            let names = phrases.list(inputs.map(\.description))
            return [phrases.say("wacht op \(names)", "waits for \(names)")]
        case .none, .notComputable: return []
        }
    }
}

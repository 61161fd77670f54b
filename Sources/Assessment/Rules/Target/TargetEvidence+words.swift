package import Indicators

extension TargetEvidence {
    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let target = comparisons.told.strictest
        let standing = target.map { inOneLine($0, of: facts, in: phrases) }
        return Statement(
            message: message(of: facts, in: phrases),
            verdict: verdict(facts.severity, in: phrases),
            tail: " \(phrases.shortValue(of: facts))\(remark(on: target, of: facts, in: phrases))",
            line: [phrases.value(of: facts), standing].compactMap(\.self).joined(separator: "; ")
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let title = facts.about.title
        let value = phrases.shortValue(of: facts)
        switch reason {
        case .noTarget:
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
        case .met:
            let targets = phrases.inOneLine(comparisons.told, unit: facts.about.unit) ?? ""
            return Statement(
                message: "\(phrases.subject(of: facts)); "
                    + phrases.say("streefwaarde \(targets) gehaald.", "target \(targets) met."),
                verdict: phrases.say("De streefwaarde is gehaald.", "The target is met."),
                tail: " \(value)\(phrases.resolvedMark)",
                line: phrases.value(of: facts)
            )
        case .missed, .notYetReached, .betterThanLevel, .baselineMissing, .isBaseline, .noValue, .inputMissing,
            .notComputable:
            return Statement(
                message: "\(phrases.subject(of: facts)). \(phrases.closed)",
                verdict: phrases.closed,
                tail: " \(value)\(phrases.resolvedMark)",
                line: phrases.value(of: facts)
            )
        }
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] { phrases.valueFigure(of: facts) }

    // MARK: Sentences

    private func message(of facts: FindingFacts, in phrases: Phrases) -> String {
        let unit = facts.about.unit
        let subject = phrases.subject(of: facts)
        let all = phrases.inOneLine(comparisons.told, unit: unit) ?? phrases.say("onbekend", "unknown")
        if reason == .betterThanLevel {
            return phrases.say(
                "\(subject); beter dan gelijk gebleven, streefwaarde \(all).",
                "\(subject); better than level, target \(all)."
            )
        }
        let ahead = comparisons.told.filter { $0.verdict == .notYetReached }
        let others = comparisons.told.filter { $0.verdict != .notYetReached }
        guard let missed = phrases.inOneLine(others, unit: unit) else {
            return phrases.say(
                "\(subject); streefwaarde \(all) nog te halen.",
                "\(subject); target \(all) still to be reached."
            )
        }
        let rest = phrases.inOneLine(ahead, unit: unit).map {
            "; \(phrases.say("nog te halen", "still to reach")) \($0)"
        }
        return phrases.say(
            "\(subject); streefwaarde \(missed) niet gehaald\(rest ?? "").",
            "\(subject); target \(missed) missed\(rest ?? "")."
        )
    }

    private func verdict(_ severity: Severity, in phrases: Phrases) -> String {
        switch reason {
        case .notYetReached: phrases.say("De streefwaarde is nog te halen.", "The target is still to be reached.")
        case .betterThanLevel:
            phrases.say(
                "De waarde had gelijk moeten blijven en is beter geworden.",
                "The value had to stay level and has become better."
            )
        case .missed: missed(severity, in: phrases)
        case .met: phrases.say("De streefwaarde is gehaald.", "The target is met.")
        case .noTarget, .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            phrases.say("De waarde is niet te beoordelen.", "The value cannot be judged.")
        }
    }

    private func missed(_ severity: Severity, in phrases: Phrases) -> String {
        switch severity {
        case .critical:
            phrases.say(
                "De streefwaarde is niet gehaald. Het verschil is groter dan de marge.",
                "The target is missed by more than the margin."
            )
        case .warning:
            phrases.say(
                "De streefwaarde is niet gehaald. Het verschil blijft binnen de marge.",
                "The target is missed, within the margin."
            )
        }
    }

    private func remark(on target: TargetComparison?, of facts: FindingFacts, in phrases: Phrases) -> String {
        guard let target, let bound = target.shortBound(unit: facts.about.unit) else { return "" }
        return target.verdict == .notYetReached
            ? phrases.say(" (nog te halen: \(bound))", " (still to reach: \(bound))")
            : phrases.say(" (streefwaarde \(bound))", " (target \(bound))")
    }

    private func inOneLine(_ target: TargetComparison, of facts: FindingFacts, in phrases: Phrases) -> String {
        let bound = target.bound?.written(unit: facts.about.unit).oneLine(limit: 80) ?? ""
        let standing = phrases.standing(target.verdict).map { ", \($0)" } ?? ""
        let condition = target.footnote.map { " (\($0.oneLine(limit: 80)))" } ?? ""
        return "\(phrases.say("streefwaarde", "target")) \(bound)\(condition)\(standing)"
    }
}

// MARK: For explain
extension TargetEvidence {
    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(
            reason.rawValue,
            details: (missing?.explanation(in: phrases) ?? []) + comparisons.map { describe($0, unit, phrases) }
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
            "\(source), \(period) (\(comparison.standing.rawValue)\(between)\(scope)): '\(comparison.notation)'\(footnote)"
        guard let bound = comparison.bound else {
            return "\(what): \(phrases.say("de nulmeting heeft nog geen waarde", "the baseline has no value yet"))"
        }
        return "\(what), \(phrases.say("dus", "so")) \(bound.written(unit: unit)): \(verdict(comparison.verdict))"
    }

    private func verdict(_ verdict: TargetComparison.Verdict) -> String {
        switch verdict {
        case .missed(let severity): "\(verdict.reason.rawValue), \(severity.rawValue)"
        case .met, .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint, .undecided:
            verdict.reason.rawValue
        }
    }
}

extension MissingValue {
    /// What is waited for, for `explain`; empty where nothing can be named.
    func explanation(in phrases: Phrases) -> [String] {
        switch self {
        case .inputs(let inputs):
            let names = inputs.map(\.description).joined(separator: ", ")
            return [phrases.say("wacht op \(names)", "waits for \(names)")]
        case .none, .notComputable: return []
        }
    }
}

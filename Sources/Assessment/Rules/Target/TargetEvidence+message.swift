internal import Indicators

/// The sentence of the log.
extension TargetEvidence {
    func message(of facts: FindingFacts, in phrases: Phrases) -> String {
        let unit = facts.about.unit
        let subject = phrases.subject(of: facts)
        let all = phrases.inOneLine(comparisons.told, unit: unit) ?? phrases.say("onbekend", "unknown")
        switch reason {
        case .meanMissed: return "\(subject). \(mean.map { phrases.missed(by: $0, unit) } ?? "")"
        case .betterThanLevel:
            return phrases.say(
                "\(subject); beter dan gelijk gebleven, streefwaarde \(all).",
                "\(subject); better than level, target \(all)."
            )
        case .notYetReached where comparisons.metBeside.isEmpty:
            return phrases.say(
                "\(subject); streefwaarde \(all) nog te halen.",
                "\(subject); target \(all) still to be reached."
            )
        case .met, .atLevel, .onCourse, .missed, .unsteady, .recovering, .behind, .wrongWay, .notYetReached, .noTarget,
            .notAsked,
            .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            let unsteady = unsteadiness == nil ? "" : ", \(phrases.say("wisselend", "unsteady"))"
            return "\(subject); \(clauses(unit, in: phrases))\(unsteady)."
        }
    }

    /// What is said of every comparison, those that are alike together and the gravest first:
    /// `streefwaarde ≤ 24,3% (2026) niet gehaald; wel gehaald < 25,3% (doel 6N-7, 2026)`.
    func clauses(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        let kinds: [(TargetComparison) -> Bool] = [
            { $0.isMissed && $0.standing == .ownPeriod }, { $0.isMissed && $0.standing != .ownPeriod },
            { $0.verdict == .wrongWay }, { $0.verdict == .behind },
            { $0.verdict == .notYetReached || $0.verdict == .betterThanLevel },
            { $0.verdict == .met && $0.standing == .ownPeriod }, { $0.verdict == .met && $0.standing != .ownPeriod },
            { $0.verdict == .onCourse },
        ]
        let bounded = comparisons.filter { $0.bound != nil }
        let said = kinds.flatMap { isOfKind in clauses(bounded.filter(isOfKind), unit, in: phrases) }
        return said.isEmpty ? phrases.say("streefwaarde onbekend", "target unknown") : said.joined(separator: "; ")
    }

    /// One clause for all, or one for each where each has numbers of its own.
    private func clauses(_ alike: [TargetComparison], _ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        guard let first = alike.first, let all = phrases.inOneLine(alike, unit: unit) else { return [] }
        let isOwn = first.standing == .ownPeriod
        switch first.verdict {
        case .missed:
            return isOwn
                ? [
                    phrases.say("streefwaarde \(all) niet gehaald", "target \(all) missed")
                        + edge(of: alike, in: phrases)
                ]
                : [notAtLevel(all, alike, in: phrases) + edge(of: alike, in: phrases)]
        case .behind, .wrongWay:
            return alike.map { target in
                let one = phrases.inOneLine([target], unit: unit) ?? ""
                let standing = phrases.standingInFull(target, unit: unit) ?? ""
                return phrases.say("streefwaarde \(one): \(standing)", "target \(one): \(standing)")
            }
        case .met:
            return isOwn ? [met(all, in: phrases)] : [atLevel(all, alike, in: phrases)]
        case .onCourse: return onCourse(alike, unit, in: phrases)
        case .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint, .undecided:
            return [phrases.say("nog te halen \(all)", "still to reach \(all)")]
        }
    }

    private func met(_ all: String, in phrases: Phrases) -> String {
        reason == .met || reason == .unsteady || reason == .recovering
            ? phrases.say("streefwaarde \(all) gehaald", "target \(all) met")
            : phrases.say("wel gehaald \(all)", "met \(all)")
    }

    /// One clause for all that have one base, or none to tell: `op koers naar ≤ 620 (2029), gerekend vanaf 2020: 1.240`.
    private func onCourse(_ alike: [TargetComparison], _ unit: MeasureUnit, in phrases: Phrases) -> [String] {
        let bases = alike.map { target in target.road.flatMap { phrases.counted(from: $0, unit: unit) } ?? "" }
        return bases.uniqued.compactMap { base in
            let those = zip(alike, bases).filter { $1 == base }.map(\.0)
            guard let all = phrases.inOneLine(those, unit: unit) else { return nil }
            let clause = phrases.say("op koers naar \(all)", "on course for \(all)")
            return base.isEmpty ? clause : "\(clause), \(base)"
        }
    }

    /// That chance alone explains each of the misses.
    private func edge(of missed: [TargetComparison], in phrases: Phrases) -> String {
        missed.allSatisfy(\.isOnTheEdge) ? ", \(phrases.onTheEdge)" : ""
    }

    private func periods(of alike: [TargetComparison], in phrases: Phrases) -> String {
        phrases.list(alike.map { phrases.period($0.period) }.uniqued)
    }

    private func notAtLevel(_ all: String, _ alike: [TargetComparison], in phrases: Phrases) -> String {
        let periods = periods(of: alike, in: phrases)
        return phrases.say("ligt niet op de norm van \(periods): \(all)", "not at the level for \(periods): \(all)")
    }

    private func atLevel(_ all: String, _ alike: [TargetComparison], in phrases: Phrases) -> String {
        let periods = periods(of: alike, in: phrases)
        return phrases.say("ligt nu op de norm van \(periods): \(all)", "at the level for \(periods) now: \(all)")
    }
}

extension [String] {
    /// Each once, in their order.
    fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

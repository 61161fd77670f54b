internal import Assessment
internal import Indicators

/// An alert in one Dutch sentence.
package enum AlertMessage {
    /// The sentence for an event.
    ///
    /// `Wmo-maatwerk is 112 per 1000 in 2026; streefwaarde < 108 per 1000 (2026) niet gehaald.`
    package static func dutch(_ kind: AlertEventKind, _ facts: AlertFacts) -> String {
        switch kind {
        case .resolved, .corrected: ending(facts)
        default: facts.reason == .overdue ? overdue(facts) : ofKind(facts) ?? deviation(facts)
        }
    }

    private static func deviation(_ facts: AlertFacts) -> String {
        if facts.reason == .betterThanLevel {
            return "\(subject(facts)); beter dan gelijk gebleven, streefwaarde \(facts.targetsInOneLine ?? "onbekend")."
        }
        let ahead = facts.targets.filter(facts.liesAhead)
        let missed = facts.targets.filter { !facts.liesAhead($0) }
        guard let missedInOneLine = AlertFacts.inOneLine(missed) else {
            return "\(subject(facts)); streefwaarde \(facts.targetsInOneLine ?? "onbekend") nog te halen."
        }
        let rest = AlertFacts.inOneLine(ahead).map { "; nog te halen \($0)" } ?? ""
        return "\(subject(facts)); streefwaarde \(missedInOneLine) niet gehaald\(rest)."
    }

    private static func ending(_ facts: AlertFacts) -> String {
        switch facts.reason {
        case .withdrawn: "\(facts.title) wordt niet meer gevolgd; de melding is gesloten."
        case .revised: "\(subject(facts)) na herziening; de eerdere melding klopte niet."
        case .onTime: "De \(awaited(facts)) van \(facts.title) is ontvangen."
        case .noTarget: "\(facts.title) heeft geen streefwaarde meer; de melding is gesloten."
        default:
            endingOfKind(facts) ?? "\(subject(facts)); streefwaarde \(facts.targetsInOneLine ?? "") gehaald."
        }
    }

    private static func overdue(_ facts: AlertFacts) -> String {
        let all = facts.overduePeriods
        let periods = all.count > 2 ? "\(all[0]) t/m \(all[all.count - 1])" : all.joined(separator: ", ")
        return "De \(awaited(facts)) van \(facts.title) over \(periods) is niet op tijd ontvangen."
    }

    /// What is awaited: the value of a measure, the report of a milestone.
    private static func awaited(_ facts: AlertFacts) -> String {
        facts.unit == MeasureUnit.milestone.symbol ? "stand" : "waarde"
    }

    private static func subject(_ facts: AlertFacts) -> String {
        let provisional = facts.isProvisional ? " (voorlopig)" : ""
        let value = "\(facts.writtenValue ?? "onbekend")\(provisional)"
        let isDay = facts.period.flatMap { Period($0) }?.kind == .day
        return "\(facts.title) is \(value) \(isDay ? "op" : "in") \(facts.period ?? "onbekende periode")"
    }
}

extension AlertFacts {
    /// Every named target with its period or goal: `< 108 per 1000 (2025), < 108 per 1000 (doel 6N-2, 2026)`; `nil`
    /// without one.
    package var targetsInOneLine: String? { Self.inOneLine(targets) }

    fileprivate static func inOneLine(_ targets: [NamedTarget]) -> String? {
        let named = targets.map { target in
            "\(target.bound) (\(target.goal.map { "doel \($0), " } ?? "")\(target.period))"
        }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    /// Whether one of the targets of an open alert lies ahead of the value, so that it is not missed but still to be
    /// reached; the same comparison as the rule makes.
    package func liesAhead(_ target: NamedTarget) -> Bool {
        if reason == .notYetReached { return true }
        guard let asked = Period(target.period), let told = period.flatMap({ Period($0) }) else { return false }
        return asked != told && asked.end > told.end
    }
}

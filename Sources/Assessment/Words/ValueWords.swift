package import Indicators

/// What every rule says of a value in the same words.
extension Phrases {
    /// The value with its unit: `112 per 1000`; `nil` where none is known.
    package func amount(of facts: FindingFacts, limit: Int = 80) -> String? {
        facts.value.map { facts.about.unit.written($0.amount).oneLine(limit: limit) }
    }

    /// `112 per 1000 over 2024 (voorlopig, herzien)`.
    package func value(of facts: FindingFacts) -> String {
        let value = amount(of: facts) ?? say("onbekend", "unknown")
        let period = facts.period.map { " \(say("over", "for")) \(self.period($0))" } ?? ""
        let marks = [
            facts.value?.isProvisional == true ? say("voorlopig", "provisional") : nil,
            facts.about.isDerived ? say("berekend uit andere indicatoren", "derived from other indicators") : nil,
            (facts.value?.revision ?? 1) > 1 ? say("herzien", "revised") : nil,
        ]
        let written = marks.compactMap(\.self).joined(separator: ", ")
        return "\(value)\(period)\(written.isEmpty ? "" : " (\(written))")"
    }

    /// The value where there is little room: `112 per 1000, voorlopig`.
    package func shortValue(of facts: FindingFacts) -> String {
        let value = amount(of: facts, limit: 60) ?? say("waarde onbekend", "value unknown")
        return "\(value)\(facts.value?.isProvisional == true ? say(", voorlopig", ", provisional") : "")"
    }

    /// The beginning of a sentence for the log: `Wmo-maatwerk is 112 per 1000 (voorlopig) in 2026`.
    package func subject(of facts: FindingFacts) -> String {
        let value = facts.value.map { facts.about.unit.written($0.amount) } ?? say("onbekend", "unknown")
        let provisional = facts.value?.isProvisional == true ? " (\(say("voorlopig", "provisional")))" : ""
        let isDay = facts.period?.kind == .day
        let period = facts.period?.description ?? say("onbekende periode", "an unknown period")
        return "\(facts.about.title) is \(value)\(provisional) \(isDay ? say("op", "on") : "in") \(period)"
    }

    /// The figure of the value, as the last one known where the indicator is no longer watched.
    package func valueFigure(of facts: FindingFacts) -> [Figure] {
        switch facts.lapse {
        case .withdrawn:
            facts.value == nil ? [] : [Figure(label: say("Laatste waarde", "Latest value"), value: value(of: facts))]
        case .clockWasWrong where facts.value == nil: []
        case .valueWithdrawn:
            [Figure(label: say("Ingetrokken waarde", "Withdrawn value"), value: value(of: facts))]
        case .edited, .undecidable, .revised, .clockWasWrong, nil:
            [Figure(label: say("Waarde", "Value"), value: value(of: facts))]
        }
    }

    /// What ended without more to say of it.
    package var closed: String { say("De melding is gesloten.", "The alert is closed.") }

    /// The mark behind the title of something that has ended.
    package var resolvedMark: String { say(" (opgelost)", " (resolved)") }
}

package import Indicators

/// What is told in the place of evidence that may not be: that it is hidden, and why.
///
/// It is made when something is told and never stored: no rule has its name. It has one gravity and no target, so that
/// neither order nor colour gives away what was found.
package struct HiddenEvidence: RuleEvidence {
    package static let rule = RuleName("hidden")

    package let reason: HiddenReason

    package init(_ reason: HiddenReason) { self.reason = reason }

    package var endLight: Light { .grey }
    package var reach: EvidenceReach { .nothing }

    package static func title(in phrases: Phrases) -> String { phrases.say("kleine aantallen", "small numbers") }

    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        Statement(
            message: "\(subject(of: facts, in: phrases)): "
                + phrases.say("er is een melding. ", "there is an alert. ") + verdict(in: phrases),
            verdict: verdict(in: phrases),
            tail: ": \(mark(in: phrases))",
            line: "\(mark(in: phrases))\(period(of: facts, in: phrases))"
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let closed = phrases.say("de melding is gesloten", "the alert is closed")
        return Statement(
            message: "\(subject(of: facts, in: phrases)): \(closed). \(verdict(in: phrases))",
            verdict: "\(phrases.closed) \(verdict(in: phrases))",
            tail: " (\(closed))",
            line: "\(closed); \(mark(in: phrases))"
        )
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        guard facts.value == nil else { return phrases.valueFigure(of: facts) }
        let shown = "\(phrases.hiddenValue)\(period(of: facts, in: phrases))"
        return [Figure(label: phrases.say("Waarde", "Value"), value: shown)]
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(reason, in: phrases, details: [verdict(in: phrases), phrases.howToDisclose])
    }
}

// MARK: Words
extension HiddenEvidence {
    private func subject(of facts: FindingFacts, in phrases: Phrases) -> String {
        "\(facts.about.title)\(facts.period.map { " \($0)" } ?? "")"
    }

    private func period(of facts: FindingFacts, in phrases: Phrases) -> String {
        facts.period.map { " \(phrases.say("over", "for")) \(phrases.period($0))" } ?? ""
    }

    private func mark(in phrases: Phrases) -> String {
        switch reason {
        case .hidden: phrases.hiddenValue
        case .restsOnHidden: phrases.say("oordeel niet getoond", "judgement not shown")
        }
    }

    /// Also what is hidden only since a smaller number would follow from it has these words: nobody can tell which it is.
    private func verdict(in phrases: Phrases) -> String {
        switch reason {
        case .hidden:
            phrases.say(
                "Dit cijfer gaat over te weinig personen om te tonen, of er zou een te klein aantal uit blijken. Daarom "
                    + "staat hier geen waarde en geen oordeel.",
                "This figure is about too few persons to show, or a number that is too small would follow from it. So "
                    + "there is no value and no judgement here."
            )
        case .restsOnHidden:
            phrases.say(
                "Het oordeel rust op een cijfer over te weinig personen om te tonen, of er zou een te klein aantal uit "
                    + "blijken. Daarom staat hier geen oordeel.",
                "The judgement rests on a figure about too few persons to show, or a number that is too small would follow "
                    + "from it. So there is no judgement here."
            )
        }
    }
}

extension Phrases {
    /// What stands in the place of a value that may not be told.
    package var hiddenValue: String { say("niet getoond", "not shown") }

    /// Who may see what is hidden, and how.
    var howToDisclose: String {
        say(
            "de beheerder ziet de waarden met ‘peilwacht explain’ en de optie --disclose; dat wordt vastgelegd",
            "the administrator sees the values with 'peilwacht explain' and its option --disclose; that is recorded"
        )
    }
}

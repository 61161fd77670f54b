package import Indicators

/// The evidence of a rule that only informs.
///
/// It says one plain sentence, the same wherever it is read, with the numbers under it.
package protocol InformingEvidence: RuleEvidence {
    /// What it found, to stand behind the title; without a full stop.
    func sentence(_ unit: MeasureUnit, in phrases: Phrases) -> String
    /// The numbers that it rests on, in full.
    func numbers(_ unit: MeasureUnit, in phrases: Phrases) -> [String]
}

extension InformingEvidence {
    package var endLight: Light { .grey }
    package var tellsValue: Bool { true }
    package static var hasStatusKey: Bool { true }

    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let line = sentence(facts.about.unit, in: phrases)
        return Statement(
            message: "\(facts.about.title): \(line).",
            verdict: "\(line.prefix(1).uppercased())\(line.dropFirst()).",
            tail: ": \(line)",
            line: line
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        statement(of: facts, in: phrases)
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] { phrases.valueFigure(of: facts) }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(
            reason,
            in: phrases,
            details: ([sentence(unit, in: phrases)] + numbers(unit, in: phrases)).filter { !$0.isEmpty }
        )
    }
}

extension Finding {
    /// A finding of a rule that only informs: among the reasons where it is worth knowing, and the document asks something
    /// of the period; else for `explain` alone.
    init(_ evidence: some InformingEvidence, isTold: Bool, of stretch: MeasuredStretch, in series: SeriesSubject) {
        let isAsked = !series.unasked.contains(stretch.last.period)
        self.init(
            isTold && isAsked ? .informs : .inOrder,
            evidence,
            light: nil,
            period: stretch.last.period,
            observation: stretch.last
        )
    }
}

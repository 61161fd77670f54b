package import Assessment
package import Indicators

/// How all series stand in half a screen: how many of each light, and the worst of them in words.
package struct StatusSummary: Sendable {
    private let assessments: [SeriesAssessment]
    private let register: IndicatorRegister
    private let phrases: Phrases

    /// So many are named.
    private static let mostNamed = 5

    /// A summary.
    ///
    /// - Parameters:
    ///   - assessments: of every series.
    ///   - disclosure: what of them may be told.
    ///   - register: for the titles in the sentences.
    ///   - phrases: the language.
    package init(
        _ assessments: [SeriesAssessment],
        by disclosure: Disclosure,
        register: IndicatorRegister,
        phrases: Phrases
    ) {
        self.assessments = assessments.map { $0.told(by: disclosure) }
        self.register = register
        self.phrases = phrases
    }

    package var text: String {
        let worst = deviating.prefix(Self.mostNamed)
        let lines = [counts] + (worst.isEmpty ? [nothing] : [heading(of: worst.count)] + worst.map(line))
        return lines.map { $0.shownSafely(limit: 400) + "\n" }.joined()
    }

    /// One series that deviates, and what mails say of it behind its title.
    struct Deviation: Sendable {
        let assessment: SeriesAssessment
        /// The area and the part of the population behind the title; empty for everybody in the municipality.
        let part: String
        let line: String
    }

    /// What deviates most, worst first.
    func worst(_ most: Int) -> [Deviation] {
        deviating.prefix(most).map { entry in
            Deviation(
                assessment: entry.assessment,
                part: entry.assessment.key.part(called: entry.facts.about.areaName),
                line: shortLine(entry)
            )
        }
    }

    private var counts: String { Self.counts(of: assessments.map(\.light), in: phrases) }

    /// `62 reeksen: 0 rood, 21 oranje, 8 groen, 33 grijs (geen oordeel)`.
    static func counts(of series: [Light], in phrases: Phrases) -> String {
        let lights: [Light] = [.red, .amber, .green, .grey]
        let numbers = lights.map { light in
            "\(series.count { $0 == light }) \(phrases.light(light).lowercased())"
        }
        return phrases.say(
            "\(series.count == 1 ? "1 reeks" : "\(series.count) reeksen"): "
                + "\(numbers.joined(separator: ", ")) (geen oordeel)",
            "\(series.count) series: \(numbers.joined(separator: ", ")) (no judgement)"
        )
    }

    private var nothing: String {
        phrases.say("Van wat beoordeeld kan worden, wijkt niets af.", "Of what can be judged, nothing deviates.")
    }

    private func heading(of count: Int) -> String {
        count == 1
            ? phrases.say("Wat afwijkt:", "What deviates:")
            : phrases.say("De \(count) die het meest afwijken:", "The \(count) that deviate most:")
    }

    /// What is red or amber, worst first: as grave as its rule says, then as far from its target as it is.
    private var deviating: [(assessment: SeriesAssessment, facts: FindingFacts)] {
        assessments
            .filter { $0.light == .red || $0.light == .amber }
            .compactMap { assessment in worstFacts(of: assessment).map { (assessment, $0) } }
            .enumerated()
            .sorted { first, second in
                let (one, other) = (rank(first.element), rank(second.element))
                return one == other ? first.offset < second.offset : one > other
            }
            .map(\.element)
    }

    private func worstFacts(of assessment: SeriesAssessment) -> FindingFacts? {
        assessment.findings
            .filter { $0.light == assessment.light }
            .map { finding in
                let severity = finding.severity ?? (finding.light == .red ? .critical : .warning)
                return FindingFacts(finding, of: assessment, in: register, severity: severity)
            }
            .max { $0.gravity < $1.gravity }
    }

    private func rank(_ entry: (assessment: SeriesAssessment, facts: FindingFacts)) -> Rank {
        Rank(light: entry.assessment.light.gravity, gravity: entry.facts.gravity, distance: distance(entry.assessment))
    }

    private struct Rank: Comparable {
        let light: Int
        let gravity: Int
        let distance: Double

        static func < (one: Rank, other: Rank) -> Bool {
            (one.light, one.gravity, one.distance) < (other.light, other.gravity, other.distance)
        }
    }

    /// How far the value lies from its target, as a part of the target; 0 where there is none to hold it against.
    private func distance(_ assessment: SeriesAssessment) -> Double {
        guard let value = assessment.latest?.value, let bound = assessment.shownTarget?.bound.value else { return 0 }
        let (shown, target) = (value.double, bound.double)
        return target == 0 ? 0 : abs(shown - target) / abs(target)
    }

    private func line(_ entry: (assessment: SeriesAssessment, facts: FindingFacts)) -> String {
        let messages = statements(entry).map(\.message)
        return "  [\(phrases.light(entry.assessment.light))] \(messages.joined(separator: " "))"
    }

    private func shortLine(_ entry: (assessment: SeriesAssessment, facts: FindingFacts)) -> String {
        statements(entry).map(\.line).joined(separator: "; ")
    }

    /// What is the matter, and how the newest value stands where something else deviates, such as a gap before it.
    private func statements(_ entry: (assessment: SeriesAssessment, facts: FindingFacts)) -> [Statement] {
        let well = entry.assessment.findings
            .filter { $0.rule != entry.facts.evidence.rule && $0.light == .green && $0.observation != nil }
            .map { finding in
                let facts = FindingFacts(finding, of: entry.assessment, in: register, severity: entry.facts.severity)
                return facts.evidence.value.endStatement(of: facts, in: phrases)
            }
        return [entry.facts.evidence.value.statement(of: entry.facts, in: phrases)] + well
    }
}

package import Assessment
package import Indicators

/// How all series stand in half a screen: how many of each light, and the worst of them in words.
package struct StatusSummary: Sendable {
    private var lights: [Light: Int] = [:]
    /// What is red or amber, worst first, no more than can be named.
    private var deviating: [Entry] = []
    private let mostKept: Int
    private let register: IndicatorRegister
    private let phrases: Phrases

    /// So many are named.
    private static let mostNamed = 5

    /// A summary.
    ///
    /// - Parameters:
    ///   - assessments: of every series; more may follow by ``add(_:by:)``.
    ///   - disclosure: what of them may be told.
    ///   - mostKept: so many can be asked for of those that deviate.
    ///   - register: for the titles in the sentences.
    ///   - phrases: the language.
    package init(
        _ assessments: [SeriesAssessment],
        by disclosure: Disclosure,
        mostKept: Int = Self.mostNamed,
        register: IndicatorRegister,
        phrases: Phrases
    ) {
        self.mostKept = mostKept
        self.register = register
        self.phrases = phrases
        add(assessments, by: disclosure)
    }

    /// What deviates, as it is put in order.
    private struct Entry {
        let assessment: SeriesAssessment
        let facts: FindingFacts
        let rank: Rank
    }

    /// Adds more series, which come behind those before where they are as bad.
    package mutating func add(_ assessments: [SeriesAssessment], by disclosure: Disclosure) {
        for assessment in assessments {
            let told = assessment.told(by: disclosure)
            let light = told.light
            lights[light, default: 0] += 1
            guard light == .red || light == .amber, mayBeNamed(told, light), let entry = entry(told) else { continue }
            let place = deviating.firstIndex { $0.rank < entry.rank } ?? deviating.endIndex
            deviating.insert(entry, at: place)
            if deviating.count > mostKept { deviating.removeLast() }
        }
    }

    /// Whether the light alone does not put it behind all that can be named.
    private func mayBeNamed(_ assessment: SeriesAssessment, _ light: Light) -> Bool {
        guard deviating.count == mostKept, let last = deviating.last else { return true }
        return light.gravity >= last.rank.light
    }

    private func entry(_ assessment: SeriesAssessment) -> Entry? {
        worstFacts(of: assessment).map { facts in
            Entry(
                assessment: assessment,
                facts: facts,
                rank: Rank(light: assessment.light.gravity, gravity: facts.gravity, distance: distance(assessment))
            )
        }
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

    private var counts: String { Self.words(lights, in: phrases) }

    /// `62 reeksen: 0 rood, 21 oranje, 8 groen, 33 grijs (geen oordeel)`.
    static func counts(of series: [Light], in phrases: Phrases) -> String {
        words(series.reduce(into: [:]) { $0[$1, default: 0] += 1 }, in: phrases)
    }

    private static func words(_ counts: [Light: Int], in phrases: Phrases) -> String {
        let lights: [Light] = [.red, .amber, .green, .grey]
        let numbers = lights.map { "\(counts[$0] ?? 0) \(phrases.light($0).lowercased())" }
        let all = counts.values.reduce(0, +)
        return phrases.say(
            "\(all == 1 ? "1 reeks" : "\(all) reeksen"): \(numbers.joined(separator: ", ")) (geen oordeel)",
            "\(all) series: \(numbers.joined(separator: ", ")) (no judgement)"
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

    private func worstFacts(of assessment: SeriesAssessment) -> FindingFacts? {
        assessment.findings
            .filter { $0.light == assessment.light }
            .map { finding in
                let severity = finding.severity ?? (finding.light == .red ? .critical : .warning)
                return FindingFacts(finding, of: assessment, in: register, severity: severity)
            }
            .max { $0.gravity < $1.gravity }
    }

    /// As grave as its rule says, then as far from its target as it is.
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

    private func line(_ entry: Entry) -> String {
        let messages = statements(entry).map(\.message)
        return "  [\(phrases.light(entry.assessment.light))] \(messages.joined(separator: " "))"
    }

    private func shortLine(_ entry: Entry) -> String {
        statements(entry).map(\.line).joined(separator: "; ")
    }

    /// What is the matter, and how the newest value stands where something else deviates, such as a gap before it.
    private func statements(_ entry: Entry) -> [Statement] {
        let well = entry.assessment.findings
            .filter { $0.rule != entry.facts.evidence.rule && $0.light == .green && $0.observation != nil }
            .map { finding in
                let facts = FindingFacts(finding, of: entry.assessment, in: register, severity: entry.facts.severity)
                return facts.evidence.value.endStatement(of: facts, in: phrases)
            }
        return [entry.facts.evidence.value.statement(of: entry.facts, in: phrases)] + well
    }
}

package import Assessment
package import Indicators

/// Why the rule `noise` says what it says.
package enum NoiseReason: String, RuleReason {
    case noisy
    case quiet
    case nothingHeard = "nothing-heard"

    package func words(in phrases: Phrases) -> String {
        switch self {
        case .noisy: phrases.say("te luid", "too loud")
        case .quiet: phrases.say("rustig", "quiet")
        case .nothingHeard: phrases.say("niets gehoord", "nothing heard")
        }
    }
}

/// What a finding of the rule `noise` rests on.
package struct NoiseEvidence: RuleEvidence {
    package static let rule = RuleName("noise")

    package static func title(in phrases: Phrases) -> String { phrases.say("geluid", "noise") }

    package let reason: NoiseReason
    /// The mean of the surroundings; `nil` where nothing was heard there.
    package let mean: ExactDecimal?
    package let factor: Int

    package init(_ reason: NoiseReason, mean: ExactDecimal?, factor: Int) {
        self.reason = reason
        self.mean = mean
        self.factor = factor
    }

    package var endLight: Light { reason == .quiet ? .green : .grey }

    package var tellsValue: Bool { true }

    package func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let what = phrases.say("overstemt de omgeving", "drowns its surroundings")
        return Statement(
            message: "\(facts.about.title) \(what).",
            verdict: phrases.say("Deze plek overstemt de omgeving.", "This place drowns its surroundings."),
            tail: " \(what)",
            line: what
        )
    }

    package func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement {
        let what = phrases.say("is weer rustig", "is quiet again")
        return Statement(
            message: "\(facts.about.title) \(what).",
            verdict: phrases.say("Deze plek is weer rustig.", "This place is quiet again."),
            tail: " \(what)",
            line: what
        )
    }

    package func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure] {
        [Figure(phrases.say("Omgeving", "Surroundings"), mean.map { facts.about.unit.written($0) })].compactMap(\.self)
    }

    package func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation {
        Explanation(
            reason,
            finding.severity,
            in: phrases,
            details: mean.map { [phrases.say("\(factor) keer ", "\(factor) times ") + unit.written($0)] } ?? []
        )
    }

    package static var hasStatusKey: Bool { true }

    package var statusJSON: JSONObject? {
        mean.map { mean in
            var object = JSONObject()
            object.add("mean", number: mean)
            object.add("factor", count: factor)
            return object
        }
    }
}

package import Indicators

/// What the finding of one rule rests on: its typed numbers, with the words for them.
///
/// The store keeps it under the name of the rule and a version, so that a finding can be told when the configuration has
/// changed since. A form that has been stored is readable for ever: what changes its form raises ``version`` and reads
/// the earlier ones in ``read(_:version:)``.
package protocol RuleEvidence: Hashable, Sendable, Codable {
    associatedtype Reason: RuleReason

    /// The rule that it is of.
    static var rule: RuleName { get }
    /// The version of its stored form.
    static var version: Int { get }
    /// Reads a stored form.
    static func read(_ decoder: any Decoder, version: Int) throws -> Self

    /// Why the rule says what it says.
    var reason: Reason { get }
    /// How grave it is among findings of one severity; higher is graver.
    var gravity: Int { get }
    /// What the value was held against.
    var comparisons: [TargetComparison] { get }
    /// The light to show where an alert has ended for this reason: green only where all is known to be in order.
    var endLight: Light { get }
    /// Whether that is a light of the indicator: that something was received at last says nothing of how it stands.
    var endsWithLight: Bool { get }
    /// Whether it is about a measured value, which is then told beside its targets.
    var tellsValue: Bool { get }
    /// Which values its numbers and words come from: where one of them may not be told, neither may these.
    var reach: EvidenceReach { get }
    /// Which way it went since it was told, where the rule itself can say; `nil` leaves that to gravity and value.
    func course(since told: Self) -> Course?
    /// Whether an alert that was told stays open though the rule finds the same value in order: an earlier version of the
    /// rule judged it, and the value is no news.
    func keepsOpen(_ told: Self) -> Bool
    /// Whether what it found is told by the alert of another rule on the same series: nobody is told of the end of its own.
    var goesOnElsewhere: Bool { get }
    /// Whether the rule asks nothing of the series, and there is nothing to explain.
    var isIdle: Bool { get }

    // MARK: Words

    /// What the rule looks at, in a word.
    static func title(in phrases: Phrases) -> String
    /// What is the matter while the alert is open.
    func statement(of facts: FindingFacts, in phrases: Phrases) -> Statement
    /// How it ended.
    func endStatement(of facts: FindingFacts, in phrases: Phrases) -> Statement
    /// The numbers of it, each with its label; those that are not known are left out.
    func figures(of facts: FindingFacts, in phrases: Phrases) -> [Figure]
    /// What the rule rests on, in full, for `explain`.
    func explanation(of finding: Finding, unit: MeasureUnit, in phrases: Phrases) -> Explanation

    // MARK: For programs

    /// Whether `status --json` has a key with the name of the rule.
    static var hasStatusKey: Bool { get }
    /// Its numbers as JSON under that key; `nil` where there are none.
    var statusJSON: JSONObject? { get }
}

extension RuleEvidence {
    package static var version: Int { 1 }

    package static func read(_ decoder: any Decoder, version: Int) throws -> Self {
        guard version == Self.version else { throw Evidence.UnknownForm(rule: rule, version: version) }
        return try Self(from: decoder)
    }

    package var gravity: Int { 1 }
    package var comparisons: [TargetComparison] { [] }
    package var endsWithLight: Bool { true }
    package var tellsValue: Bool { false }
    package var reach: EvidenceReach { .history }
    package func course(since told: Self) -> Course? { nil }
    package func keepsOpen(_ told: Self) -> Bool { false }
    package var goesOnElsewhere: Bool { false }
    package var isIdle: Bool { false }
    package static var hasStatusKey: Bool { false }
    package var statusJSON: JSONObject? { nil }

    func equals(_ other: any RuleEvidence) -> Bool { (other as? Self) == self }

    func course(sinceAny told: any RuleEvidence) -> Course? { (told as? Self).flatMap(course(since:)) }

    func keepsOpen(any told: any RuleEvidence) -> Bool { (told as? Self).map(keepsOpen) ?? false }

    /// What the rule looks at, with its name: `streefwaarde (target)`.
    package func ruleInWords(_ phrases: Phrases) -> String { "\(Self.title(in: phrases)) (\(Self.rule))" }

    /// Why it says what it says, with the label: `streefwaarde niet gehaald (target-missed)`.
    package func reasonInWords(_ phrases: Phrases) -> String { phrases.explained(reason) }

    var reasonLabel: Assessment.Reason { Assessment.Reason(reason) }
}

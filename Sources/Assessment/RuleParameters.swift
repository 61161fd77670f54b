package import Indicators

/// The settings of one rule, as configured for all indicators; made without a configuration they are the defaults.
package protocol RuleParameters: Hashable, Sendable {
    init()

    /// The keys under `rules: NAME`, in the order of the reference.
    static var keys: [ParameterKey<Self>] { get }
}

/// The parameters of a rule that has none.
package struct NoParameters: RuleParameters {
    package init() {}

    package static var keys: [ParameterKey<NoParameters>] { [] }
}

/// One key under `rules: NAME`: how it is written, what it means and where it goes.
package struct ParameterKey<Parameters: RuleParameters>: Sendable {
    /// What the value is, and where it is kept.
    package enum Place: Sendable {
        case percentage(any WritableKeyPath<Parameters, ExactDecimal> & Sendable)
        case euros(any WritableKeyPath<Parameters, ExactDecimal> & Sendable)
        case tolerance(any WritableKeyPath<Parameters, Tolerance> & Sendable)
        case wholeNumber(ClosedRange<Int>, any WritableKeyPath<Parameters, Int> & Sendable)
    }

    package let name: String
    package let place: Place
    /// The default as one writes it, for the reference; a test holds it against the parameters' own.
    package let fallback: String
    package let meaning: String

    package init(_ name: String, _ place: Place, default fallback: String, _ meaning: String) {
        self.name = name
        self.place = place
        self.fallback = fallback
        self.meaning = meaning
    }
}

/// The parameters of every rule that the configuration says something about.
package struct RuleSettings: Sendable {
    private var parameters: [RuleName: any RuleParameters] = [:]

    /// The defaults of every rule.
    package init() {}

    /// The parameters of a rule.
    package subscript<Judging: Rule>(_ rule: Judging.Type) -> Judging.Parameters {
        get { parameters[Judging.name] as? Judging.Parameters ?? Judging.Parameters() }
        set { parameters[Judging.name] = newValue }
    }

    func make<Judging: Rule>(_ rule: Judging.Type) -> any Rule { Judging(self[rule]) }
}

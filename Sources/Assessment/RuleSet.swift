package import Indicators

/// The rules in force: those of a registry, with the parameters of a configuration.
package struct RuleSet: Sendable {
    package let registry: RuleRegistry
    /// The parameters that the rules were made with.
    package let settings: RuleSettings
    private let rules: [any Rule]

    package init(_ registry: RuleRegistry = .standard, settings: RuleSettings = RuleSettings()) {
        self.registry = registry
        self.settings = settings
        rules = registry.rules.map { settings.make($0) }
    }

    /// The rules that judge the series of the indicator, in the order in which their findings are shown.
    package func rules(for indicator: Indicator) -> [any Rule] { rules.filter { $0.applies(to: indicator) } }

    /// Those of them that more follows from than that somebody knows it.
    package func deciding(for indicator: Indicator) -> [any Rule] {
        rules(for: indicator).filter { !type(of: $0).onlyInforms }
    }

    /// What of the indicator and the parameters counts for its judgement, as texts, rule by rule.
    package func fingerprint(of indicator: Indicator) -> [String] {
        deciding(for: indicator).flatMap { rule in
            let parts = rule.fingerprint(of: indicator)
            return [type(of: rule).name.rawValue, "\(parts.count)"] + parts
        }
    }

    /// What of the indicator and the parameters counts for its judgement, by the name of the rule.
    package func terms(of indicator: Indicator) -> [String: [String]] {
        let parts = deciding(for: indicator).map { (type(of: $0).name.rawValue, $0.fingerprint(of: indicator)) }
        return Dictionary(parts) { first, _ in first }
    }

    /// What the rules need beside the history of the series itself, each once; where alerts and lights are all that
    /// matters, what those that only inform need is left out.
    package func inputs(for indicator: Indicator, informing: Bool = true) -> [RuleInput] {
        let asking = informing ? rules(for: indicator) : deciding(for: indicator)
        return asking.flatMap { $0.inputs(for: indicator) }.reduce(into: []) { inputs, input in
            if !inputs.contains(input) { inputs.append(input) }
        }
    }
}

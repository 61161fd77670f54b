internal import Assessment

/// The keys of the rules, as the rules themselves declare them.
extension ReferenceSection {
    /// The mapping `rules`, then one for each rule that has parameters.
    static func rules(of registry: RuleRegistry) -> [ReferenceSection] {
        [rulesMapping(of: registry)] + registry.rules.compactMap { parameters(of: $0) }
    }

    /// The mapping `rules` itself.
    static func rulesMapping(of registry: RuleRegistry) -> ReferenceSection {
        let keys = registry.rules.filter { parameters(of: $0) != nil }.map { rule in
            ReferenceKey.optional(rule.name.rawValue, "mapping", "the program's own", rule.meaning)
        }
        return ReferenceSection(name: "rules", keys: keys)
    }

    /// The mapping of one rule; `nil` for a rule without parameters.
    static func parameters<Judging: Rule>(of rule: Judging.Type) -> ReferenceSection? {
        let keys = Judging.Parameters.keys
        guard !keys.isEmpty else { return nil }
        return ReferenceSection(
            name: "rules: \(Judging.name)",
            keys: keys.map { .optional($0.name, $0.place.type, "`\($0.fallback)`", $0.meaning) }
        )
    }
}

extension ParameterKey.Place {
    /// What the value is, in words.
    fileprivate var type: String {
        switch self {
        case .percentage: "percentage"
        case .euros: "amount in euros"
        case .tolerance: "tolerance"
        case .wholeNumber: "whole number"
        case .factor: "number"
        case .word(let words, _): words.map { "`\($0)`" }.joined(separator: ", ")
        case .flag: "`true` or `false`"
        }
    }
}

internal import Assessment
internal import Indicators

/// Reads the parameters of the rules: which keys there are, each rule says itself.
struct RuleReader {
    let registry: RuleRegistry

    /// The rules in force by the mapping `rules`; those it is silent about have their defaults.
    func rules(in section: Section) -> RuleSet {
        var settings = RuleSettings()
        if let rules = section.section("rules", as: .rulesMapping(of: registry)) {
            for rule in registry.rules { read(rule, in: rules, into: &settings) }
        }
        return RuleSet(registry, settings: settings)
    }

    private func read<Judging: Rule>(_ rule: Judging.Type, in rules: Section, into settings: inout RuleSettings) {
        guard let table = ReferenceSection.parameters(of: rule),
            let section = rules.section(Judging.name.rawValue, as: table)
        else { return }
        for key in Judging.Parameters.keys { read(key, in: section, into: &settings[rule]) }
    }

    private func read<Parameters>(
        _ key: ParameterKey<Parameters>,
        in section: Section,
        into parameters: inout Parameters
    ) {
        switch key.place {
        case .percentage(let place):
            let value = section.value(key.name, expecting: Notations.percentageWords, Notations.percentage)
            if let value { parameters[keyPath: place] = value.value }
        case .euros(let place):
            let value = section.value(key.name, expecting: Notations.eurosWords, Notations.euros)
            if let value { parameters[keyPath: place] = value.value }
        case .tolerance(let place):
            let value = section.value(key.name, expecting: Notations.toleranceWords, Notations.tolerance)
            if let value { parameters[keyPath: place] = value.value }
        case .wholeNumber(let range, let place):
            let words = "a whole number from \(range.lowerBound) through \(range.upperBound)"
            let value = section.value(key.name, expecting: words) { text in
                Int(digits: text).flatMap { range.contains($0) ? $0 : nil }
            }
            if let value { parameters[keyPath: place] = value.value }
        case .factor(let place):
            let value = section.value(key.name, expecting: Notations.factorWords, Notations.factor)
            if let value { parameters[keyPath: place] = value.value }
        case .word(let words, let place):
            let expected = "one of \(words.map { "'\($0)'" }.joined(separator: ", "))"
            let value = section.value(key.name, expecting: expected) { words.contains($0) ? $0 : nil }
            if let value { parameters[keyPath: place] = value.value }
        case .flag(let place):
            let value = section.value(key.name, expecting: "true or false") { Bool($0) }
            if let value { parameters[keyPath: place] = value.value }
        }
    }
}

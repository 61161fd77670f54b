import Assessment
import Catalogue
import TestSupport
import Testing

/// The keys under `rules`: what each rule says of them is what reading them gives.
@Suite struct RuleParametersTests {
    private static func settings(_ rules: String) throws -> RuleSettings {
        var small = try SmallConfiguration()
        small.configuration += "rules: \(rules)\n"
        return try small.load().rules.settings
    }

    /// Every key, with the rule that has it.
    private static func keys<Judging: Rule>(of rule: Judging.Type) -> [(key: String, fallback: String, other: String)] {
        Judging.Parameters.keys.map { key in
            let other =
                switch key.place {
                case .percentage, .tolerance: "7%"
                case .euros: "31.000"
                case .wholeNumber(let range, _): "\(range.upperBound)"
                case .word(let words, _): words.last ?? ""
                case .factor: "2,5"
                case .flag: key.fallback == "true" ? "false" : "true"
                }
            return ("{\(Judging.name): {\(key.name): \"", key.fallback, other)
        }
    }

    private static func isDefault<Judging: Rule>(_ rule: Judging.Type, in settings: RuleSettings) -> Bool {
        settings[rule] == Judging.Parameters()
    }

    @Test func `every default in the reference is read as the default of the rule`() throws {
        var count = 0
        for rule in RuleRegistry.standard.rules {
            for key in Self.keys(of: rule) {
                let read = try Self.settings("\(key.key)\(key.fallback)\"}}")
                let isDefault = Self.isDefault(rule, in: read)
                #expect(isDefault, "\(key.key)\(key.fallback)")
                count += 1
            }
        }
        #expect(count == 32)
    }

    @Test func `every key goes where its rule finds it`() throws {
        for rule in RuleRegistry.standard.rules {
            for key in Self.keys(of: rule) {
                let read = try Self.settings("\(key.key)\(key.other)\"}}")
                let isDefault = Self.isDefault(rule, in: read)
                #expect(!isDefault, "\(key.key)\(key.other)")
            }
        }
    }

    @Test func `the keys of a rule have names of their own`() {
        for rule in RuleRegistry.standard.rules {
            let names = Self.keys(of: rule).map(\.key)
            #expect(Set(names).count == names.count)
        }
        #expect(Set(RuleRegistry.standard.rules.map { $0.name }).count == RuleRegistry.standard.rules.count)
    }
}

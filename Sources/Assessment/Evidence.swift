/// The evidence of whichever rule.
package struct Evidence: Hashable, Sendable {
    /// The rule's own value.
    package let value: any RuleEvidence

    package init(_ value: some RuleEvidence) { self.value = value }

    /// The evidence of a rule that is asked for by its type; `nil` where it is another rule's.
    package func of<Wanted: RuleEvidence>(_ rule: Wanted.Type) -> Wanted? { value as? Wanted }

    package var rule: RuleName { type(of: value).rule }
    package var reason: Reason { value.reasonLabel }

    package static func == (left: Self, right: Self) -> Bool { left.value.equals(right.value) }

    package func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }

    /// Which way it went, where the rule itself can say; `nil` where it cannot, or it is another rule's.
    package func course(since told: Evidence) -> Course? { value.course(sinceAny: told.value) }
}

// MARK: As stored
extension Evidence: Codable {
    /// A rule, or the version of its evidence, that this program does not know.
    package struct UnknownForm: Error, Hashable, Sendable {
        package let rule: RuleName
        package let version: Int
    }

    private enum Key: String, CodingKey {
        case rule
        case version
        case evidence
    }

    /// Reads what ``encode(to:)`` wrote, of a rule in the registry that the decoder carries.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let rule = try container.decode(RuleName.self, forKey: .rule)
        let version = try container.decode(Int.self, forKey: .version)
        let registry = decoder.userInfo[.ruleRegistry] as? RuleRegistry ?? .standard
        guard let type = registry.evidence(of: rule) else { throw UnknownForm(rule: rule, version: version) }
        value = try type.read(container.superDecoder(forKey: .evidence), version: version)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(type(of: value).version, forKey: .version)
        try value.encode(to: container.superEncoder(forKey: .evidence))
    }
}

extension CodingUserInfoKey {
    /// The registry whose rules' evidence a decoder reads; without one ``RuleRegistry/standard``.
    package static let ruleRegistry: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "peilwacht.ruleRegistry") else {
            preconditionFailure("A fixed text is always a key.")
        }
        return key
    }()
}

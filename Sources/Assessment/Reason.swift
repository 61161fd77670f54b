/// The closed list of reasons of one rule.
///
/// Each rule has its own; a switch over it has no `default:`, so that a new reason does not compile before it has its
/// words.
package protocol RuleReason: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable {}

/// Why something is as it is, as a label: the same in log, status, mail and tests.
///
/// It is made of a closed list only: the reasons of a rule, or why an alert lapsed.
package struct Reason: Hashable, Sendable, CustomStringConvertible {
    /// The label: `target-missed`.
    package let description: String

    package init(_ reason: some RuleReason) { description = reason.rawValue }

    package init(_ lapse: Lapse) { description = lapse.rawValue }
}

/// Why an alert ended, where its rule did not find the series in order.
package enum Lapse: String, Hashable, Sendable, CaseIterable, Codable {
    /// A later delivery changed the value that the alert was about.
    case revised
    /// The configuration no longer watches the indicator.
    case withdrawn
}

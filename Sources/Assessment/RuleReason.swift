package import Indicators

/// The closed list of reasons of one rule.
///
/// Each rule has its own; a switch over it has no `default:`, so that a new reason does not compile before it has its
/// words.
package protocol RuleReason: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable {
    /// What people read beside the label.
    func words(in phrases: Phrases) -> String
}

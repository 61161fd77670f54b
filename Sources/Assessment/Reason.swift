/// Why something is as it is, as a label: the same in log, status, mail and tests.
///
/// It is made of a closed list only: the reasons of a rule, or why an alert lapsed.
package struct Reason: Hashable, Sendable, CustomStringConvertible {
    /// The label: `target-missed`.
    package let description: String

    package init(_ reason: some RuleReason) { description = reason.rawValue }

    package init(_ lapse: Lapse) { description = lapse.rawValue }
}

/// How bad a finding is.
///
/// The raw words are those of the contract.
package enum Severity: String, Sendable, CaseIterable, Hashable, Comparable, Codable {
    case warning
    case critical

    package static func < (left: Self, right: Self) -> Bool { left == .warning && right == .critical }
}

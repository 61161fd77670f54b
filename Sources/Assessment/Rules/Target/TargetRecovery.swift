package import Indicators

/// That a target is met again, and not yet for long enough, or by far enough, that its alert is over.
package struct TargetRecovery: Hashable, Sendable, Codable {
    /// So many of the last values in a row have recovered.
    package let recovered: Int
    /// So many in a row end it.
    package let needed: Int
    /// How far beyond the target a value has to lie; `nil` for meeting it.
    package let beyond: ExactDecimal?
    /// How grave the last miss was.
    package let severity: Severity
}

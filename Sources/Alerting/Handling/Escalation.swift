package import Assessment

/// When somebody else is told of an alert, since nobody took it up.
package struct Escalation: Hashable, Sendable {
    /// How long it is waited for.
    package enum Patience: Hashable, Sendable {
        case days(Int)
        /// So many periods of the indicator have been measured since.
        case periods(Int)
    }

    /// The subscription whose reader was told and did not take it up.
    package let of: String
    package let after: Patience
    /// Alerts of at least this severity.
    package let least: Severity

    package init(of subscription: String, after: Patience, least: Severity) {
        of = subscription
        self.after = after
        self.least = least
    }
}

/// Why the rule `overdue` says what it says.
package enum OverdueReason: String, RuleReason {
    case overdue
    /// Values are missing, each behind a newer one that is there.
    case gap
    case onTime = "on-time"
    /// The report of a milestone is late, and the alert of its date tells of it.
    case toldWithDate = "told-with-date"
}

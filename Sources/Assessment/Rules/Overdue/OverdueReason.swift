/// Why the rule `overdue` says what it says.
package enum OverdueReason: String, RuleReason {
    case overdue
    case onTime = "on-time"
}

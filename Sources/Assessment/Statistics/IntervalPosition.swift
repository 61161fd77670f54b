/// How an interval lies to a target (methods, section 5.2).
///
/// The words are those of the methods. Touching counts as not distinguishable.
package enum IntervalPosition: String, Hashable, Sendable, CaseIterable, Codable {
    case above = "significantly_above_target"
    case below = "significantly_below_target"
    case notDistinguishable = "not_distinguishable"

    package init<Number: Comparable>(lower: Number, upper: Number, target: Number) {
        self = lower > target ? .above : upper < target ? .below : .notDistinguishable
    }
}

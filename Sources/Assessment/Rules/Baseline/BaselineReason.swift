/// Why the rule `baseline` says what it says.
package enum BaselineReason: String, RuleReason {
    /// A target is measured from a value that is not there, and its period is near.
    case awaited = "baseline-awaited"
    /// The nulmeting is there, and the target that was to follow from it is not.
    case targetToBeSet = "target-to-be-set"
    /// Every target has the value that it is measured from.
    case known = "baseline-known"
    /// A value is lacking that nobody needs yet.
    case later = "baseline-later"
    /// No target is measured from another value.
    case notNeeded = "no-baseline-needed"
}

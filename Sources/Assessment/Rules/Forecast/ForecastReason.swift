/// Why the rule `forecast` says what it says.
package enum ForecastReason: String, RuleReason {
    /// The whole interval of what is expected misses a target ahead.
    case missExpected = "miss-expected"
    /// A part of the interval misses it.
    case missPossible = "miss-possible"
    /// The whole interval meets every target that lies near enough.
    case meetExpected = "meet-expected"
    /// The value of now is told by the rule `target` already.
    case toldByTarget = "told-by-target"
    /// No target lies near enough ahead.
    case nothingAhead = "nothing-near-ahead"
    case tooFewValues = "too-few-values"
    /// A straight line says nothing of months and quarters.
    case hasSeason = "has-season"
    case noValue = "no-value"
}

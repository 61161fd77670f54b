package import Indicators

/// The mean of the last twelve months beside the target that it misses.
package struct TargetMean: Hashable, Sendable, Codable {
    /// The number of the goal that says the target; `nil` for the yearly path.
    package let goal: String?
    /// The period of the target; `nil` where the document names none.
    package let period: Period?
    package let bound: Bound
    /// The mean, rounded.
    package let mean: ExactDecimal
}

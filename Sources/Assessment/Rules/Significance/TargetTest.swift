package import Indicators

/// One target held against the interval of a survey.
package struct TargetTest: Hashable, Sendable, Codable {
    /// The number of the goal that says the target; `nil` for the yearly path.
    package let goal: String?
    /// The period of the target; `nil` where the document names none.
    package let period: Period?
    package let bound: Bound
    package let position: IntervalPosition

    /// Whether that is bad; `nil` where it cannot be told apart.
    package var isWorse: Bool? {
        switch (position, bound.comparator) {
        case (.notDistinguishable, _): nil
        case (.above, .below), (.above, .atMost), (.below, .above), (.below, .atLeast): true
        case (.below, .below), (.below, .atMost), (.above, .above), (.above, .atLeast): false
        // What has to be exactly so is missed on either side.
        case (.above, .equal), (.below, .equal): true
        }
    }
}

package import Indicators

/// Which values of a series the numbers and words of a finding come from.
package enum EvidenceReach: Hashable, Sendable {
    /// No value: that one is missing, or that something ends.
    case nothing
    /// The value that was judged, and those of these periods.
    case value(and: Set<Period>)
    /// Any value that there is.
    case history
}

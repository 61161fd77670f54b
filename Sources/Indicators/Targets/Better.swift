/// Which way an indicator has to move.
package enum Better: String, Sendable, CaseIterable, Hashable, Codable {
    case lower
    case higher

    /// The comparator of a target that is a bare number: lower is better → at most, higher is better → at least.
    package var comparatorOfBareNumber: Comparator { self == .lower ? .atMost : .atLeast }
}

internal import Indicators

/// That a series misses its target again and again and meets it in between ("wisselend").
///
/// Each miss and each recovery would be told; instead the alert stays open, and is over when the value has met the target
/// for a while.
package struct Unsteadiness: Hashable, Sendable, Codable {
    /// So often it was missed anew, after it had been met.
    package let misses: Int
    /// Among so many of the last values.
    package let values: Int
    /// So many of the last values in a row meet it.
    package let metInRow: Int
    /// So many in a row end it.
    package let neededInRow: Int
    /// How grave the last miss was.
    package let severity: Severity
}

extension Unsteadiness {
    /// How a series has to behave to be unsteady.
    struct Limits: Hashable, Sendable {
        /// So many new misses.
        var misses: Int
        /// Among so many of the last values.
        var values: Int
        /// So many values in a row that meet the target end it.
        static let neededInRow = 3
    }

    /// `nil` where the series is steady, or has been long enough.
    ///
    /// - Parameters:
    ///   - outcomes: of each value with a target, oldest first: how grave it is missed, `nil` where it is met.
    ///   - limits: how many new misses among how many values.
    init?(of outcomes: [Severity?], _ limits: Limits) {
        let recent = outcomes.suffix(limits.values)
        let anew = zip(recent.dropFirst(), recent).count { $0 != nil && $1 == nil }
        let metInRow = recent.reversed().prefix { $0 == nil }.count
        guard anew >= limits.misses, metInRow < Limits.neededInRow, let last = recent.compactMap(\.self).last else {
            return nil
        }
        self.init(
            misses: anew,
            values: recent.count,
            metInRow: metInRow,
            neededInRow: Limits.neededInRow,
            severity: last
        )
    }
}

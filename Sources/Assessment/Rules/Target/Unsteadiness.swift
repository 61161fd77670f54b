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
    /// It begins with so many new misses among the last values, and is over after three values in a row that meet the
    /// target, and not before: what is told of its end has to hold.
    ///
    /// - Parameters:
    ///   - outcomes: of each value with a target, oldest first: whether it is missed.
    ///   - limits: how many new misses among how many values.
    ///   - severity: how grave the last miss was; asked where the series is unsteady.
    init?(of outcomes: [Bool], _ limits: Limits, severity: () -> Severity) {
        guard outcomes.contains(true) else { return nil }
        var isUnsteady = false
        var metInRow = 0
        for place in outcomes.indices {
            metInRow = outcomes[place] ? 0 : metInRow + 1
            if metInRow >= Limits.neededInRow { isUnsteady = false }
            let recent = outcomes[...place].suffix(limits.values)
            if outcomes[place], Self.newMisses(among: recent) >= limits.misses { isUnsteady = true }
        }
        let recent = outcomes.suffix(limits.values)
        guard isUnsteady else { return nil }
        self.init(
            misses: Self.newMisses(among: recent),
            values: recent.count,
            metInRow: metInRow,
            neededInRow: Limits.neededInRow,
            severity: severity()
        )
    }

    private static func newMisses(among outcomes: ArraySlice<Bool>) -> Int {
        zip(outcomes.dropFirst(), outcomes).count { $0 && !$1 }
    }
}

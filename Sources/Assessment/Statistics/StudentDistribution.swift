/// Student's t distribution.
package struct StudentDistribution: Hashable, Sendable {
    private let freedom: Double

    /// The distribution with so many degrees of freedom, at least 1.
    package init(degreesOfFreedom: Int) {
        freedom = Double(max(1, degreesOfFreedom))
    }

    /// The chance of a value as far from 0 as `t`, to either side.
    package func twoSided(_ t: Double) -> Double {
        SpecialFunctions.beta(freedom / (freedom + t * t), freedom / 2, 0.5)
    }

    /// The chance of a value of at most `t`.
    package func cumulative(_ t: Double) -> Double {
        let tail = twoSided(t) / 2
        return t > 0 ? 1 - tail : tail
    }

    /// How far from 0 a value lies at most, with this chance: 4.30 for 0.95 and 2 degrees of freedom.
    package func quantile(_ confidence: Double) -> Double {
        Self.known.quantile(KnownQuantiles.Asked(degreesOfFreedom: freedom, confidence: confidence)) {
            SpecialFunctions.root(of: { 1 - twoSided($0) - confidence }, from: 0, to: 1e6)
        }
    }

    private static let known = KnownQuantiles()
}

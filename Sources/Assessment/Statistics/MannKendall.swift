/// The test of Mann and Kendall: whether values go one way (methods, section 4.1).
///
/// It knows the order of the values only; how far apart they lie in time does not count.
package struct MannKendall: Hashable, Sendable {
    package let count: Int
    /// How many pairs rise, minus how many fall.
    package let statistic: Int
    /// The variance of the statistic by chance alone.
    package let variance: Double
    /// The sizes of the groups of equal values.
    private let ties: [Int]

    /// Up to so many values the exact chance is gone by, beyond them its normal approximation.
    package static let mostExact = 20

    /// The test of values in the order of time.
    package init(_ values: [Double]) {
        count = values.count
        var statistic = 0
        for (place, value) in values.enumerated() {
            for later in values[(place + 1)...] where later != value { statistic += later > value ? 1 : -1 }
        }
        self.statistic = statistic
        ties = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).values.filter { $0 > 1 }.sorted()
        func term(_ n: Int) -> Int { n * (n - 1) * (2 * n + 5) }
        variance = Double(term(values.count) - ties.map(term).reduce(0, +)) / 18
    }

    /// The statistic in standard deviations, corrected for being a whole number.
    package var score: Double {
        guard statistic != 0, variance > 0 else { return 0 }
        return Double(statistic - statistic.signum()) / variance.squareRoot()
    }

    /// The chance of so clear a direction, to either side, by the normal approximation.
    package var normalChance: Double { NormalDistribution.twoSided(score) }

    /// The exact chance, also with equal values.
    package var exactChance: Double {
        KendallDistribution(count: count, ties: ties).chance(of: statistic)
    }

    /// The chance to go by: exact for few values.
    package var chance: Double { count <= Self.mostExact ? exactChance : normalChance }

    /// The statistic as a part of all pairs.
    package var tauA: Double { count < 2 ? 0 : Double(statistic) / Double(count * (count - 1) / 2) }

    /// The statistic as a part of the pairs that are not equal; `nil` where all are.
    package var tauB: Double? {
        let pairs = Double(count * (count - 1) / 2)
        let untied = pairs - Double(ties.map { $0 * ($0 - 1) / 2 }.reduce(0, +))
        return untied > 0 ? Double(statistic) / (pairs * untied).squareRoot() : nil
    }
}

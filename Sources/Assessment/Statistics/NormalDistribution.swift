/// The standard normal distribution.
package enum NormalDistribution {
    /// The chance of a value above `z`.
    package static func upperTail(_ z: Double) -> Double {
        SpecialFunctions.complementaryError(z / 2.0.squareRoot()) / 2
    }

    /// The chance of a value as far from 0 as `z`, to either side.
    package static func twoSided(_ z: Double) -> Double {
        SpecialFunctions.complementaryError(abs(z) / 2.0.squareRoot())
    }

    /// How far from 0 a value lies at most, with this chance: 1.959963984540054 for 0.95.
    package static func quantile(_ confidence: Double) -> Double {
        // The levels that are asked for all the time.
        switch confidence {
        case 0.80: 1.2815515655446004
        case 0.90: 1.6448536269514722
        case 0.95: 1.959963984540054
        default: SpecialFunctions.root(of: { 1 - twoSided($0) - confidence }, from: 0, to: 40)
        }
    }
}

/// How far a value may miss its target before the light is red instead of amber (methods, section 7.3).
package enum Tolerance: Hashable, Sendable {
    /// A percentage of the target's value, without its sign.
    case percentOfTarget(ExactDecimal)
    /// An amount in the indicator's own unit, for percentages: points.
    case amount(ExactDecimal)

    /// The largest miss that is still amber, for a target of this value.
    package func largestAmberMiss(target: ExactDecimal) -> ExactDecimal? {
        switch self {
        case .amount(let amount): amount
        case .percentOfTarget(let percent):
            target.magnitude.multiplied(by: percent).flatMap {
                ExactDecimal(coefficient: $0.coefficient, scale: $0.scale + 2)
            }
        }
    }
}

extension Tolerance {
    /// The tolerance in one word, the same for equal ones: `10%`, `0.5 units`.
    package var written: String {
        switch self {
        case .percentOfTarget(let percent): "\(percent.withoutTrailingZeros)%"
        case .amount(let amount): "\(amount.withoutTrailingZeros) units"
        }
    }
}

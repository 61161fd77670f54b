/// Why somebody has to confirm an amount of a budget line.
package enum BudgetDoubt: Hashable, Sendable {
    /// It does not fit the budget of a year.
    case budget(Kind, ExactDecimal, year: Int)
    /// It is many times larger or smaller than the last amount of its year.
    case last(isLarger: Bool)

    /// What does not fit a budget.
    package enum Kind: Hashable, Sendable, Codable {
        /// More than so many times the budget of the whole year.
        case beyond(times: ExactDecimal)
        /// Written with a sign, and the budget without one, or the other way round.
        case otherSign
        /// The budget would be more than so many times as much after those months.
        case little(expected: ExactDecimal, months: Int, times: ExactDecimal)

        /// Which of them it is, whatever its numbers.
        package var sort: Sort {
            switch self {
            case .beyond: .beyond
            case .otherSign: .otherSign
            case .little: .little
            }
        }

        package enum Sort: Hashable, Sendable {
            case beyond
            case otherSign
            case little
        }
    }
}

/// What a budget line comes to by the end of the year, by what was realised so far (methods, section 8).
package struct BudgetForecast: Hashable, Sendable {
    /// The part of the year's total that is realised by now: by the calendar, or as in earlier years on average.
    package let share: Double
    /// The same for each earlier year that is known; empty where the year is taken to run evenly.
    package let sharesOfEarlierYears: [Double]
    private let budget: Double
    private let realised: Double

    /// A forecast.
    ///
    /// - Parameters:
    ///   - budget: the year's budget.
    ///   - realised: all of the year until now.
    ///   - elapsed: the part of the year that has passed, above 0 through 1.
    ///   - sharesOfEarlierYears: for each earlier year the part of its total that was realised at the same moment;
    ///     those that are not above 0 are left out, since nothing can be concluded from them.
    package init(budget: Double, realised: Double, elapsed: Double, sharesOfEarlierYears: [Double] = []) {
        self.budget = budget
        self.realised = realised
        let usable = sharesOfEarlierYears.filter { $0 > 0 }
        self.sharesOfEarlierYears = usable
        share = usable.isEmpty ? elapsed : usable.reduce(0, +) / Double(usable.count)
    }

    /// What would be realised by now if the year ran as budgeted.
    package var expectedByNow: Double { budget * share }

    /// The year's total if the rest of the year runs as the part until now did: an overrun grows with it.
    package var total: Double { realised / share }

    /// The year's total if the rest of the year runs as budgeted.
    package var additiveTotal: Double { realised + budget * (1 - share) }

    /// What will be spent at the least, with what has been promised besides (verplichtingen).
    package func floor(committed: Double) -> Double { realised + committed }

    /// The smallest and the largest total by the single earlier years; `nil` without any.
    package var band: ClosedRange<Double>? {
        let totals = sharesOfEarlierYears.map { realised / $0 }
        guard let least = totals.min(), let most = totals.max() else { return nil }
        return least...most
    }

    /// How far the total lies from the budget; above 0 where it is larger.
    package var deviation: Double { total - budget }

    /// From so many earlier years on their course is known well enough to take the rest of the year as budgeted
    /// (calibration, section 3: of 200 lines in order 4 are told a year, of those that are extrapolated 72).
    static let firmYears = 3

    /// Whether the rest of the year is taken to run as budgeted.
    package var isAdditive: Bool { sharesOfEarlierYears.count >= Self.firmYears }

    /// The total that is judged: with enough earlier years the rest of the year runs as budgeted, else as the part
    /// until now.
    package var expected: Double { isAdditive ? additiveTotal : total }

    /// The total by the other way of reckoning.
    package var otherwise: Double { isAdditive ? total : additiveTotal }

    /// How far the total that is judged lies from the budget.
    package var expectedDeviation: Double { expected - budget }
}

/// What an amount of a budget line may be by the budget of its year, and by the last amount of the same year, without
/// somebody having to confirm it.
///
/// Amounts begin anew each year, and small: the years are not held against each other. Nothing is questioned of nothing
/// booked yet, nor that little is booked in the first months. What somebody has confirmed is not asked again of the months
/// that follow it.
package struct PlausibleBudget: Hashable, Sendable {
    /// So many months of a year have to be over before little is too little.
    private static let firstMonths = 3

    /// At most so many times as much, or as little.
    private let times: ExactDecimal
    /// In which its amounts are written.
    package let unit: MeasureUnit
    private let budget: Budget
    /// The budgets of the whole years, as the council set them first.
    private var amounts: [Int: ExactDecimal]

    package init(times: Int, unit: MeasureUnit, budget: Budget, amounts: [Int: ExactDecimal]) {
        self.times = ExactDecimal(times)
        self.unit = unit
        self.budget = budget
        self.amounts = amounts
    }

    /// The same where no budget is known, as of one area or one breakdown.
    var withoutAmounts: PlausibleBudget {
        var other = self
        other.amounts = [:]
        return other
    }

    /// Why somebody has to confirm an amount; `nil` where nobody has to.
    ///
    /// - Parameters:
    ///   - value: the amount.
    ///   - period: the part of the year that it is about.
    ///   - last: the last other amount of the same year; `nil` for none.
    /// - Returns: the doubt.
    package func doubt(_ value: ExactDecimal, in period: Period, after last: PeriodValue?) -> BudgetDoubt? {
        // A balance is the small difference of large amounts: it may be anything.
        guard budget.side != .balance, let months = period.monthsElapsed else { return nil }
        let last = last.map { Amount($0.value, months: $0.period.monthsElapsed ?? 0, isOver: $0.period < period) }
        let amount = Amount(value, months: months, isOver: false)
        guard let yardstick = yardstick(of: period), yardstick.amount != .zero else {
            return isLeap(amount, after: last, budget: nil)
        }
        return doubt(of: amount, after: last, yardstick) ?? isLeap(amount, after: last, budget: yardstick.amount)
    }

    /// An amount booked of a year, or of a part of one.
    private struct Amount {
        let value: ExactDecimal
        /// How much of the year it covers, or ends with.
        let months: Int
        /// Whether it lies before the one that is asked about.
        let isOver: Bool

        init(_ value: ExactDecimal, months: Int, isOver: Bool) {
            self.value = value
            self.months = months
            self.isOver = isOver
        }
    }

    /// The budget of a year, and which year that is.
    private struct Yardstick {
        let year: Int
        let amount: ExactDecimal
    }

    /// The budget of the year at the end of the period; of a year without one that of the last year before it.
    private func yardstick(of period: Period) -> Yardstick? {
        guard let year = amounts.keys.filter({ $0 <= period.year }).max(), let first = amounts[year] else { return nil }
        let day = year == period.year ? period.end : CalendarDate(year: year, month: 12, day: 31) ?? period.end
        return BudgetInForce(first, in: year, changes: budget.changes, on: day)
            .map { Yardstick(year: year, amount: $0.value) }
    }
}

// MARK: Against the budget
extension PlausibleBudget {
    private func doubt(of amount: Amount, after last: Amount?, _ yardstick: Yardstick) -> BudgetDoubt? {
        let known = last.flatMap { kind(of: $0, yardstick.amount) }
        guard let kind = kind(of: amount, yardstick.amount), kind.sort != known?.sort else { return nil }
        return .budget(kind, yardstick.amount, year: yardstick.year)
    }

    /// What is the matter with an amount by the budget alone.
    private func kind(of amount: Amount, _ whole: ExactDecimal) -> BudgetDoubt.Kind? {
        let value = amount.value
        if value == .zero { return nil }
        if isMore(value, than: whole) { return .beyond(times: times) }
        if isOfOtherSign(value, amount.months, whole) { return .otherSign }
        return tooLittle(amount, whole)
    }

    private func isMore(_ value: ExactDecimal, than other: ExactDecimal) -> Bool {
        // What has too many digits to be multiplied is not exceeded by anything that has not.
        other.magnitude.multiplied(by: times).map { value.magnitude > $0 } ?? false
    }

    /// What is booked of one part of a year, or in its first months, may be a correction, small beside a month's share of the
    /// budget.
    private func isOfOtherSign(_ value: ExactDecimal, _ months: Int, _ whole: ExactDecimal) -> Bool {
        guard (value < .zero) != (whole < .zero) else { return false }
        switch budget.realised {
        case .cumulative where months > Self.firstMonths: return true
        case .cumulative, .perPeriod:
            return value.magnitude.multiplied(by: ExactDecimal(12)).map { isMore(whole, than: $0) } != true
        }
    }

    /// What was written in another unit is a thousand times too little; nobody asks of what is merely little.
    private func tooLittle(_ amount: Amount, _ whole: ExactDecimal) -> BudgetDoubt.Kind? {
        guard budget.realised == .cumulative, budget.isForecast, amount.months >= Self.firstMonths,
            let expected = whole.multiplied(by: ExactDecimal(amount.months))?
                .divided(by: ExactDecimal(12), decimals: 0),
            let much = times.multiplied(by: times),
            let most = amount.value.magnitude.multiplied(by: much), expected.magnitude > most
        else { return nil }
        return .little(expected: expected, months: amount.months, times: much)
    }
}

// MARK: Against the last amount of the year
extension PlausibleBudget {
    private func isLeap(_ amount: Amount, after last: Amount?, budget whole: ExactDecimal?) -> BudgetDoubt? {
        guard let last else { return nil }
        if isRise(amount, after: last, whole) { return .last(isLarger: true) }
        return isFall(amount, after: last, whole) ? .last(isLarger: false) : nil
    }

    /// Ten times as much is natural after the first months of a year, and of what is booked at once.
    private func isRise(_ amount: Amount, after last: Amount, _ whole: ExactDecimal?) -> Bool {
        guard last.value != .zero, isMore(amount.value, than: last.value) else { return false }
        if let whole, amount.value.magnitude > whole.magnitude { return true }
        return budget.realised == .cumulative && budget.isForecast && last.isOver && last.months >= Self.firstMonths
    }

    /// What is booked of a year until now does not become a tenth of what it was, unless it was next to nothing.
    private func isFall(_ amount: Amount, after last: Amount, _ whole: ExactDecimal?) -> Bool {
        guard budget.realised == .cumulative, last.isOver, isMore(last.value, than: amount.value) else { return false }
        let nothing = whole?.magnitude.divided(by: ExactDecimal(100), decimals: 0)
        return nothing.map { last.value.magnitude > $0 } ?? true
    }
}

extension Period {
    /// The months of its year that have passed at its end; `nil` of a period that does not divide a year.
    package var monthsElapsed: Int? {
        switch kind {
        case .year: 12
        case .halfYear: index * 6
        case .quarter: index * 3
        case .month: index
        case .schoolYear, .week, .day: nil
        }
    }
}

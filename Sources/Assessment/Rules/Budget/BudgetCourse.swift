internal import Indicators

/// The course of one year of a budget line, up to and including a period, beside that of earlier years.
struct BudgetCourse {
    private let period: Period
    private let periodsInYear: Int
    private let totals: [Period: ExactDecimal]

    /// `nil` for periods that do not divide a year, and where an earlier period of the year has no value but counts.
    init?(_ series: SeriesSubject, at period: Period) {
        guard let count = Self.periodsInYear[period.kind] else { return nil }
        self.period = period
        periodsInYear = count
        totals = Self.totals(of: series)
        guard totals[period] != nil else { return nil }
    }

    private static let periodsInYear: [PeriodKind: Int] = [.year: 1, .halfYear: 2, .quarter: 4, .month: 12]

    /// What was realised in the year up to and including each period.
    private static func totals(of series: SeriesSubject) -> [Period: ExactDecimal] {
        var totals: [Period: ExactDecimal] = [:]
        for observation in series.history.observations {
            if series.indicator.budget?.realised != .perPeriod || observation.period.index == 1 {
                totals[observation.period] = observation.value
            } else if let before = observation.period.previous.flatMap({ totals[$0] }) {
                totals[observation.period] = before.adding(observation.value)
            }
        }
        return totals
    }

    /// The months of the year that have passed at the end of the period.
    var monthsElapsed: Int { period.index * 12 / periodsInYear }

    /// Whether the whole year is in it, and has passed on the day.
    func isOver(on today: CalendarDate) -> Bool { isWhole && today > period.end }

    func standing(_ inForce: BudgetInForce, _ series: SeriesSubject, on today: CalendarDate) -> BudgetStanding? {
        let budget = inForce.value
        // What is booked once says nothing of the months to come.
        let isTold = series.indicator.budget?.isForecast != false
        guard let realised = totals[period], let forecast = forecast(budget, at: period),
            let expected = isTold ? ExactDecimal(forecast.expected, decimals: 0) : realised,
            let otherwise = ExactDecimal(forecast.otherwise, decimals: 0)
        else { return nil }
        let isAsked = !isOver(on: today) && series.indicator.budget?.commitments != nil
        let commitments = isAsked ? commitments(of: series) : nil
        let floor = commitments.flatMap { realised.adding($0) }.flatMap {
            Self.isBeyond($0, expected, series) ? $0.rounded(decimals: 0) : nil
        }
        let total = floor ?? expected
        guard let deviation = total.subtracting(budget) else { return nil }
        let percent = deviation.multiplied(by: ExactDecimal(100))?.divided(by: budget.magnitude, decimals: 1)
        let isLarger = deviation > .zero
        return BudgetStanding(
            budget: budget,
            realised: realised,
            forecast: total,
            additiveForecast: isTold ? otherwise : nil,
            band: forecast.band.map { band in
                ValueRange(
                    minimum: ExactDecimal(band.lowerBound, decimals: 0),
                    maximum: ExactDecimal(band.upperBound, decimals: 0)
                )
            },
            deviation: deviation,
            percent: percent,
            isAdvantage: deviation == .zero ? nil : isLarger == (series.indicator.better == .higher),
            earlierYears: forecast.sharesOfEarlierYears.count,
            isWrittenNegative: false,
            isFinal: isOver(on: today) ? true : nil,
            commitments: commitments,
            lacksCommitments: commitments == nil && isAsked ? true : nil,
            isFloor: floor == nil ? nil : true,
            isAdditive: forecast.isAdditive ? true : nil,
            change: inForce.change.map { BudgetStanding.LastChange(date: $0.date, what: $0.what) },
            originalBudget: inForce.change == nil ? nil : inForce.original,
            hasNegativeCosts: series.indicator.budget?.side == .costs && budget < .zero ? true : nil
        )
    }

    /// What has been promised besides at the end of the period.
    private func commitments(of series: SeriesSubject) -> ExactDecimal? {
        guard let id = series.indicator.budget?.commitments else { return nil }
        let key = SeriesReference(id).key(for: series.history.key)
        return key.flatMap { series.neighbours[$0]?.observation(of: period)?.value }
    }

    /// Whether one amount of costs is more than another, as the books write them.
    private static func isBeyond(_ amount: ExactDecimal, _ other: ExactDecimal, _ series: SeriesSubject) -> Bool {
        series.indicator.better == .lower ? amount > other : amount < other
    }

    /// Whether the whole year is in it.
    var isWhole: Bool { period.index == periodsInYear }

    /// Whether the course of the year is known from enough earlier ones.
    func isFirm(_ budget: ExactDecimal) -> Bool { forecast(budget, at: period)?.isAdditive ?? false }

    /// Whether the few earlier years alone are enough to say that the budget will not be met: not one of them would end
    /// within it.
    func isOutsideBand(_ budget: ExactDecimal) -> Bool {
        guard let band = forecast(budget, at: period)?.band else { return false }
        return !band.contains(budget.double)
    }

    /// How far each period of the year until now said that the year would end from the budget; those that were not
    /// delivered are left out.
    func deviations(from budget: ExactDecimal) -> [Double] {
        totals.keys.filter { $0.year == period.year && $0 <= period }.sorted()
            .compactMap { forecast(budget, at: $0)?.expectedDeviation }
    }

    private func forecast(_ budget: ExactDecimal, at period: Period) -> BudgetForecast? {
        totals[period].map { realised in
            BudgetForecast(
                budget: budget.double,
                realised: realised.double,
                elapsed: Double(period.index) / Double(periodsInYear),
                sharesOfEarlierYears: period.index < periodsInYear ? sharesOfEarlierYears(at: period) : []
            )
        }
    }

    private func sharesOfEarlierYears(at period: Period) -> [Double] {
        Set(totals.keys.map(\.year)).filter { $0 < period.year }.sorted().compactMap { year in
            guard let then = Period(period.kind, year: year, index: period.index).flatMap({ totals[$0] }),
                let whole = Period(period.kind, year: year, index: periodsInYear).flatMap({ totals[$0] }),
                whole != .zero
            else { return nil }
            return then.double / whole.double
        }
    }
}

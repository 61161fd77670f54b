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
    func isOver(on today: CalendarDate) -> Bool { period.index == periodsInYear && today > period.end }

    func standing(_ budget: ExactDecimal, _ series: SeriesSubject, on today: CalendarDate) -> BudgetStanding? {
        guard let realised = totals[period], let forecast = forecast(budget, at: period),
            let total = ExactDecimal(forecast.total, decimals: 0),
            let additive = ExactDecimal(forecast.additiveTotal, decimals: 0), let deviation = total.subtracting(budget)
        else { return nil }
        let percent = deviation.multiplied(by: ExactDecimal(100))?.divided(by: budget.magnitude, decimals: 1)
        let isLarger = deviation > .zero
        return BudgetStanding(
            budget: budget,
            realised: realised,
            forecast: total,
            additiveForecast: additive,
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
            isWrittenNegative: series.indicator.budget?.side == .costs && budget < .zero,
            isFinal: isOver(on: today) ? true : nil
        )
    }

    /// Whether the period alone is enough to say that the budget will not be met: the year is over, or not one earlier
    /// year would end within it.
    func isDecided(_ budget: ExactDecimal) -> Bool {
        guard period.index < periodsInYear, let now = forecast(budget, at: period) else { return true }
        return now.band.map { !$0.contains(budget.double) } ?? false
    }

    /// How far each period of the year until now said that the year would end from the budget; those that were not
    /// delivered are left out.
    func deviations(from budget: ExactDecimal) -> [Double] {
        totals.keys.filter { $0.year == period.year && $0 <= period }.sorted()
            .compactMap { forecast(budget, at: $0)?.deviation }
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

package import Indicators

/// When a budget line's expected outcome is worth a word (methods, sections 7.2 and 8); set by each municipality's
/// financial regulation.
package struct BudgetThresholds: Hashable, Sendable {
    /// A deviation counts above this percentage of the budget, if it is above ``euros`` too.
    package let percent: ExactDecimal
    /// A deviation counts above this amount in euros, if it is above ``percent`` too.
    package let euros: ExactDecimal
    /// A disadvantage above this percentage of the budget is critical.
    package let criticalPercent: ExactDecimal
    /// Nothing is concluded before so many months of the year have passed.
    package let firstMonth: Int

    package init(
        percent: ExactDecimal = ExactDecimal(5),
        euros: ExactDecimal = ExactDecimal(25_000),
        criticalPercent: ExactDecimal = ExactDecimal(10),
        firstMonth: Int = 4
    ) {
        self.percent = percent
        self.euros = euros
        self.criticalPercent = criticalPercent
        self.firstMonth = firstMonth
    }
}

/// How a budget line stands at the end of a period.
package struct BudgetStanding: Hashable, Sendable {
    /// The year's budget.
    package let budget: ExactDecimal
    /// All that was realised in the year.
    package let realised: ExactDecimal
    /// The expected total of the year, rounded to whole units.
    package let forecast: ExactDecimal
    /// The forecast minus the budget.
    package let deviation: ExactDecimal
    /// The deviation in percent of the budget, to one decimal; `nil` where the budget is 0.
    package let percent: ExactDecimal?
    /// Whether the deviation is an advantage (voordeel); `nil` where there is none.
    package let isAdvantage: Bool?
    /// From how many earlier years the course of the year was taken; 0 where it is taken to run evenly.
    package let earlierYears: Int
}

/// The rule `budget`: the year's expected outcome against its budget.
///
/// A deviation counts where it exceeds the thresholds and either the budget lies outside the band of earlier years, or
/// the last period before in the year deviated to the same side, or the year is over. A disadvantage (nadeel) is a
/// warning or critical, an advantage (voordeel) a warning at most.
package struct BudgetRule: Sendable {
    private let thresholds: BudgetThresholds

    package init(thresholds: BudgetThresholds) {
        self.thresholds = thresholds
    }

    /// Judges the latest realised amount.
    package func finding(for series: SeriesSubject) -> Finding {
        guard series.missingInputs.isEmpty else {
            return Finding(
                .budget,
                .unknown,
                .inputMissing,
                period: series.incompletePeriod,
                missingInputs: series.missingInputs
            )
        }
        if let period = series.uncomputablePeriod { return Finding(.budget, .unknown, .notComputable, period: period) }
        guard let latest = series.history.latest else { return Finding(.budget, .unknown, .noValue) }
        guard let target = series.targets.last(where: { $0.period == Period.year(latest.period.year) }),
            let bound = series.bound(of: target)
        else {
            return Finding(.budget, .inOrder, .noBudget, period: latest.period, observation: latest)
        }
        guard let course = BudgetCourse(series, at: latest.period), let standing = course.standing(bound.value, series)
        else {
            return Finding(.budget, .unknown, .periodsMissing, period: latest.period, observation: latest)
        }
        let (state, reason) = judgement(standing, course, bound.value, series)
        let verdict: TargetComparison.Verdict =
            if case .deviates(let severity) = state { .missed(severity) } else { state == .inOrder ? .met : .undecided }
        return Finding(
            .budget,
            state,
            reason,
            period: latest.period,
            observation: latest,
            comparisons: [TargetComparison(target: target, standing: .ownPeriod, bound: bound, verdict: verdict)],
            budget: standing
        )
    }

    private func judgement(
        _ standing: BudgetStanding,
        _ course: BudgetCourse,
        _ budget: ExactDecimal,
        _ series: SeriesSubject
    ) -> (Finding.State, Reason) {
        guard course.monthsElapsed >= thresholds.firstMonth else { return (.unknown, .tooEarly) }
        let euros = series.indicator.unit.euros ?? ExactDecimal(1)
        guard let isAdvantage = standing.isAdvantage, exceeds(standing.deviation.double, budget, euros) else {
            return (.inOrder, .withinBudget)
        }
        guard course.isConfirmed(budget, by: { exceeds($0, budget, euros) }) else { return (.unknown, .unconfirmed) }
        guard !isAdvantage else { return (.deviates(.warning), .budgetAdvantage) }
        let isCritical = abs(standing.deviation.double) * 100 > thresholds.criticalPercent.double * abs(budget.double)
        return (.deviates(isCritical ? .critical : .warning), .budgetDisadvantage)
    }

    private func exceeds(_ deviation: Double, _ budget: ExactDecimal, _ euros: ExactDecimal) -> Bool {
        let relative = thresholds.percent.double / 100 * abs(budget.double)
        return abs(deviation) > max(relative, thresholds.euros.double / euros.double)
    }
}

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

    func standing(_ budget: ExactDecimal, _ series: SeriesSubject) -> BudgetStanding? {
        guard let realised = totals[period], let forecast = forecast(budget, at: period),
            let total = ExactDecimal(forecast.total, decimals: 0), let deviation = total.subtracting(budget)
        else { return nil }
        let percent = deviation.multiplied(by: ExactDecimal(100))?.divided(by: budget.magnitude, decimals: 1)
        let isLarger = deviation > .zero
        return BudgetStanding(
            budget: budget,
            realised: realised,
            forecast: total,
            deviation: deviation,
            percent: percent,
            isAdvantage: deviation == .zero ? nil : isLarger == (series.indicator.better == .higher),
            earlierYears: forecast.sharesOfEarlierYears.count
        )
    }

    /// Whether more than this one period says that the budget will not be met.
    func isConfirmed(_ budget: ExactDecimal, by exceeds: (Double) -> Bool) -> Bool {
        guard period.index < periodsInYear, let now = forecast(budget, at: period) else { return true }
        if let band = now.band, !band.contains(budget.double) { return true }
        // Where a period was not delivered, the last one that was tells whether the deviation is new.
        let earlier = totals.keys.filter { $0.year == period.year && $0 < period }.max()
        guard let before = earlier.flatMap({ forecast(budget, at: $0) }) else { return false }
        return exceeds(before.deviation) && (before.deviation < 0) == (now.deviation < 0)
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

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
    /// The total if the rest of the year runs as budgeted instead.
    package let additiveForecast: ExactDecimal
    /// The smallest and the largest total by the single earlier years; `nil` without any.
    package let band: ValueRange?
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
        guard let latest = series.judgedValue else { return series.finding(ofNoValueBy: .budget) }
        return finding(for: latest, of: series)
    }

    private func finding(for latest: RecordedObservation, of series: SeriesSubject) -> Finding {
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
        let comparison = TargetComparison(
            target: target,
            standing: .ownPeriod,
            bound: bound,
            verdict: Self.verdict(state)
        )
        return Finding(
            .budget,
            state,
            reason,
            period: latest.period,
            observation: latest,
            comparisons: [comparison],
            budget: standing
        )
    }

    private static func verdict(_ state: Finding.State) -> TargetComparison.Verdict {
        switch state {
        case .inOrder: .met
        case .deviates(let severity): .missed(severity)
        case .unknown: .undecided
        }
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

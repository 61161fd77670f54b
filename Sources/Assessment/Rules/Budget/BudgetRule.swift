package import Indicators

/// The rule `budget`: the year's expected outcome against its budget.
///
/// A deviation counts where it exceeds the thresholds and either the budget lies outside the band of earlier years, or
/// the last period before in the year deviated to the same side, or the year is over. A disadvantage (nadeel) is a
/// warning or critical, an advantage (voordeel) a warning at most. What moves once in a year, such as a reserve, is judged
/// once, when the year is over, by what was booked.
package struct BudgetRule: Rule {
    package typealias Evidence = BudgetEvidence

    private let parameters: BudgetParameters

    package init(_ parameters: BudgetParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a year's outcome with its budget" }

    package func applies(to indicator: Indicator) -> Bool { indicator.budget != nil && !indicator.isMilestone }

    package func fingerprint(of indicator: Indicator) -> [String] {
        let line =
            indicator.budget.map { budget in
                ["\(budget.side.rawValue) \(budget.realised.rawValue)\(budget.isForecast ? "" : " booked")"]
            } ?? []
        let thresholds = [parameters.percent, parameters.euros, parameters.criticalPercent]
        return line + thresholds.map { "\($0.withoutTrailingZeros)" } + ["\(parameters.firstMonth)"]
    }

    /// Judges the latest realised amount.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let latest = series.judgedValue else {
            let (missing, period) = series.missing
            return Finding(.unknown, BudgetEvidence(missing: missing), period: period)
        }
        return finding(for: latest, of: series, on: today)
    }

    private func finding(
        for latest: RecordedObservation,
        of series: SeriesSubject,
        on today: CalendarDate
    ) -> Finding {
        guard let target = series.targets.last(where: { $0.period == Period.year(latest.period.year) }),
            let bound = series.bound(of: target)
        else { return finding(.inOrder, BudgetEvidence(.noBudget), light: .grey, on: latest) }
        guard let course = BudgetCourse(series, at: latest.period),
            let standing = course.standing(bound.value, series, on: today)
        else { return finding(.unknown, BudgetEvidence(.periodsMissing), light: .grey, on: latest) }
        guard series.indicator.budget?.isForecast != false || course.isOver(on: today) else {
            return finding(.unknown, BudgetEvidence(.yearNotOver), light: .grey, on: latest)
        }
        let (state, reason) = judgement(standing, course, bound.value, series)
        let comparison = TargetComparison(
            target: target,
            standing: .ownPeriod,
            bound: bound,
            verdict: Self.verdict(state)
        )
        let evidence = BudgetEvidence(reason, standing: standing, target: comparison)
        return finding(state, evidence, light: state.light, on: latest)
    }

    private func finding(
        _ state: Finding.State,
        _ evidence: BudgetEvidence,
        light: Light?,
        on latest: RecordedObservation
    ) -> Finding {
        Finding(state, evidence, light: light, period: latest.period, observation: latest)
    }

    private static func verdict(_ state: Finding.State) -> TargetComparison.Verdict {
        switch state {
        case .inOrder, .informs: .met
        case .deviates(let severity): .missed(severity)
        case .unknown: .undecided
        }
    }

    /// The day after the period of the latest value: when the year is over, its outcome is no longer expected but known.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        series.judgedValue.map { $0.period.end.adding(days: 1) }.flatMap { $0 > today ? $0 : nil }
    }

    private func judgement(
        _ standing: BudgetStanding,
        _ course: BudgetCourse,
        _ budget: ExactDecimal,
        _ series: SeriesSubject
    ) -> (Finding.State, BudgetReason) {
        guard course.monthsElapsed >= parameters.firstMonth else { return (.unknown, .tooEarly) }
        let euros = series.indicator.unit.euros ?? ExactDecimal(1)
        guard let isAdvantage = standing.isAdvantage, exceeds(standing.deviation.double, budget, euros) else {
            return (.inOrder, .withinBudget)
        }
        guard isConfirmed(course, budget, euros) else { return (.unknown, .unconfirmed) }
        guard !isAdvantage else { return (.deviates(.warning), .advantage) }
        let isCritical = abs(standing.deviation.double) * 100 > parameters.criticalPercent.double * abs(budget.double)
        return (.deviates(isCritical ? .critical : .warning), .disadvantage)
    }

    /// Whether more than this one period says that the budget will not be met.
    private func isConfirmed(_ course: BudgetCourse, _ budget: ExactDecimal, _ euros: ExactDecimal) -> Bool {
        if course.isDecided(budget) { return true }
        let sides = course.deviations(from: budget).map { exceeds($0, budget, euros) ? $0 < 0 : nil }
        return switch parameters.persistence.outcome(of: sides) {
        case .confirmed: true
        case .absent, .unconfirmed, .lingering: false
        }
    }

    private func exceeds(_ deviation: Double, _ budget: ExactDecimal, _ euros: ExactDecimal) -> Bool {
        let relative = parameters.percent.double / 100 * abs(budget.double)
        return abs(deviation) > max(relative, parameters.euros.double / euros.double)
    }
}

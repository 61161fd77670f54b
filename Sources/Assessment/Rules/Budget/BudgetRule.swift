package import Indicators

/// The rule `budget`: the year's expected outcome against its budget.
///
/// What counts, and when it is certain enough, says ``BudgetJudgement``. A disadvantage (nadeel) is a warning or
/// critical, an advantage (voordeel) a warning at most. The budget is the one of the day, with the changes that hold.
/// What moves once in a year, such as a reserve, is judged once, when the year is over, by what was booked; what is
/// realised and promised (verplichtingen) is no forecast, and counts at once.
package struct BudgetRule: Rule {
    package typealias Evidence = BudgetEvidence

    private let parameters: BudgetParameters

    package init(_ parameters: BudgetParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a year's outcome with its budget" }

    package func applies(to indicator: Indicator) -> Bool { indicator.budget != nil && !indicator.isMilestone }

    package func fingerprint(of indicator: Indicator) -> [String] {
        let line = indicator.budget?.texts ?? []
        let isUsual = parameters.opensAt == BudgetParameters().opensAt
        let opensAt = isUsual ? [] : ["opens \(parameters.opensAt.withoutTrailingZeros)"]
        let thresholds = [parameters.percent, parameters.euros, parameters.criticalPercent]
        let usual = BudgetParameters()
        let isLasting = (parameters.openAfter, parameters.resolveAfter) != (usual.openAfter, usual.resolveAfter)
        let lasting = isLasting ? ["lasts \(parameters.openAfter) \(parameters.resolveAfter)"] : []
        return line + opensAt + thresholds.map { "\($0.withoutTrailingZeros)" } + ["\(parameters.firstMonth)"] + lasting
    }

    package func inputs(for indicator: Indicator) -> [RuleInput] {
        [.openAlert] + (indicator.budget?.commitments.map { [.series(SeriesReference($0))] } ?? [])
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
        let year = latest.period.year
        guard let target = series.targets.last(where: { $0.period == Period.year(year) }),
            let bound = series.bound(of: target), let budget = Self.budget(bound, target, series, year, on: today)
        else { return finding(.inOrder, BudgetEvidence(.noBudget), light: .grey, on: latest) }
        guard let course = BudgetCourse(series, at: latest.period),
            let standing = course.standing(budget, series, on: today)
        else { return finding(.unknown, BudgetEvidence(.periodsMissing), light: .grey, on: latest) }
        let judgement = BudgetJudgement(standing, course, in: series, parameters)
        guard judgement.isAboutFacts || series.indicator.budget?.isForecast != false || course.isOver(on: today) else {
            return finding(.unknown, BudgetEvidence(.yearNotOver), light: .grey, on: latest)
        }
        let (state, reason) = judgement.outcome(goingOn: Self.told(of: series, target))
        let comparison = TargetComparison(
            target: target,
            standing: .ownPeriod,
            bound: Bound(comparator: bound.comparator, value: budget.value, margin: bound.margin),
            verdict: Self.verdict(state)
        )
        let evidence = BudgetEvidence(reason, standing: standing, target: comparison)
        // What is within the budget is green, also while an alert waits for more periods that say so.
        return finding(state, evidence, light: reason == .withinBudget ? .green : state.light, on: latest)
    }

    /// The budget of the day; what the council changes are the budgets of the whole line.
    private static func budget(
        _ bound: Bound,
        _ target: IndicatorTarget,
        _ series: SeriesSubject,
        _ year: Int,
        on today: CalendarDate
    ) -> BudgetInForce? {
        let changes = target.scope == .all ? series.indicator.budget?.changes : nil
        return BudgetInForce(bound.value, in: year, changes: changes ?? [], on: today)
    }

    /// What the open alert on the same budget says; `nil` without one.
    private static func told(of series: SeriesSubject, _ target: IndicatorTarget) -> BudgetReason? {
        let told = series.openAlerts[BudgetEvidence.rule]?.evidence.of(BudgetEvidence.self)
        return told.flatMap { $0.target?.period == target.period ? $0.reason : nil }
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

    /// The day after the period of the latest value: when the year is over, its outcome is no longer expected but
    /// known; or the day of a change of the budget.
    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? {
        guard let latest = series.judgedValue else { return nil }
        let changes = (series.indicator.budget?.changes ?? []).map(\.date).filter { $0.year == latest.period.year }
        return ([latest.period.end.adding(days: 1)] + changes).filter { $0 > today }.min()
    }
}

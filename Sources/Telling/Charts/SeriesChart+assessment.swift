package import Assessment
package import Indicators

extension SeriesChart {
    /// So many of the last values are shown: of what is measured once or twice a year, and of what is measured more often.
    private static let mostYearly = 12
    private static let mostOperational = 24

    /// The picture of a series as it was judged; `nil` where there is nothing to draw: of a milestone, and of fewer than two
    /// values that may be told.
    ///
    /// - Parameters:
    ///   - series: the values and what they are held against.
    ///   - assessment: how the series was judged, by the rules that only inform as well.
    ///   - disclosure: what of it may be told; what is hidden is a gap.
    ///   - language: the language of its words.
    package init?(
        _ series: SeriesSubject,
        _ assessment: SeriesAssessment,
        by disclosure: Disclosure,
        language: Language
    ) {
        let told = assessment.told(by: disclosure)
        guard !series.indicator.isMilestone, let kind = series.history.latest?.period.kind else { return nil }
        let values = series.history.observations.filter { $0.period.kind == kind }
            .suffix(kind.isOftenMeasured ? Self.mostOperational : Self.mostYearly)
        let hidden = values.filter { disclosure.hides($0.observation, of: told.key) }.map(\.period)
        self.init(
            title: told.indicator.title.oneLine(limit: 160),
            unit: told.indicator.unit,
            language: language,
            points: values.filter { !hidden.contains($0.period) }.map(Point.init)
        )
        self.hidden = Set(hidden)
        every = told.indicator.cadence.kind == kind ? told.indicator.cadence.every : 1
        breaks = told.indicator.breaks
        judged = told.latest?.period
        light = told.light
        aim = told.shownTarget.map { Aim(bound: $0.bound, period: $0.isUndated ? nil : $0.period) }
        budget = told.indicator.budget
        targets = Self.shown(series.toldTargets(by: disclosure), of: budget, until: last.year, aim)
        forecast = told.forecast(in: kind)
        limits = told.limits(since: first)
    }
}

extension SeriesChart {
    /// The targets to show: of a budget line none of the years ahead, and the one of the judged year as it holds by now.
    private static func shown(_ targets: [Target], of budget: Budget?, until year: Int, _ aim: Aim?) -> [Target] {
        guard budget != nil else { return targets }
        return targets.filter { $0.first.year <= year }.map { target in
            guard let aim, aim.period?.year == target.first.year else { return target }
            return Target(first: target.first, last: target.last, bound: aim.bound, goal: target.goal)
        }
    }
}

extension SeriesSubject {
    /// The targets that may be told, over the periods that they hold for.
    func toldTargets(by disclosure: Disclosure) -> [SeriesChart.Target] {
        guard let kind = history.latest?.period.kind else { return [] }
        // What a target is measured from would follow from it.
        let hidesBaselines =
            disclosure.concerns(history.key) && !disclosure.hiddenPeriods(of: history.key).isEmpty
        var seen: Set<SeriesChart.Target> = []
        return targets.compactMap { target in
            let isRelative = target.notation.requirement?.needsBaseline ?? false
            guard !unasked.contains(target.period), !(isRelative && hidesBaselines), let bound = bound(of: target),
                let first = Period(kind, containing: target.period.start),
                let last = target.isPlanned ? Period(kind, containing: target.period.end) : .latest(kind)
            else { return nil }
            // A goal that says what the yearly path says is one line with it.
            guard seen.insert(SeriesChart.Target(first: first, last: last, bound: bound)).inserted else { return nil }
            return SeriesChart.Target(first: first, last: last, bound: bound, goal: target.goal)
        }
    }
}

extension SeriesChart.Point {
    fileprivate init(_ recorded: RecordedObservation) {
        self.init(
            period: recorded.period,
            value: recorded.value,
            isProvisional: recorded.observation.status == .provisional,
            interval: recorded.observation.interval
        )
    }
}

extension SeriesAssessment {
    /// The forecast that the rule's reason follows from, where it lies ahead in the values' own periods.
    fileprivate func forecast(in kind: PeriodKind) -> SeriesChart.Forecast? {
        guard let forecast = finding(ForecastEvidence.rule)?.evidence.of(ForecastEvidence.self)?.leading,
            let period = Period(kind, containing: forecast.period.end), let last = latest?.period, period > last
        else { return nil }
        return SeriesChart.Forecast(period: period, expected: forecast.expected, interval: forecast.interval)
    }

    fileprivate func limits(since first: Period) -> SeriesChart.Limits? {
        guard let evidence = finding(ControlEvidence.rule)?.evidence.of(ControlEvidence.self),
            let limits = evidence.limits, let begin = evidence.first, let end = evidence.last, end >= first
        else { return nil }
        return SeriesChart.Limits(
            first: max(begin, first),
            last: end,
            mean: limits.mean,
            lower: limits.lower,
            upper: limits.upper
        )
    }
}

extension Period {
    /// The last one that there is.
    fileprivate static func latest(_ kind: PeriodKind) -> Period? {
        Period(kind, year: 2200) ?? Period(kind, year: 2199)
    }
}

extension PeriodKind {
    /// Whether there are several in half a year.
    var isOftenMeasured: Bool {
        switch self {
        case .year, .schoolYear, .halfYear: false
        case .quarter, .month, .week, .day: true
        }
    }
}

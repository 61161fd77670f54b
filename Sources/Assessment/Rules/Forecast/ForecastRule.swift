package import Indicators

/// The rule `forecast`: the value that the line through a series leads to at the period of a target ahead, with its 80 %
/// prediction interval (methods, sections 4.3 and 4.4).
///
/// It warns while the value of now is still green: where the whole interval misses the target, by at least eight values
/// and not more than three periods ahead, and by the value before as well (calibration, section 3). With five to seven
/// values it looks one period ahead, and informs. What the rule `target` finds already it leaves to that.
package struct ForecastRule: Rule {
    package typealias Evidence = ForecastEvidence

    /// Of fewer values nothing is said; from so many on it may be told, and is said of periods further ahead.
    private static let fewest = 5
    private static let fewestToTell = 8
    private static let furthest = 3
    /// So many of the last values are reckoned with at most.
    private static let most = 60
    private static let confidence = 0.8

    private let parameters: ForecastParameters

    package init(_ parameters: ForecastParameters) { self.parameters = parameters }

    package func applies(to indicator: Indicator) -> Bool {
        indicator.hasDirectedValues && !indicator.cadence.kind.isOperational
    }

    package func fingerprint(of indicator: Indicator) -> [String] {
        let isUsual = parameters.openAfter == 2 && parameters.resolveAfter == 1
        return indicator.breaks.map { "break \($0.date)" } + (indicator.profile == .strict ? ["strict"] : [])
            + (isUsual ? [] : ["lasts \(parameters.openAfter) \(parameters.resolveAfter)"])
    }

    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        guard let stretch = MeasuredStretch(of: series, breaks: series.indicator.breaks, most: Self.most) else {
            return Finding(.inOrder, ForecastEvidence(.noValue, nil), light: nil)
        }
        let forecasts = forecasts(stretch.values, in: series)
        let reason = reason(of: forecasts, stretch, in: series, on: today)
        let hasLasted = reason == .missExpected && hasLasted(stretch, in: series)
        return Finding(
            lingers(reason, stretch, in: series) ? .unknown : state(reason, of: stretch, series.indicator.profile),
            ForecastEvidence(reason, stretch, forecasts, hasLasted: hasLasted),
            light: reason == .missExpected && isTold(stretch, series.indicator.profile) ? .amber : nil,
            period: stretch.last.period,
            observation: stretch.last,
            opensAlert: hasLasted
        )
    }

    private func isTold(_ stretch: MeasuredStretch, _ profile: AlertProfile) -> Bool {
        stretch.count >= Self.fewestToTell && profile != .strict
    }

    private func state(
        _ reason: ForecastReason,
        of stretch: MeasuredStretch,
        _ profile: AlertProfile
    ) -> Finding.State {
        switch reason {
        case .missExpected: isTold(stretch, profile) ? .deviates(.warning) : .informs
        case .missPossible: .informs
        case .meetExpected, .toldByTarget, .nothingAhead, .tooFewValues, .hasSeason, .noValue: .inOrder
        }
    }

    private func reason(
        of forecasts: [TargetForecast],
        _ stretch: MeasuredStretch,
        in series: SeriesSubject,
        on today: CalendarDate
    ) -> ForecastReason {
        guard !stretch.last.period.kind.isOperational else { return .hasSeason }
        guard stretch.count >= Self.fewest else { return .tooFewValues }
        let furthest = Self.furthest
        guard series.targets.contains(where: { self.period(of: $0, ahead: stretch.last.period, furthest) != nil })
        else {
            return .nothingAhead
        }
        // What deviates now is told as that, by the rule that judges it.
        guard TargetRule(TargetParameters()).isGreen(series) else { return .toldByTarget }
        guard let worst = forecasts.map(\.outlook).max(by: { $0.gravity < $1.gravity }) else { return .tooFewValues }
        switch worst {
        case .met: return .meetExpected
        case .possiblyMissed: return .missPossible
        case .missed: return .missExpected
        }
    }

    /// Whether the values without the last ones led to a miss as well.
    private func hasLasted(_ stretch: MeasuredStretch, in series: SeriesSubject) -> Bool {
        (1..<max(1, parameters.openAfter)).allSatisfy { ledToMiss(before: $0, of: stretch, in: series) }
    }

    /// Whether a miss was expected so short a while ago that what was told of it is not over.
    private func lingers(_ reason: ForecastReason, _ stretch: MeasuredStretch, in series: SeriesSubject) -> Bool {
        switch reason {
        case .meetExpected, .missPossible:
            (1..<max(1, parameters.resolveAfter)).contains { ledToMiss(before: $0, of: stretch, in: series) }
        case .missExpected, .toldByTarget, .nothingAhead, .tooFewValues, .hasSeason, .noValue: false
        }
    }

    /// Whether the values without the last so many led to a miss.
    private func ledToMiss(before last: Int, of stretch: MeasuredStretch, in series: SeriesSubject) -> Bool {
        let values = stretch.values.dropLast(last)
        guard values.count >= Self.fewestToTell - 1 else { return false }
        return forecasts(Array(values), in: series).contains { $0.outlook == .missed }
    }

    /// The period of a target in the kind of the values; `nil` where it does not lie ahead, or too far.
    private func period(of target: IndicatorTarget, ahead last: Period, _ furthest: Int) -> Period? {
        guard target.isPlanned, let end = Period(last.kind, containing: target.period.end),
            let steps = last.steps(to: end), (1...furthest).contains(steps)
        else { return nil }
        return end
    }

    // MARK: What is expected

    private func forecasts(_ values: [RecordedObservation], in series: SeriesSubject) -> [TargetForecast] {
        guard let last = values.last?.period else { return [] }
        let furthest = values.count >= Self.fewestToTell - 1 ? Self.furthest : 1
        return series.targets.compactMap { target in
            guard let end = period(of: target, ahead: last, furthest), !series.unasked.contains(target.period),
                let bound = series.bound(of: target)
            else { return nil }
            return forecast(at: end, by: comparable(values, target, bound, in: series), target, bound)
        }
    }

    /// Those that lie on the way to the target.
    ///
    /// Where it is not reached yet, the values since its road began: what went before that is another road, and a line
    /// through both finds a miss where there is none (calibration, section 4).
    private func comparable(
        _ values: [RecordedObservation],
        _ target: IndicatorTarget,
        _ bound: Bound,
        in series: SeriesSubject
    ) -> [RecordedObservation] {
        guard let last = values.last, !bound.isMet(by: last.value) || target.notation.requirement?.baseline != nil
        else { return values }
        let track = series.targets.filter { $0.goal == target.goal }.sorted { $0.period < $1.period }
        let start = RoadStart(series: series, recent: Self.furthest)
            .observation(to: target, in: track, before: last.period)
        return start.map { start in values.filter { $0.period >= start.period } } ?? values
    }

    private func forecast(
        at period: Period,
        by values: [RecordedObservation],
        _ target: IndicatorTarget,
        _ bound: Bound
    ) -> TargetForecast? {
        guard values.count >= Self.fewest,
            let line = LinearRegression(times: values.map(\.period.inYears), values: values.map(\.value.double)),
            let forecast = line.forecast(at: period.inYears)
        else { return nil }
        let interval = forecast.bounds(confidence: Self.confidence)
        let decimals = values.map(\.value).mostDecimals + 1
        func told(_ number: Double) -> ExactDecimal? { ExactDecimal(told: number, decimals: decimals) }
        return told(forecast.value).map { expected in
            TargetForecast(
                goal: target.goal,
                period: target.period,
                bound: bound,
                expected: expected,
                interval: ValueRange(minimum: told(interval.lowerBound), maximum: told(interval.upperBound)),
                outlook: TargetForecast.Outlook(interval, bound)
            )
        }
    }
}

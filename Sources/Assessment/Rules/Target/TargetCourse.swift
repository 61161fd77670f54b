internal import Indicators

/// The values on the road to one target that lies ahead: whether being behind has come to an alert.
///
/// Where the noise of the series is known, it is held against that noise and has to last (calibration, section 3); of months
/// the mean of twelve of them says it. Where too few values are known, it is told when it is time: so many periods since
/// the road began, or the target's own period the next one.
struct TargetCourse {
    private let series: SeriesSubject
    private let target: IndicatorTarget
    private let bound: Bound
    private let start: RecordedObservation
    /// The comparable values until the judged one, which is the last.
    private let values: [RecordedObservation]

    init(
        of latest: RecordedObservation,
        to target: IndicatorTarget,
        _ bound: Bound,
        from start: RecordedObservation,
        in series: SeriesSubject
    ) {
        self.series = series
        self.target = target
        self.bound = bound
        self.start = start
        values = MeasuredStretch.values(until: latest, of: series)
    }

    /// Whether the judged value's place on its road is an alert.
    ///
    /// - Parameters:
    ///   - pace: the road until the judged value.
    ///   - alertAfter: so many periods have to have passed since it began, where the noise is not known.
    /// - Returns: whether it is.
    func isDue(_ pace: Pace, after alertAfter: Int) -> Bool {
        if let level = MonthlyLevel(of: values, on: [target], in: series) { return level.isOpen }
        let numbers = values.map(\.value.double)
        guard FigureNoise(ofValuesBefore: numbers.dropLast()) != .unknown else {
            return isTime(pace, after: alertAfter)
        }
        let strengths = values.indices.compactMap { place in
            Pace(from: start, to: values[place], bound, target).map { pace in
                LaggingPace.strength(of: pace, FigureNoise(ofValuesBefore: numbers[..<place]), series.indicator.profile)
            }
        }
        return LastingMiss(of: strengths).isOpen
    }

    /// What another method than the straight road says of the judged value.
    func judgement(_ pace: Pace, by method: RoadMethod) -> RoadJudgement {
        let better = series.indicator.better
        switch method {
        case .linear, .eurostat: return RoadJudgement(eurostat: pace, better: better)
        case .weather:
            let end = values.last.flatMap { Period($0.period.kind, containing: target.period.end) }
            let years = (end?.inYears ?? 0) - (values.last?.period.inYears ?? 0)
            return RoadJudgement(weather: values.map(\.value.double), bound, years: years, better: better)
        }
    }

    private func isTime(_ pace: Pace, after alertAfter: Int) -> Bool {
        guard let latest = values.last?.period else { return false }
        let isNext = series.indicator.cadence.step(from: latest).map { $0.end >= target.period.end } ?? true
        return isNext || pace.elapsed >= alertAfter
    }
}

extension Pace {
    /// `nil` where the two values and the target do not lie on one scale of periods, one after another.
    init?(from start: RecordedObservation, to value: RecordedObservation, _ bound: Bound, _ target: IndicatorTarget) {
        // A target of a year lies at the year's last month for a value of a month.
        guard let end = Period(value.period.kind, containing: target.period.end),
            let elapsed = start.period.steps(to: value.period), let total = start.period.steps(to: end),
            elapsed > 0, total > elapsed
        else { return nil }
        self.init(base: start.value, value: value.value, elapsed: elapsed, total: total, target: bound)
    }
}

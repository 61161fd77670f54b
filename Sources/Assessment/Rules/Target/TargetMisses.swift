internal import Indicators

/// The values of a series held against one track of targets: how each miss lies to its noise, and whether misses have lasted
/// long enough to open an alert (calibration, section 3).
struct TargetMisses {
    let series: SeriesSubject
    /// The targets of the track, ordered by period.
    let track: [IndicatorTarget]
    private let holding: TargetHolding
    /// The comparable values until the judged one, which is the last.
    private let values: [RecordedObservation]

    /// - Parameters:
    ///   - latest: the value that is judged.
    ///   - track: the targets that it is held against.
    ///   - series: its series.
    ///   - holding: how many values in a row open an alert, and end it.
    init(
        of latest: RecordedObservation,
        on track: [IndicatorTarget],
        in series: SeriesSubject,
        _ holding: TargetHolding = TargetHolding(TargetParameters())
    ) {
        self.series = series
        self.holding = holding
        self.track = track
        values = MeasuredStretch.values(until: latest, of: series)
    }

    /// So many of the last values say whether misses come again and again.
    private static let mostJudged = 60

    private var profile: AlertProfile { series.indicator.profile }

    /// How the judged value's miss of a bound lies to its noise; `nil` where it does not miss it, or no noise is known.
    func noise(missing bound: Bound) -> TargetNoise? {
        guard let latest = values.last, let miss = bound.miss(by: latest.value) else { return nil }
        return noise(at: values.count - 1).told(miss.double, of: bound.value)
    }

    private func noise(at place: Int) -> ObservedNoise {
        ObservedNoise(of: values[place].observation, after: values[..<place].lazy.map(\.value.double), in: series)
    }

    /// Whether the misses come to an alert at the judged value: under `facts` each of them does, where nothing else is set.
    var isDue: Bool {
        guard profile != .facts || holding.openAfter > 1 else { return true }
        // A month of its own says nothing of the level: before there are enough of them, nothing opens.
        if profile != .facts, values.last?.period.kind == .month { return level?.isOpen ?? false }
        return course.isOpen
    }

    private var course: LastingMiss {
        let hold = profile == .facts || holding.openAfter > 1 ? holding.openAfter : 2
        let bounds = TrackBounds(of: track, in: series)
        return LastingMiss(
            hold: hold,
            release: holding.resolveAfter,
            of: values.indices.compactMap { strength(at: $0, bounds) }
        )
    }

    /// That the judged value meets its target, and its alert is not over yet; `nil` where there is none.
    ///
    /// - Parameter severity: how grave a miss of a bound is, beside the noise of its figure.
    /// - Returns: how far it has recovered.
    func recovery(_ severity: (ExactDecimal, Bound, TargetNoise?) -> Severity) -> TargetRecovery? {
        guard !holding.endsAtOnce, let latest = values.last,
            let bound = TrackBounds(of: track, in: series).bound(for: latest.period), bound.isMet(by: latest.value),
            course.isOpen
        else { return nil }
        let needed = holding.recovery.largestAmberMiss(target: bound.value)?.withoutTrailingZeros
        return TargetRecovery(
            recovered: course.metInRow,
            needed: holding.resolveAfter,
            beyond: needed == .zero ? nil : needed,
            severity: severityOfLastMiss(severity)
        )
    }

    /// What the mean of twelve months says; `nil` where the values are not of months, or too few.
    var level: MonthlyLevel? { MonthlyLevel(of: values, on: track, in: series) }

    private func strength(at place: Int, _ bounds: TrackBounds) -> MissStrength? {
        let value = values[place].value
        guard let bound = bounds.bound(for: values[place].period) else { return nil }
        if bound.isMet(by: value) { return holding.hasRecovered(value, bound) ? .met : .withinNoise }
        guard profile != .facts else { return .weak }
        return noise(at: place).noise
            .strength(of: bound.miss(by: value)?.double, target: bound.value.double, profile)
    }

    /// How grave the last miss was: what an open alert is told by.
    private func severityOfLastMiss(_ severity: (ExactDecimal, Bound, TargetNoise?) -> Severity) -> Severity {
        let bounds = TrackBounds(of: track, in: series)
        for place in values.indices.reversed() {
            let value = values[place].value
            guard let bound = bounds.bound(for: values[place].period), let miss = bound.miss(by: value) else {
                continue
            }
            return severity(value, bound, noise(at: place).told(miss.double, of: bound.value))
        }
        return .warning
    }

    // MARK: Again and again

    /// Whether the value misses its target again and again, each value against its own target.
    func unsteadiness(
        _ limits: Unsteadiness.Limits,
        _ severity: (ExactDecimal, Bound, TargetNoise?) -> Severity
    ) -> Unsteadiness? {
        let bounds = TrackBounds(of: track, in: series)
        let misses = values.suffix(Self.mostJudged).compactMap { value in
            bounds.bound(for: value.period).map { !$0.isMet(by: value.value) }
        }
        return Unsteadiness(of: misses, limits) { severityOfLastMiss(severity) }
    }
}

extension Bound {
    /// How far a value lies beyond the bound; `nil` where it meets it.
    func miss(by observed: ExactDecimal) -> ExactDecimal? {
        guard !isMet(by: observed), let distance = observed.subtracting(value)?.magnitude else { return nil }
        return distance.subtracting(margin ?? .zero) ?? distance
    }

    /// How far a mean lies beyond the bound; `nil` where it meets it.
    func miss(by mean: Double) -> Double? {
        let target = value.double
        let isMet =
            switch comparator {
            case .below: mean < target
            case .atMost: mean <= target
            case .above: mean > target
            case .atLeast: mean >= target
            case .equal: abs(mean - target) <= margin?.double ?? 0
            }
        return isMet ? nil : abs(mean - target) - (comparator == .equal ? margin?.double ?? 0 : 0)
    }
}

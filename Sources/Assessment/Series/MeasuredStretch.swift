internal import Indicators

/// The measured values of a series since its last break: what may be compared with each other.
///
/// A value that was taken in while its period ran is left out: it is no figure of the whole of it.
struct MeasuredStretch {
    /// In the order of time, all of one kind of period; at least one.
    let values: [RecordedObservation]
    let last: RecordedObservation
    /// The break that it begins with; `nil` where there is none before the last value.
    let start: SeriesBreak?

    /// `nil` where there is no value to judge.
    ///
    /// - Parameters:
    ///   - series: the series.
    ///   - breaks: the days across which nothing is compared.
    ///   - most: so many of the last values at most.
    init?(of series: SeriesSubject, breaks: [SeriesBreak], most: Int = .max) {
        let measured = series.history.observations.all(where: \.isOfWholePeriod)
        guard series.hasJudgedValue, let last = measured.last else { return nil }
        let start =
            breaks.isEmpty ? nil : breaks.filter { $0.date <= last.period.end }.max { $0.date < $1.date }
        let comparable = measured.all { value in
            value.period.kind == last.period.kind && (start.map { value.period.end >= $0.date } ?? true)
        }
        values = comparable.count <= most ? comparable : Array(comparable.suffix(most))
        self.last = last
        self.start = start
    }

    /// The comparable values until a judged one, which is the last.
    static func values(until judged: RecordedObservation, of series: SeriesSubject) -> [RecordedObservation] {
        let stretch = MeasuredStretch(of: series, breaks: series.indicator.breaks)?.values ?? []
        // Mostly it is the last of them.
        if let last = stretch.last, last.period == judged.period { return stretch }
        return stretch.filter { $0.period < judged.period && $0.period.kind == judged.period.kind } + [judged]
    }

    var count: Int { values.count }

    /// The time of each value in years, as far apart as they are.
    var times: [Double] { values.map(\.period.inYears) }

    /// The values for statistics.
    var numbers: [Double] { values.map(\.value.double) }

    /// How many values their supplier still expects to change.
    var provisional: Int { values.count { $0.observation.status == .provisional } }

    /// The largest number of decimals that a value was written with.
    var decimals: Int { values.map(\.value).mostDecimals }

    /// A statistic as it is told: with so many decimals more than the values have, and none that say nothing.
    func told(_ statistic: Double, more: Int = 1) -> ExactDecimal? {
        ExactDecimal(told: statistic, decimals: decimals + more)
    }
}

extension RecordedObservation {
    /// Whether it is a figure of the whole of its period.
    fileprivate var isOfWholePeriod: Bool { observation.milestone == nil && !isOfUnfinishedPeriod }
}

extension [RecordedObservation] {
    /// Those for which a condition holds: mostly all of them, and then nothing is copied.
    func all(where holds: (RecordedObservation) -> Bool) -> Self { allSatisfy(holds) ? self : filter(holds) }
}

extension Period {
    /// Where it lies in time, in years.
    var inYears: Double {
        switch kind {
        case .year, .schoolYear: Double(year)
        case .halfYear: Double(year) + Double(index - 1) / 2
        case .quarter: Double(year) + Double(index - 1) / 4
        case .month: Double(year) + Double(index - 1) / 12
        case .week, .day: Double(start.dayNumber) / 365.2425
        }
    }
}

extension ExactDecimal {
    /// A statistic as it is told: with at most six decimals, and none that say nothing; `nil` where it is no number.
    init?(told statistic: Double, decimals: Int) {
        guard let rounded = ExactDecimal(statistic, decimals: min(decimals, 6)) else { return nil }
        self = rounded.withoutTrailingZeros
    }
}

extension Sequence<ExactDecimal> {
    /// The largest number of decimals that one is written with.
    var mostDecimals: Int { map(\.withoutTrailingZeros.scale).max() ?? 0 }
}

extension PeriodKind {
    /// Whether there are several in a year that a season may tell apart, and enough for limits within a few years.
    var isOperational: Bool {
        switch self {
        case .year, .schoolYear, .halfYear: false
        case .quarter, .month, .week, .day: true
        }
    }
}

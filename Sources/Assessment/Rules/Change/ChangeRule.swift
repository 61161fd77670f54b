package import Indicators

/// The rule `change`: the latest value beside the one before it, and beside that of the same period a year ago.
///
/// What went the wrong way by more than a little is told; what went the better way only where that is asked for. Nothing
/// is compared across a break. It only informs: between two values chance alone often makes such a change.
package struct ChangeRule: Rule {
    package typealias Evidence = ChangeEvidence

    private let parameters: ChangeParameters

    package init(_ parameters: ChangeParameters) {
        self.parameters = parameters
    }

    package static var meaning: String { "the rule that compares a value with the one before; it only informs" }

    package static var onlyInforms: Bool { true }

    package func applies(to indicator: Indicator) -> Bool { indicator.hasDirectedValues }

    /// Judges the latest value.
    package func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding {
        let better = series.indicator.better
        guard let stretch = MeasuredStretch(of: series, breaks: series.indicator.breaks) else {
            return Finding(.inOrder, ChangeEvidence(.noValue, better: better), light: nil)
        }
        let previous = stretch.values.dropLast().last.flatMap { change(from: $0, in: stretch) }
        let yearAgo = stretch.last.period.aYearBefore.flatMap { period in
            stretch.values.first { $0.period == period }.flatMap { change(from: $0, in: stretch) }
        }
        let reason = reason([previous, yearAgo].compactMap(\.self), better)
        let evidence = ChangeEvidence(
            reason,
            stretch,
            previous: previous,
            yearAgo: yearAgo?.period == previous?.period ? nil : yearAgo,
            better: better
        )
        return Finding(evidence, isTold: isTold(reason), of: stretch, in: series)
    }

    private func change(from earlier: RecordedObservation, in stretch: MeasuredStretch) -> ValueChange? {
        ValueChange(from: earlier, to: stretch.last, beyond: parameters.beyond)
    }

    private func reason(_ changes: [ValueChange], _ better: Better) -> ChangeReason {
        guard !changes.isEmpty else { return .tooFewValues }
        if changes.contains(where: { $0.isWorse(better) }) { return .worse }
        return changes.contains(where: \.counts) ? .better : .hardly
    }

    private func isTold(_ reason: ChangeReason) -> Bool {
        switch reason {
        case .worse: true
        case .better: parameters.bothWays
        case .hardly, .tooFewValues, .noValue: false
        }
    }
}

extension Period {
    /// The same period of the year before; `nil` for a day, and for a week that the year before does not have.
    fileprivate var aYearBefore: Period? {
        switch kind {
        case .year, .schoolYear, .halfYear, .quarter, .month, .week: Period(kind, year: year - 1, index: index)
        case .day: nil
        }
    }
}

/// What a target asks.
package enum Requirement: Hashable, Sendable {
    /// A value: `<25,3%`; without comparator where the document gives a bare number.
    case absolute(Comparator?, ExactDecimal, unit: String?)
    /// A change in percent of the baseline: `-10% t.o.v. 2025`, `halvering`.
    case relative(percent: ExactDecimal, baseline: Period?)
    /// A change in the unit itself: `+450 t.o.v. 2025`.
    case difference(ExactDecimal, baseline: Period?)
    /// A movement: `stijging t.o.v. 2024`.
    case direction(Trend, baseline: Period?)
    /// Something that is done or not: `gereed`.
    case milestone

    /// The word for the kind in `targets --json`.
    package var kind: String {
        switch self {
        case .absolute: "absolute"
        case .relative: "relative"
        case .difference: "difference"
        case .direction: "direction"
        case .milestone: "milestone"
        }
    }

    /// The period whose value a relative target is measured from; `nil` for the first value of the series.
    package var baseline: Period? {
        switch self {
        case .relative(_, let baseline), .difference(_, let baseline), .direction(_, let baseline): baseline
        case .absolute, .milestone: nil
        }
    }

    /// Whether the target can only be judged against an earlier value.
    package var needsBaseline: Bool {
        switch self {
        case .relative, .difference, .direction: true
        case .absolute, .milestone: false
        }
    }

    /// The number that the target names, percent or difference as written; `nil` for a movement or a milestone.
    package var statedValue: ExactDecimal? {
        switch self {
        case .absolute(_, let value, _): value
        case .relative(let percent, _): percent
        case .difference(let change, _): change
        case .direction, .milestone: nil
        }
    }

    /// The comparator, for a bare number taken from the direction that is better.
    package func comparator(better: Better) -> Comparator {
        switch self {
        case .absolute(let comparator, _, _): comparator ?? better.comparatorOfBareNumber
        case .relative(let change, _), .difference(let change, _): change < .zero ? .atMost : .atLeast
        case .direction(let trend, _): trend.comparator
        case .milestone: .equal
        }
    }

    /// The requirement as a plain bound.
    ///
    /// - Parameters:
    ///   - better: the direction that is better, for a bare number.
    ///   - value: the value of the baseline, where the requirement needs one.
    ///   - margin: how far a value may lie from its baseline and still be `gelijkblijvend`.
    /// - Returns: the bound; `nil` while a needed baseline is missing, or out of the range of exact numbers.
    package func bound(better: Better, baseline value: ExactDecimal?, margin: Tolerance? = nil) -> Bound? {
        guard let bound = boundValue(baseline: value) else { return nil }
        let isSteady = if case .direction(.steady, _) = self { true } else { false }
        return Bound(
            comparator: comparator(better: better),
            value: bound,
            margin: isSteady ? margin?.largestAmberMiss(target: bound) : nil
        )
    }

    private func boundValue(baseline: ExactDecimal?) -> ExactDecimal? {
        switch self {
        case .absolute(_, let value, _): value
        case .milestone: ExactDecimal(1)
        case .direction: baseline
        case .difference(let change, _): baseline?.adding(change)
        case .relative(let percent, _): baseline.flatMap { $0.changed(byPercent: percent) }
        }
    }
}

extension ExactDecimal {
    fileprivate func changed(byPercent percent: ExactDecimal) -> ExactDecimal? {
        ExactDecimal(100).adding(percent)
            .flatMap { multiplied(by: $0) }
            .flatMap { ExactDecimal(coefficient: $0.coefficient, scale: $0.scale + 2) }
            .map(\.withoutTrailingZeros)
    }
}

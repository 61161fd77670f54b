/// What holds in the periods between two cells of a yearly path.
package enum Interpolation: String, Hashable, Sendable, CaseIterable {
    /// No target.
    case none
    /// The last cell before.
    case last
    /// The straight line between the two values, with the comparator of the cell that it leads to.
    case linear
}

extension Interpolation {
    /// The targets of the periods that the path skips.
    ///
    /// A straight line begins at a cell that names a value, or at the last measured one before the path; it is rounded
    /// half up to one decimal more than its ends have.
    ///
    /// - Parameters:
    ///   - path: the cells that ask something.
    ///   - measured: the last measured value before the path.
    ///   - better: the direction that is better, for cells without a comparator.
    /// - Returns: one target for each period between two cells, marked as interpolated; at most 200 between two.
    package func between(
        _ path: [IndicatorTarget],
        measured: (period: Period, value: ExactDecimal)?,
        better: Better
    ) -> [IndicatorTarget] {
        let path = path.sorted { $0.period < $1.period }
        let ends = zip(path, path.dropFirst()).map { (Start($0), $1) }
        switch self {
        case .none: return []
        case .last: return ends.flatMap { start, end in start.target.map { repeated($0, until: end) } ?? [] }
        case .linear:
            let first = measured.flatMap { start in path.first.map { (Start(start), $0) } }
            return ([first].compactMap(\.self) + ends).flatMap { line(from: $0, to: $1, better: better) }
        }
    }

    /// So many periods between two cells have a target.
    private static let mostBetween = 200

    /// Where a line begins.
    private struct Start {
        let period: Period
        let value: ExactDecimal?
        let target: IndicatorTarget?

        init(_ target: IndicatorTarget) {
            period = target.period
            self.target = target
            if case .absolute(_, let value, _)? = target.notation.requirement {
                self.value = value
            } else {
                value = nil
            }
        }

        init(_ measured: (period: Period, value: ExactDecimal)) {
            period = measured.period
            value = measured.value
            target = nil
        }
    }

    private func periods(after start: Period, before end: Period) -> [Period] {
        guard start.kind == end.kind else { return [] }
        return Array(sequence(first: start) { $0.next }.dropFirst().prefix { $0 < end })
    }

    private func repeated(_ target: IndicatorTarget, until end: IndicatorTarget) -> [IndicatorTarget] {
        periods(after: target.period, before: end.period).prefix(Self.mostBetween)
            .map { target.interpolated($0, target.notation) }
    }

    private func line(from start: Start, to end: IndicatorTarget, better: Better) -> [IndicatorTarget] {
        guard case .absolute(let comparator, let goal, let unit)? = end.notation.requirement, let value = start.value
        else { return [] }
        let between = periods(after: start.period, before: end.period)
        let decimals = max(value.scale, goal.scale) + 1
        return between.prefix(Self.mostBetween).enumerated().compactMap { index, period in
            // The point itself is rounded, not its distance from the start: a line down is rounded as one up.
            guard let before = value.multiplied(by: ExactDecimal(between.count - index)),
                let after = goal.multiplied(by: ExactDecimal(index + 1)),
                let point = before.adding(after)?.divided(by: ExactDecimal(between.count + 1), decimals: decimals)?
                    .withoutTrailingZeros
            else { return nil }
            let requirement = Requirement.absolute(comparator ?? better.comparatorOfBareNumber, point, unit: unit)
            return end.interpolated(period, TargetNotation(requirement))
        }
    }
}

extension IndicatorTarget {
    fileprivate func interpolated(_ period: Period, _ notation: TargetNotation) -> IndicatorTarget {
        IndicatorTarget(
            indicator: indicator,
            goal: goal,
            period: period,
            notation: notation,
            scope: scope,
            isInterpolated: true
        )
    }
}

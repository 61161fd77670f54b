/// What a value may be after the one before it, without somebody having to confirm it.
///
/// Of small values ten times as much is nothing special: from 1 to 12 people, from 0,02 to 0,7 %. Values below the floor
/// count as the floor.
package struct PlausibleChange: Hashable, Sendable {
    /// At most so many times as large, or as small.
    package let times: Int
    /// In the unit of the values.
    package let floor: Int
    /// What the first value is held against, where the document shows a measured one.
    package let documented: PeriodValue?
    /// Of percentages what is aimed at, by which a first value shows that it was written as a part of one.
    package let target: ExactDecimal?
    /// What an amount of a budget line is held against instead of the value before it; `nil` of anything else.
    package let budget: PlausibleBudget?

    package init(
        times: Int,
        floor: Int,
        documented: PeriodValue? = nil,
        target: ExactDecimal? = nil,
        budget: PlausibleBudget? = nil
    ) {
        self.times = times
        self.floor = floor
        self.documented = documented
        self.target = target
        self.budget = budget
    }

    /// The same bound where nothing is documented, as of one area or one breakdown.
    package var undocumented: PlausibleChange {
        PlausibleChange(times: times, floor: floor, target: target, budget: budget?.withoutAmounts)
    }

    /// The percentage that is meant, where a value looks as if it was written as a part of one: `0,45` where 36% is aimed at.
    ///
    /// A hundred times as much lies near the target then, and the value itself nowhere near it.
    package func percentage(meantBy value: ExactDecimal) -> ExactDecimal? {
        guard let target, target >= ExactDecimal(5), value > .zero, value <= ExactDecimal(1),
            let meant = value.multiplied(by: ExactDecimal(100)), let least = meant.multiplied(by: ExactDecimal(3)),
            let most = target.multiplied(by: ExactDecimal(3))
        else { return nil }
        return target <= least && meant <= most ? meant.withoutTrailingZeros : nil
    }

    /// Whether the value may follow the other one; their signs do not count.
    package func allows(_ value: ExactDecimal, after last: ExactDecimal) -> Bool {
        if isClose(value, to: last) { return true }
        let (value, last) = (raised(value), raised(last))
        if value == .zero || last == .zero { return true }
        return isWithin(value, of: last) && isWithin(last, of: value)
    }

    /// Whether the values plainly lie near each other: nearly all do, and an import asks it for each row.
    private func isClose(_ value: ExactDecimal, to last: ExactDecimal) -> Bool {
        guard value.scale == last.scale else { return false }
        let (one, other) = (value.coefficient.magnitude, last.coefficient.magnitude)
        // At most twice as large, which every bound allows; halves are rounded up, since twice may be too many digits.
        return one - one / 2 <= other && other - other / 2 <= one
    }

    private func raised(_ value: ExactDecimal) -> ExactDecimal { max(value.magnitude, ExactDecimal(floor)) }

    private func isWithin(_ one: ExactDecimal, of other: ExactDecimal) -> Bool {
        // What has too many digits to be multiplied is not exceeded by anything that has not.
        other.multiplied(by: ExactDecimal(times)).map { one <= $0 } ?? true
    }
}

extension Indicator {
    /// How a value may differ from the one before it, in a municipality or in its parts; `nil` for however much.
    ///
    /// Amounts of a budget line begin anew each year: they are held against its budget. Without a bound of their own
    /// districts and neighbourhoods have none, where small numbers make any value possible.
    ///
    /// - Parameters:
    ///   - areParts: whether it is about districts and neighbourhoods.
    ///   - documented: the last measured value that the document shows of it.
    ///   - target: what is aimed at.
    ///   - budgets: of a budget line the budgets of whole years.
    /// - Returns: the bound.
    package func plausibleChange(
        inParts areParts: Bool,
        documented: PeriodValue? = nil,
        target: ExactDecimal? = nil,
        budgets: [Int: ExactDecimal] = [:]
    ) -> PlausibleChange? {
        if isMilestone || plausibility == nil && areParts { return nil }
        return switch plausibility ?? .standard {
        case .any: nil
        case .times(let times):
            PlausibleChange(
                times: times,
                floor: unit.noiseFloor,
                documented: areParts ? nil : documented,
                target: unit == .percent ? target : nil,
                budget: budget.map {
                    PlausibleBudget(times: times, unit: unit, budget: $0, amounts: areParts ? [:] : budgets)
                }
            )
        }
    }
}

extension MeasureUnit {
    /// Below this value a change says little, however many times it is.
    fileprivate var noiseFloor: Int {
        if self == .count { return 10 }
        return naturalRange.minimum == nil ? 0 : 1
    }
}

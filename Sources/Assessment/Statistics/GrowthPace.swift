/// How growth compares with the growth that a target needs, as Eurostat, Open SDG and the United Nations reckon it
/// (methods, section 2.1).
///
/// For comparison with what others publish only: for falling indicators it is stricter early than the straight road, and
/// it has no answer at 0.
package struct GrowthPace: Hashable, Sendable {
    private let base: Double
    private let value: Double
    private let target: Double
    private let elapsed: Double
    private let total: Double
    private let higherIsBetter: Bool

    /// The pace from a base to a value, after so many of the years until the target.
    package init(
        base: Double,
        value: Double,
        target: Double,
        elapsed: Double,
        total: Double,
        higherIsBetter: Bool
    ) {
        self.base = base
        self.value = value
        self.target = target
        self.elapsed = elapsed
        self.total = total
        self.higherIsBetter = higherIsBetter
    }

    package var actual: GrowthRate? { GrowthRate(from: base, to: value, years: elapsed) }

    package var required: GrowthRate? { GrowthRate(from: base, to: target, years: total) }

    /// The actual rate over the required one; wrong in its sign where the base had met the target already.
    package var ratio: Double? {
        guard let actual, let required, required.yearly != 0 else { return nil }
        return actual.yearly / required.yearly
    }

    /// The category of Eurostat.
    package var eurostat: String? {
        ratio.map { ratio in
            if ratio >= 0.95 { return "significant_progress" }
            if ratio >= 0.6 { return "moderate_progress" }
            return ratio >= 0 ? "insufficient_progress" : "movement_away"
        }
    }

    /// The progress value of Open SDG: with its direction, and 0 taken for 0.001.
    package var openSDGValue: Double? {
        let (start, end) = (base == 0 ? 0.001 : base, target == 0 ? 0.001 : target)
        guard let actual = GrowthRate(from: start, to: value, years: elapsed),
            let required = GrowthRate(from: start, to: end, years: total), required.yearly != 0
        else { return nil }
        let sign: Double = (start < 0 && value < 0 ? -1 : 1) * (higherIsBetter ? 1 : -1)
        return sign * actual.yearly / abs(required.yearly)
    }

    /// The status of Open SDG; a target that is met settles it.
    package var openSDG: String? {
        if higherIsBetter ? value >= target : value <= target { return "target_achieved" }
        return openSDGValue.map { progress in
            if progress >= 0.95 { return "substantial_progress" }
            if progress >= 0.6 { return "moderate_progress" }
            return progress >= 0 ? "limited_progress" : "deterioration"
        }
    }

    /// The value at the target's year if growth goes on, as the United Nations project it.
    package var projected: Double? {
        actual.map { value * SpecialFunctions.power(1 + $0.yearly, total - elapsed) }
    }

    /// How much of the gap the projection closes.
    package var projectedShare: Double? {
        guard let projected, target != base else { return nil }
        return (projected - base) / (target - base)
    }
}

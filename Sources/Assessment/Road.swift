package import Indicators

/// The road to a target that lies ahead, as far as it was needed when a value was judged.
package struct Road: Hashable, Sendable, Codable {
    /// The period of the value that the road begins at.
    package let start: Period
    /// That value.
    package let base: ExactDecimal
    /// The value on the road at the period of the judged one, rounded; `nil` where no way is needed, or no exact number can
    /// hold it.
    package let expected: ExactDecimal?
    /// How much of the needed way went, in whole percent; `nil` where no way is needed.
    package let percent: ExactDecimal?
    /// Whether it is time to tell: long enough since the start, or the target's own period is the next one.
    package let isDue: Bool
    /// Whether the base is told; `nil` in what an earlier version kept, whose words stay as they were.
    package let tellsBase: Bool?
    /// How it was judged; `nil` for the straight road.
    package let method: RoadMethod?
    /// The value at the target's period if it goes on like this, rounded; `nil` where the method does not say.
    package let projected: ExactDecimal?

    package init(
        start: Period,
        base: ExactDecimal,
        expected: ExactDecimal?,
        percent: ExactDecimal?,
        isDue: Bool,
        tellsBase: Bool? = nil,
        method: RoadMethod? = nil,
        projected: ExactDecimal? = nil
    ) {
        self.start = start
        self.base = base
        self.expected = expected
        self.percent = percent
        self.isDue = isDue
        self.tellsBase = tellsBase
        self.method = method
        self.projected = projected
    }

    /// The road of a pace.
    init(_ pace: Pace, from start: Period, isDue: Bool) {
        let decimals = [pace.base, pace.value, pace.target.value].mostDecimals
        // Where rounding would hide the distance, it is told more exactly.
        let expected = (decimals...decimals + 2).lazy.compactMap { pace.expected(decimals: $0) }
            .first { $0 != pace.value }
        self.init(
            start: start,
            base: pace.base,
            expected: pace.ratio == nil ? nil : expected ?? pace.expected(decimals: decimals),
            percent: pace.ratio?.multiplied(by: ExactDecimal(100))?.rounded(decimals: 0),
            isDue: isDue,
            tellsBase: true
        )
    }

    /// The road as another method judges it.
    init(_ pace: Pace, from start: Period, isDue: Bool, _ method: RoadMethod, _ judgement: RoadJudgement) {
        let decimals = [pace.base, pace.value].mostDecimals + 1
        func told(_ number: Double?) -> ExactDecimal? { number.flatMap { ExactDecimal(told: $0, decimals: decimals) } }
        self.init(
            start: start,
            base: pace.base,
            expected: told(judgement.expected),
            percent: nil,
            isDue: isDue,
            tellsBase: method == .eurostat ? true : nil,
            method: method,
            projected: told(judgement.projected)
        )
    }
}

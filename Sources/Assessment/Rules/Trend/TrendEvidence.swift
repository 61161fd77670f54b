package import Indicators

/// What a finding of the rule `trend` rests on: the line through the values, and how often chance alone gives one as clear.
package struct TrendEvidence: InformingEvidence {
    package static let rule = RuleName("trend")

    /// The line of Theil and Sen with the test of Mann and Kendall.
    package struct Line: Hashable, Sendable, Codable {
        /// The change in a year, rounded; its sign is the direction.
        package let slope: ExactDecimal
        /// The interval around it at the confidence of the test, rounded.
        package let bounds: ValueRange
        /// The confidence in percent.
        package let confidence: ExactDecimal
        /// How many pairs of values rise, minus how many fall.
        package let statistic: Int
        /// How often chance alone gives as clear a direction, 0 through 1.
        package let chance: ExactDecimal
    }

    package let reason: TrendReason
    /// How many values there are since the last break.
    package let count: Int
    /// How many it takes to say something.
    package let fewest: Int
    package let first: Period?
    package let last: Period?
    /// The line; `nil` where there are too few values for one.
    package let line: Line?
    package let better: Better
    /// How many of the values may still change.
    package let provisional: Int
    /// The break that the values begin with.
    package let start: SeriesBreak?

    init(_ reason: TrendReason, _ stretch: MeasuredStretch?, line: Line? = nil, fewest: Int, better: Better) {
        self.reason = reason
        self.fewest = fewest
        self.better = better
        self.line = line
        count = stretch?.count ?? 0
        first = stretch?.values.first?.period
        last = stretch?.values.last?.period
        provisional = stretch?.provisional ?? 0
        start = stretch?.start
    }

    package var isIdle: Bool { reason == .noValue }

    package var statusJSON: JSONObject? {
        line.map { line in
            var object = JSONObject()
            object.add("per_year", number: line.slope)
            object.add("lower", number: line.bounds.minimum)
            object.add("upper", number: line.bounds.maximum)
            object.add("chance", number: line.chance)
            object.add("values", count: count)
            object.add("reason", text: reason.rawValue)
            return object
        }
    }
}

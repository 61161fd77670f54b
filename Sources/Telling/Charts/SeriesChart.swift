package import Assessment
package import Indicators

/// What a picture of one series shows: its values with what they are held against.
///
/// It holds what may be told and nothing else; ``ChartSVG`` draws it, and ``alternative`` says it in words.
package struct SeriesChart: Hashable, Sendable {
    /// One value.
    ///
    /// What is missing has no point: it is never drawn as zero.
    package struct Point: Hashable, Sendable {
        package let period: Period
        package let value: ExactDecimal
        package let isProvisional: Bool
        /// The published interval around the value, where there is one.
        package let interval: ValueRange?

        package init(period: Period, value: ExactDecimal, isProvisional: Bool = false, interval: ValueRange? = nil) {
            self.period = period
            self.value = value
            self.isProvisional = isProvisional
            self.interval = interval
        }
    }

    /// A target over the periods that it holds for, in the kind of the values' periods.
    package struct Target: Hashable, Sendable {
        package let first: Period
        package let last: Period
        package let bound: Bound
        /// The number of the goal that says it; `nil` for the yearly path.
        package let goal: String?

        package init(first: Period, last: Period, bound: Bound, goal: String? = nil) {
            self.first = first
            self.last = last
            self.bound = bound
            self.goal = goal
        }
    }

    /// What is expected of a period ahead, with its 80 % interval.
    package struct Forecast: Hashable, Sendable {
        package let period: Period
        package let expected: ExactDecimal
        package let interval: ValueRange

        package init(period: Period, expected: ExactDecimal, interval: ValueRange) {
            self.period = period
            self.expected = expected
            self.interval = interval
        }
    }

    /// Between which limits the values vary by chance.
    package struct Limits: Hashable, Sendable {
        package let first: Period
        package let last: Period
        package let mean: ExactDecimal
        package let lower: ExactDecimal
        package let upper: ExactDecimal

        package init(first: Period, last: Period, mean: ExactDecimal, lower: ExactDecimal, upper: ExactDecimal) {
            self.first = first
            self.last = last
            self.mean = mean
            self.lower = lower
            self.upper = upper
        }
    }

    /// The target that the words of the picture name.
    package struct Aim: Hashable, Sendable {
        package let bound: Bound
        /// `nil` where the document names none.
        package let period: Period?

        package init(bound: Bound, period: Period?) {
            self.bound = bound
            self.period = period
        }
    }

    package let title: String
    package let unit: MeasureUnit
    package let language: Language
    /// In the order of time, of one kind of period; at least two.
    package let points: [Point]
    /// The periods whose value counts too few persons to be told.
    package var hidden: Set<Period> = []
    package var targets: [Target] = []
    package var aim: Aim?
    package var forecast: Forecast?
    package var limits: Limits?
    /// What the amounts of a budget line are held against is its budget; `nil` of anything else.
    package var budget: Budget?
    /// A value is expected for every so many periods: there is no gap between two that lie so far apart.
    package var every = 1
    /// The days across which values are not compared.
    package var breaks: [SeriesBreak] = []
    /// The period whose value was judged; `nil` where that is not told.
    package var judged: Period?
    /// The light of that value.
    package var light = Light.grey

    /// A picture of these values; `nil` where they are fewer than two, which say no more than their words.
    package init?(title: String, unit: MeasureUnit, language: Language, points: [Point]) {
        guard points.count >= 2 else { return nil }
        self.title = title
        self.unit = unit
        self.language = language
        self.points = points
    }

    var phrases: Phrases { Phrases(language) }
    var first: Period { points[0].period }
    var last: Period { points[points.count - 1].period }
    var kind: PeriodKind { first.kind }

    /// The values that a line joins: over a gap and over a break there is none.
    var joined: [(Point, Point)] {
        zip(points, points.dropFirst()).filter { left, right in
            (left.period.steps(to: right.period) ?? 0) <= every && !isBroken(between: left.period, and: right.period)
        }
    }

    /// Whether the costs that it shows stand with a minus sign, as the books write them.
    var hasNegativeCosts: Bool {
        budget?.side == .costs && (points.map(\.value) + targets.map(\.bound.value)).contains { $0 < .zero }
    }

    /// What the line to hold the values against is called.
    var nameOfTarget: String {
        budget == nil ? phrases.say("streefwaarde", "target") : phrases.say("begroting", "budget")
    }

    /// What the values are held against; a budget is no bound to one side.
    func written(_ bound: Bound) -> String {
        budget == nil ? bound.written(unit: unit) : unit.written(bound.value)
    }

    /// Whether there is a break between two values that follow each other.
    func isBroken(between earlier: Period, and later: Period) -> Bool {
        breaks.contains { $0.date > earlier.end && $0.date <= later.end }
    }
}

package import Indicators

/// What a finding of the rule `forecast` rests on: the line through the values, and where it leads.
package struct ForecastEvidence: RuleEvidence {
    package static let rule = RuleName("forecast")

    package let reason: ForecastReason
    /// The targets that lie near enough ahead, each with what is expected then.
    package let forecasts: [TargetForecast]
    /// How many values the line goes through.
    package let count: Int
    package let first: Period?
    package let last: Period?
    /// Whether it was expected of the value before as well, so that it is told.
    package let hasLasted: Bool
    /// How many of the values may still change.
    package let provisional: Int
    /// The break that the values begin with.
    package let start: SeriesBreak?

    init(
        _ reason: ForecastReason,
        _ stretch: MeasuredStretch?,
        _ forecasts: [TargetForecast] = [],
        hasLasted: Bool = false
    ) {
        self.reason = reason
        self.forecasts = forecasts
        self.hasLasted = hasLasted
        count = stretch?.count ?? 0
        first = stretch?.values.first?.period
        last = stretch?.values.last?.period
        provisional = stretch?.provisional ?? 0
        start = stretch?.start
    }

    /// The forecast that the reason follows from: the worst, and of equal ones the nearest.
    package var leading: TargetForecast? {
        let worst = forecasts.map(\.outlook.gravity).max()
        return forecasts.filter { $0.outlook.gravity == worst }.min { $0.period < $1.period }
    }

    package var endLight: Light {
        switch reason {
        case .meetExpected, .missPossible: .green
        case .missExpected, .toldByTarget, .nothingAhead, .tooFewValues, .hasSeason, .noValue: .grey
        }
    }

    package var tellsValue: Bool { true }

    /// What was expected has come, and is told as what it is.
    package var goesOnElsewhere: Bool { reason == .toldByTarget }

    package var isIdle: Bool {
        switch reason {
        case .noValue, .nothingAhead, .hasSeason: true
        case .missExpected, .missPossible, .meetExpected, .toldByTarget, .tooFewValues: false
        }
    }

    package static var hasStatusKey: Bool { true }

    package var statusJSON: JSONObject? {
        leading.map { leading in
            var object = JSONObject()
            object.add("period", text: leading.period.description)
            object.add("expected", number: leading.expected)
            object.add("lower", number: leading.interval.minimum)
            object.add("upper", number: leading.interval.maximum)
            object.add("values", count: count)
            object.add("reason", text: reason.rawValue)
            return object
        }
    }
}

package import Indicators

/// What a finding of the rule `change` rests on: the latest value beside the one before, and that of a year ago.
package struct ChangeEvidence: InformingEvidence {
    package static let rule = RuleName("change")

    package let reason: ChangeReason
    package let value: ExactDecimal?
    package let period: Period?
    /// Beside the value before it; `nil` where there is none since the last break.
    package let previous: ValueChange?
    /// Beside the value of the same period a year ago; `nil` where that is the one before, or not there.
    package let yearAgo: ValueChange?
    package let better: Better
    /// Whether the latest value may still change.
    package let isProvisional: Bool
    /// The break that the values begin with.
    package let start: SeriesBreak?

    init(
        _ reason: ChangeReason,
        _ stretch: MeasuredStretch? = nil,
        previous: ValueChange? = nil,
        yearAgo: ValueChange? = nil,
        better: Better
    ) {
        self.reason = reason
        self.previous = previous
        self.yearAgo = yearAgo
        self.better = better
        value = stretch?.last.value
        period = stretch?.last.period
        isProvisional = stretch?.last.observation.status == .provisional
        start = stretch?.start
    }

    package var isIdle: Bool { reason == .noValue }

    package var statusJSON: JSONObject? {
        guard previous != nil || yearAgo != nil else { return nil }
        var object = JSONObject()
        object.add("previous", .members(previous.map(Self.json)))
        object.add("year_ago", .members(yearAgo.map(Self.json)))
        object.add("reason", text: reason.rawValue)
        return object
    }

    private static func json(_ change: ValueChange) -> JSONObject {
        var object = JSONObject()
        object.add("period", text: change.period.description)
        object.add("value", number: change.value)
        object.add("difference", number: change.difference)
        object.add("percent", number: change.percent)
        return object
    }
}

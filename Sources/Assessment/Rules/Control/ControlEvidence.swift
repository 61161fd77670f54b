package import Indicators

/// What a finding of the rule `spc` rests on: the limits between which values vary by chance.
package struct ControlEvidence: InformingEvidence {
    package static let rule = RuleName("spc")

    /// The limits, rounded as they are told; comparisons are made before that.
    package struct Limits: Hashable, Sendable, Codable {
        package let mean: ExactDecimal
        package let lower: ExactDecimal
        package let upper: ExactDecimal
        /// How many moving ranges were left out as outliers.
        package let screenedOut: Int
    }

    package let reason: ControlReason
    package let value: ExactDecimal?
    package let first: Period?
    package let last: Period?
    /// How many values there are since the last break or rebase.
    package let count: Int
    /// From so many values on there are limits to try.
    package let trialFrom: Int
    /// From so many values on they hold.
    package let limitsFrom: Int
    package let limits: Limits?
    /// The special cause of the latest value; `nil` for none.
    package let cause: SpecialCause?
    /// The target that the process is held against, and whether it will meet it; `nil` without one.
    package let target: Bound?
    package let assurance: ProcessAssurance?
    /// How many of the values may still change.
    package let provisional: Int
    /// The break or rebase that the values begin with.
    package let start: SeriesBreak?

    init(
        _ reason: ControlReason,
        _ stretch: MeasuredStretch?,
        _ standing: ControlStanding?,
        _ parameters: ControlParameters
    ) {
        self.reason = reason
        value = stretch?.last.value
        first = stretch?.values.first?.period
        last = stretch?.last.period
        count = stretch?.count ?? 0
        provisional = stretch?.provisional ?? 0
        start = stretch?.start
        trialFrom = parameters.trialFrom
        limitsFrom = parameters.limitsFrom
        limits = standing?.limits
        cause = standing?.cause
        target = standing?.target
        assurance = standing?.assurance
    }

    package var isIdle: Bool { reason == .noValue }

    package var statusJSON: JSONObject? {
        limits.map { limits in
            var object = JSONObject()
            object.add("mean", number: limits.mean)
            object.add("lower", number: limits.lower)
            object.add("upper", number: limits.upper)
            object.add("values", count: count)
            object.add("trial", flag: reason == .trialLimits)
            object.add("cause", text: cause?.rawValue)
            object.add("assurance", text: assurance?.rawValue)
            object.add("reason", text: reason.rawValue)
            return object
        }
    }
}

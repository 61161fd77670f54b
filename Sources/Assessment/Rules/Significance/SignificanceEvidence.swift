package import Indicators

/// What a finding of the rule `significance` rests on: the interval around the value, and what it was held against.
package struct SignificanceEvidence: InformingEvidence {
    package static let rule = RuleName("significance")

    package let reason: SignificanceReason
    package let value: ExactDecimal?
    package let period: Period?
    /// The interval; `nil` where none is known.
    package let margin: SurveyMargin?
    /// One for each target of the period.
    package let tests: [TargetTest]
    /// Beside the survey before; `nil` where there is none since the last break, or its margin is not known.
    package let before: SurveyComparison?
    package let better: Better
    /// Whether the value may still change.
    package let isProvisional: Bool
    /// The break that the values begin with.
    package let start: SeriesBreak?

    init(
        _ stretch: MeasuredStretch?,
        margin: SurveyMargin? = nil,
        tests: [TargetTest] = [],
        before: SurveyComparison? = nil,
        better: Better
    ) {
        self.margin = margin
        self.tests = tests
        self.before = before
        self.better = better
        value = stretch?.last.value
        period = stretch?.last.period
        isProvisional = stretch?.last.observation.status == .provisional
        start = stretch?.start
        reason = stretch == nil ? .noValue : margin == nil ? .noMargin : Self.reason(tests, before)
    }

    private static func reason(_ tests: [TargetTest], _ before: SurveyComparison?) -> SignificanceReason {
        switch leading(tests)?.position {
        case .above: return .above
        case .below: return .below
        case .notDistinguishable: return .notDistinguishable
        case nil: break
        }
        guard let before else { return .nothingToCompare }
        guard before.isSignificant else { return .notDifferent }
        return before.statistic > .zero ? .higherThanBefore : .lowerThanBefore
    }

    /// The target to tell of first: one that is certainly missed, else one that cannot be told apart, else one that is
    /// certainly met.
    private static func leading(_ tests: [TargetTest]) -> TargetTest? {
        tests.first { $0.isWorse == true } ?? tests.first { $0.isWorse == nil } ?? tests.first
    }

    /// The target that the reason is about.
    var leading: TargetTest? { Self.leading(tests) }

    /// Of most figures no margin is known, and there is nothing to say of it.
    package var isIdle: Bool { reason == .noMargin || reason == .noValue }

    package var statusJSON: JSONObject? {
        margin.map { margin in
            var object = JSONObject()
            object.add("lower", number: margin.interval.minimum)
            object.add("upper", number: margin.interval.maximum)
            object.add("respondents", count: margin.sampleSize)
            object.add("difference_in_errors", number: before?.statistic)
            object.add("reason", text: reason.rawValue)
            return object
        }
    }
}

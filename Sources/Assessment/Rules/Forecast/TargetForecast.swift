package import Indicators

/// What is expected at the period of one target that lies ahead.
package struct TargetForecast: Hashable, Sendable, Codable {
    /// The number of the goal that says the target; `nil` for the yearly path.
    package let goal: String?
    /// The period of the target.
    package let period: Period
    package let bound: Bound
    /// The value of the line then, rounded.
    package let expected: ExactDecimal
    /// The 80 % prediction interval, rounded.
    package let interval: ValueRange
    /// How much of the interval misses the target.
    package let outlook: Outlook

    /// How the interval lies to the target.
    package enum Outlook: String, Hashable, Sendable, Codable {
        case met
        case possiblyMissed = "possibly-missed"
        case missed
    }
}

extension TargetForecast.Outlook {
    /// Judges an interval before it is rounded.
    init(_ interval: ClosedRange<Double>, _ bound: Bound) {
        let ends = [interval.lowerBound, interval.upperBound].map { bound.miss(by: $0) == nil }
        // What has to stay level is met between the ends as well.
        let holds = interval.contains(bound.value.double)
        self = ends.allSatisfy(\.self) ? .met : ends.contains(true) || holds ? .possiblyMissed : .missed
    }

    /// Orders outlooks from good to bad.
    var gravity: Int {
        switch self {
        case .met: 0
        case .possiblyMissed: 1
        case .missed: 2
        }
    }
}

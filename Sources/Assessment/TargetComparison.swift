package import Indicators

/// One value held against one target.
package struct TargetComparison: Hashable, Sendable, Codable {
    /// How the target's period lies to the value's.
    package enum Standing: String, Hashable, Sendable, Codable {
        case ownPeriod = "own-period"
        case ahead
        case before
    }

    /// The number of the goal that says the target; `nil` for the yearly path.
    package let goal: String?
    /// The period of the target.
    package let period: Period
    /// As the document writes it: `<108`.
    package let notation: String
    /// Whether it is measured from an earlier value: `-10% t.o.v. 2025`.
    package let isRelative: Bool
    /// Whether the document is silent about the period, and the target lies between two cells.
    package let isInterpolated: Bool
    /// The series it is meant for, where that is not every one of the indicator.
    package let scope: String?
    /// Whether the document names no period for it; `nil` where it does.
    package let isUndated: Bool?
    /// What the footnote of the cell says, where there is one: its condition.
    package let footnote: String?
    package let standing: Standing
    /// The target as a plain bound; `nil` while its baseline is missing.
    package let bound: Bound?
    package let verdict: Verdict

    package init(target: IndicatorTarget, standing: Standing, bound: Bound?, verdict: Verdict) {
        goal = target.goal
        period = target.period
        notation = target.notation.description
        isRelative = target.notation.requirement?.needsBaseline ?? false
        isInterpolated = target.isInterpolated
        scope = target.scope == .all ? nil : target.scope.description
        isUndated = target.isPlanned ? nil : true
        footnote = target.footnote
        self.standing = standing
        self.bound = bound
        self.verdict = verdict
    }

    /// Orders comparisons from good to bad; a target that cannot be judged counts less than one that is met.
    var gravity: Int {
        switch verdict {
        case .baselineMissing, .startingPoint, .undecided: 0
        case .met: 1
        case .notYetReached, .betterThanLevel: 2
        case .missed(.warning): 3
        case .missed(.critical): 4
        }
    }
}

extension TargetComparison {
    /// The period where the document names one.
    package var namedPeriod: Period? { isUndated == true ? nil : period }

    /// The outcome.
    package enum Verdict: Hashable, Sendable {
        case met
        case missed(Severity)
        case notYetReached
        /// Beyond the margin of a level target, to the better side.
        case betterThanLevel
        case baselineMissing
        /// The value is itself the one that later values are held against.
        case startingPoint
        /// It cannot be said yet.
        case undecided

        /// How bad it is; `nil` where the target is met or cannot be judged.
        package var severity: Severity? {
            switch self {
            case .missed(let severity): severity
            case .notYetReached, .betterThanLevel: .warning
            case .met, .baselineMissing, .startingPoint, .undecided: nil
            }
        }
    }
}

extension TargetComparison.Verdict: Codable {
    /// The word in a store; it never changes.
    private var word: String {
        switch self {
        case .met: "met"
        case .missed(.warning): "missed-warning"
        case .missed(.critical): "missed-critical"
        case .notYetReached: "not-yet-reached"
        case .betterThanLevel: "better-than-level"
        case .baselineMissing: "baseline-missing"
        case .startingPoint: "starting-point"
        case .undecided: "undecided"
        }
    }

    private static let all: [Self] = [
        .met, .missed(.warning), .missed(.critical), .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint,
        .undecided,
    ]

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        guard let verdict = Self.all.first(where: { $0.word == word }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a verdict")
        }
        self = verdict
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }
}

extension Sequence<TargetComparison> {
    /// Those to tell: the targets that are missed or not yet reached; where there is none, all that have a bound.
    package var told: [TargetComparison] {
        let bounded = filter { $0.bound != nil }
        let failed = bounded.filter { $0.verdict.severity != nil }
        return failed.isEmpty ? bounded : failed
    }
}

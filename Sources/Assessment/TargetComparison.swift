package import Indicators

/// One value held against one target.
package struct TargetComparison: Hashable, Sendable, Codable {
    /// How the target's period lies to the value's.
    package enum Standing: String, Hashable, Sendable, Codable {
        case ownPeriod = "own-period"
        case ahead
        case before
    }

    /// What stands in a store under these names, and in one place however often it is told.
    private struct Fields: Hashable, Sendable, Codable {
        let goal: String?
        let period: Period
        let notation: String
        let isRelative: Bool
        let isInterpolated: Bool
        let scope: String?
        let isUndated: Bool?
        let footnote: String?
        let standing: Standing
        let bound: Bound?
        let verdict: Verdict
        let road: Road?
        let noise: TargetNoise?
        let isHeld: Bool?
    }

    private let own: Shared<Fields>

    package init(from decoder: any Decoder) throws { own = Shared(try Fields(from: decoder)) }

    package func encode(to encoder: any Encoder) throws { try own.value.encode(to: encoder) }

    /// The number of the goal that says the target; `nil` for the yearly path.
    package var goal: String? { own.value.goal }
    /// The period of the target.
    package var period: Period { own.value.period }
    /// As the document writes it: `<108`.
    package var notation: String { own.value.notation }
    /// Whether it is measured from an earlier value: `-10% t.o.v. 2025`.
    package var isRelative: Bool { own.value.isRelative }
    /// Whether the document is silent about the period, and the target lies between two cells.
    package var isInterpolated: Bool { own.value.isInterpolated }
    /// The series it is meant for, where that is not every one of the indicator.
    package var scope: String? { own.value.scope }
    /// Whether the document names no period for it; `nil` where it does.
    package var isUndated: Bool? { own.value.isUndated }
    /// What the footnote of the cell says, where there is one: its condition.
    package var footnote: String? { own.value.footnote }
    package var standing: Standing { own.value.standing }
    /// The target as a plain bound; `nil` while its baseline is missing.
    package var bound: Bound? { own.value.bound }
    package var verdict: Verdict { own.value.verdict }
    /// The road to a target ahead; `nil` for any other, and where a store of an earlier version does not tell.
    package var road: Road? { own.value.road }
    /// How a miss lies to the noise of its figure; `nil` where it does not miss, or no noise is known.
    package var noise: TargetNoise? { own.value.noise }
    /// Whether a miss is not told, or not yet, by the profile of the indicator; `nil` where it is.
    package var isHeld: Bool? { own.value.isHeld }

    package init(
        target: IndicatorTarget,
        standing: Standing,
        bound: Bound?,
        verdict: Verdict,
        road: Road? = nil,
        noise: TargetNoise? = nil,
        isHeld: Bool = false
    ) {
        own = Shared(
            Fields(
                goal: target.goal,
                period: target.period,
                notation: target.notation.description,
                isRelative: target.notation.requirement?.needsBaseline ?? false,
                isInterpolated: target.isInterpolated,
                scope: target.scope == .all ? nil : target.scope.description,
                isUndated: target.isPlanned ? nil : true,
                footnote: target.footnote,
                standing: standing,
                bound: bound,
                verdict: verdict,
                road: road,
                noise: noise,
                isHeld: isHeld ? true : nil
            )
        )
    }

    /// Whether noise alone explains that the target is missed.
    package var isOnTheEdge: Bool { noise?.isWithin ?? false }

    /// Whether it alone is enough for an alert: a target that is missed, or one ahead that a value is not on course for
    /// when it is time to tell.
    package var opensAlert: Bool {
        switch verdict {
        case .missed: isHeld != true
        case .behind, .wrongWay: road?.isDue ?? true
        case .betterThanLevel: standing != .ahead || road?.isDue ?? true
        case .met, .onCourse, .notYetReached, .baselineMissing, .startingPoint, .undecided: false
        }
    }

    /// Orders comparisons from good to bad; a target that cannot be judged counts less than one that is met.
    var gravity: Int {
        switch verdict {
        case .baselineMissing, .startingPoint, .undecided: 0
        case .met, .onCourse: 1
        case .notYetReached, .betterThanLevel: 2
        case .behind: 3
        case .wrongWay: 4
        case .missed(.warning): 5
        case .missed(.critical): 6
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
        /// The target lies ahead, and the value is where the road to it is.
        case onCourse
        /// The target lies ahead, and the value has not come as far as the road to it.
        case behind
        /// The target lies ahead, and the value is further from it than where the road began.
        case wrongWay
        /// The target lies ahead, and no road says how far the value has to be.
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
            case .behind, .wrongWay, .notYetReached, .betterThanLevel: .warning
            case .met, .onCourse, .baselineMissing, .startingPoint, .undecided: nil
            }
        }
    }
}

extension TargetComparison.Verdict {
    /// Whether nothing is asked of the value now that it does not give.
    package var isWell: Bool {
        switch self {
        case .met, .onCourse: true
        case .missed, .behind, .wrongWay, .notYetReached, .betterThanLevel, .baselineMissing, .startingPoint,
            .undecided:
            false
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
        case .onCourse: "on-course"
        case .behind: "behind-course"
        case .wrongWay: "wrong-way"
        case .notYetReached: "not-yet-reached"
        case .betterThanLevel: "better-than-level"
        case .baselineMissing: "baseline-missing"
        case .startingPoint: "starting-point"
        case .undecided: "undecided"
        }
    }

    private static let all: [Self] = [
        .met, .missed(.warning), .missed(.critical), .onCourse, .behind, .wrongWay, .notYetReached, .betterThanLevel,
        .baselineMissing, .startingPoint, .undecided,
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
    /// Those that a finding is about: the targets that are missed or not yet reached; where there is none, all that have a
    /// bound.
    package var told: [TargetComparison] {
        let bounded = filter { $0.bound != nil }
        let failed = bounded.filter { $0.verdict.severity != nil }
        return failed.isEmpty ? bounded : failed
    }

    /// The targets that are well, beside those that a finding is about: a goal that is met where the path is missed.
    package var metBeside: [TargetComparison] {
        let about = told
        return filter { $0.bound != nil && $0.verdict.isWell && !about.contains($0) }
    }
}

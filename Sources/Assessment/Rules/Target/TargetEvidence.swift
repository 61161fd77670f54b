internal import Indicators

/// What a finding of the rule `target` rests on: the value against every target.
package struct TargetEvidence: RuleEvidence {
    package static let rule = RuleName("target")
    package static let version = 3

    /// Version 1 tells of no roads, version 2 of no noise.
    package static func read(_ decoder: any Decoder, version: Int) throws -> Self {
        guard (1...Self.version).contains(version) else { throw Evidence.UnknownForm(rule: rule, version: version) }
        return try Self(from: decoder)
    }

    /// One for each track of targets; empty where there is no target, or no value.
    package let comparisons: [TargetComparison]
    /// Why there is no value; `nil` where one was judged.
    package let missing: MissingValue?
    /// Whether the document asks nothing of the value's period; `nil` where it does.
    private let isNotAsked: Bool?
    /// That the target is missed again and again; `nil` where it is not.
    package let unsteadiness: Unsteadiness?

    /// That the alert is not over yet though the target is met; `nil` where it is.
    package let recovery: TargetRecovery?
    /// The mean of twelve months that misses a target; `nil` where none does.
    package let mean: TargetMean?

    package init(
        comparisons: [TargetComparison],
        unsteadiness: Unsteadiness? = nil,
        recovery: TargetRecovery? = nil,
        mean: TargetMean? = nil
    ) {
        self.init(comparisons, missing: nil, isNotAsked: nil, unsteadiness, recovery, mean)
    }

    package init(missing: MissingValue) {
        self.init([], missing: missing, isNotAsked: nil)
    }

    /// Of a period of which the document asks nothing.
    package static let notAsked = TargetEvidence([], missing: nil, isNotAsked: true)

    private init(
        _ comparisons: [TargetComparison],
        missing: MissingValue?,
        isNotAsked: Bool?,
        _ unsteadiness: Unsteadiness? = nil,
        _ recovery: TargetRecovery? = nil,
        _ mean: TargetMean? = nil
    ) {
        self.recovery = recovery
        self.mean = mean
        self.unsteadiness = unsteadiness
        self.comparisons = comparisons
        self.missing = missing
        self.isNotAsked = isNotAsked
    }

    package var reason: TargetReason {
        switch missing {
        case MissingValue.none?: .noValue
        case .inputs: .inputMissing
        case .notComputable: .notComputable
        case nil: measuredReason
        }
    }

    private var measuredReason: TargetReason {
        guard let worst else { return isNotAsked == true ? .notAsked : .noTarget }
        guard worst.verdict.isWell else { return worst.reason }
        if mean != nil { return .meanMissed }
        guard worst.verdict == .met else { return worst.reason }
        return unsteadiness != nil ? .unsteady : recovery != nil ? .recovering : worst.reason
    }

    /// The comparison that the reason follows from.
    var worst: TargetComparison? { comparisons.max { $0.gravity < $1.gravity } }

    /// A target missed is graver than one still ahead, and the wrong way is graver than too slowly.
    package var gravity: Int {
        switch reason {
        case .notYetReached, .behind, .betterThanLevel: 0
        case .wrongWay: 1
        case .met, .atLevel, .onCourse, .missed, .meanMissed, .unsteady, .recovering, .noTarget, .notAsked,
            .baselineMissing, .isBaseline, .noValue,
            .inputMissing, .notComputable:
            2
        }
    }

    package var endLight: Light {
        switch reason {
        case .met, .atLevel, .onCourse: .green
        case .missed, .meanMissed, .unsteady, .recovering, .behind, .wrongWay, .notYetReached, .betterThanLevel,
            .noTarget, .notAsked,
            .baselineMissing, .isBaseline, .noValue, .inputMissing, .notComputable:
            .grey
        }
    }

    package var tellsValue: Bool { true }

    /// A relative target is measured from an earlier value, and a road begins at one.
    package var reach: EvidenceReach {
        comparisons.contains(where: \.isRelative) || restsOnEarlierValues
            ? .history : .value(and: Set(comparisons.compactMap { $0.road?.start }))
    }

    /// Whether more than the judged value and its road is told: the movement of the series, or how often it missed.
    private var restsOnEarlierValues: Bool {
        unsteadiness != nil || recovery != nil || mean != nil
            || comparisons.contains { $0.isHeld == true || $0.noise?.source == .series || $0.road?.method == .weather }
    }

    /// A target that lies ahead was an alert until roads were judged.
    package func keepsOpen(_ told: TargetEvidence) -> Bool {
        told.reason == .notYetReached && told.comparisons.allSatisfy { $0.road == nil } && reason == .onCourse
    }
}

internal import Assessment
internal import Indicators

/// What the heading of a digest calls an alert that is news.
enum HeadlineMatter: Hashable, Sendable {
    /// It misses so many goals, in the period for which they are set.
    case goals(Int)
    /// It misses so many targets of its own period, of which the yearly path says at least one.
    case targets(Int)
    /// It is not on course for a target that lies ahead, and misses none.
    case offCourse
    case milestone
    case budget
    /// Of anything else, as of what a statistical rule finds, no more is said than its light.
    case other

    init(_ facts: FindingFacts) {
        let evidence = facts.evidence
        if evidence.of(MilestoneEvidence.self) != nil {
            self = .milestone
        } else if evidence.of(BudgetEvidence.self) != nil {
            self = .budget
        } else if evidence.value.tellsValue, facts.value != nil, evidence.of(OverdueEvidence.self) == nil {
            self.init(evidence.value.comparisons.told)
        } else {
            self = .other
        }
    }

    private init(_ comparisons: [TargetComparison]) {
        let missed = comparisons.filter(\.isMissed)
        if !missed.isEmpty, missed.allSatisfy({ $0.standing == .ownPeriod }) {
            self = missed.contains { $0.goal == nil } ? .targets(missed.count) : .goals(missed.count)
        } else {
            self = missed.isEmpty && comparisons.contains(where: \.isOffCourse) ? .offCourse : .other
        }
    }

    /// How many targets of the value's own period it misses; 0 where it is about anything else.
    var misses: Int {
        switch self {
        case .goals(let count), .targets(let count): count
        case .offCourse, .milestone, .budget, .other: 0
        }
    }

    /// Whether each target that it misses is one of a goal.
    var isOfGoals: Bool {
        switch self {
        case .goals: true
        case .targets, .offCourse, .milestone, .budget, .other: false
        }
    }
}

extension TargetComparison {
    fileprivate var isMissed: Bool { if case .missed = verdict { true } else { false } }

    /// Whether a target that lies ahead will not be met like this.
    fileprivate var isOffCourse: Bool { verdict == .behind || verdict == .wrongWay }
}

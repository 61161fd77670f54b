package import Indicators

/// How bad a finding is.
///
/// The raw words are those of the contract.
package enum Severity: String, Sendable, CaseIterable, Hashable, Comparable, Codable {
    case warning
    case critical

    package static func < (left: Self, right: Self) -> Bool { left == .warning && right == .critical }
}

/// The traffic light of a series; always shown with its word.
package enum Light: String, Sendable, CaseIterable, Hashable {
    case green
    case amber
    case red
    case grey

    /// The word that Dutch readers see.
    package var dutch: String {
        switch self {
        case .green: "Groen"
        case .amber: "Oranje"
        case .red: "Rood"
        case .grey: "Grijs"
        }
    }
}

/// The rules that judge a series.
///
/// The raw words are the identity of an alert: they never change.
package enum RuleName: String, Sendable, CaseIterable, Hashable, Codable {
    case target
    case overdue
    case milestone
    case budget
    case ending
}

/// Why a rule says what it says: one closed list for status, log, mail and tests.
package enum Reason: String, Sendable, CaseIterable, Hashable, Codable {
    case targetMet = "target-met"
    case targetMissed = "target-missed"
    /// The value does not reach a target that lies ahead ("nog te halen").
    case notYetReached = "not-yet-reached"
    /// The value should have stayed level, and moved beyond its margin to the better side.
    case betterThanLevel = "better-than-level"
    case noValue = "no-value"
    case noTarget = "no-target"
    case baselineMissing = "baseline-missing"
    /// The value is the first of its series (nulmeting), which later values are held against.
    case isBaseline = "is-baseline"
    /// A derived value waits for one of its inputs.
    case inputMissing = "input-missing"
    /// No result can be made of the inputs, as in a division by zero.
    case notComputable = "not-computable"
    case overdue
    case onTime = "on-time"
    // Milestones.
    case milestoneDone = "milestone-done"
    case onSchedule = "on-schedule"
    case notStarted = "not-started"
    case statusUnknown = "status-unknown"
    /// The planned date has passed, and it is not reported done.
    case pastDate = "past-date"
    case reportedDelayed = "reported-delayed"
    case reportedPostponed = "reported-postponed"
    case reportedStopped = "reported-stopped"
    /// The expected date is later than first planned.
    case dateMoved = "date-moved"

    // Budgets.
    case withinBudget = "within-budget"
    /// Voordeel: less is spent, or more received, than budgeted.
    case budgetAdvantage = "budget-advantage"
    /// Nadeel: more is spent, or less received, than budgeted.
    case budgetDisadvantage = "budget-disadvantage"
    /// The outcome deviates by one period alone; the next one has to confirm it.
    case unconfirmed
    /// The first months of a year say too little.
    case tooEarly = "too-early"
    case noBudget = "no-budget"
    /// The amounts of earlier periods of the year, which are counted up, are missing.
    case periodsMissing = "periods-missing"

    // What ends.
    case goesOn = "goes-on"
    case endsSoon = "ends-soon"
    case hasEnded = "has-ended"

    /// A later delivery changed the value that the alert was about.
    case revised
    /// The configuration no longer watches the indicator.
    case withdrawn
}

/// What one rule says about one series now.
package struct Finding: Hashable, Sendable {
    /// What follows from a finding for an alert.
    package enum State: Hashable, Sendable {
        /// Nothing is wrong.
        case inOrder
        /// Something deviates.
        case deviates(Severity)
        /// It cannot be said: an alert that is open stays open, none is opened.
        case unknown
    }

    package let rule: RuleName
    package let state: State
    package let reason: Reason
    /// The period that the finding is about: of the value, or the one that is overdue.
    package let period: Period?
    /// The value that was judged.
    package let observation: RecordedObservation?
    /// Every target that the value was held against.
    package let comparisons: [TargetComparison]
    /// The periods whose value is overdue.
    package let overduePeriods: [Period]
    /// The inputs that a derived value waits for.
    package let missingInputs: [IndicatorID]
    /// How the milestone stands.
    package let milestone: MilestoneStanding?
    /// How the budget line stands.
    package let budget: BudgetStanding?

    package init(
        _ rule: RuleName,
        _ state: State,
        _ reason: Reason,
        period: Period? = nil,
        observation: RecordedObservation? = nil,
        comparisons: [TargetComparison] = [],
        overduePeriods: [Period] = [],
        missingInputs: [IndicatorID] = [],
        milestone: MilestoneStanding? = nil,
        budget: BudgetStanding? = nil
    ) {
        self.rule = rule
        self.state = state
        self.reason = reason
        self.period = period
        self.observation = observation
        self.comparisons = comparisons
        self.overduePeriods = overduePeriods
        self.missingInputs = missingInputs
        self.milestone = milestone
        self.budget = budget
    }

    /// The severity, where something deviates.
    package var severity: Severity? {
        if case .deviates(let severity) = state { severity } else { nil }
    }

    /// The comparison to show first: the worst, and of equal ones that with the yearly path.
    package var leadingComparison: TargetComparison? { comparisons.max { $0.gravity < $1.gravity } }

    /// The targets that are missed or not yet reached.
    package var failedComparisons: [TargetComparison] { comparisons.filter { $0.verdict.severity != nil } }
}

/// One value held against one target.
package struct TargetComparison: Hashable, Sendable {
    /// How the target's period lies to the value's.
    package enum Standing: String, Hashable, Sendable {
        case ownPeriod = "own-period"
        case ahead
        case before
    }

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

        /// The reason label.
        package var reason: Reason {
            switch self {
            case .met: .targetMet
            case .missed: .targetMissed
            case .notYetReached: .notYetReached
            case .betterThanLevel: .betterThanLevel
            case .baselineMissing: .baselineMissing
            case .startingPoint: .isBaseline
            case .undecided: .noValue
            }
        }
    }

    package let target: IndicatorTarget
    package let standing: Standing
    /// The target as a plain bound; `nil` while its baseline is missing.
    package let bound: Bound?
    package let verdict: Verdict

    package init(target: IndicatorTarget, standing: Standing, bound: Bound?, verdict: Verdict) {
        self.target = target
        self.standing = standing
        self.bound = bound
        self.verdict = verdict
    }
}

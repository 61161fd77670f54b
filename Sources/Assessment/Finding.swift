package import Indicators

/// What one rule says about one series now.
package struct Finding: Hashable, Sendable {
    /// What follows from a finding for an alert.
    package enum State: Hashable, Sendable {
        /// Nothing is wrong.
        case inOrder
        /// Something is worth knowing, and asks nothing: it has no say in the light, opens no alert, and leaves none open.
        case informs
        /// Something deviates; whether an alert follows says ``Finding/opensAlert``.
        case deviates(Severity)
        /// It cannot be said: an alert that is open stays open, none is opened.
        case unknown
    }

    package let state: State
    /// The light that the rule asks for; `nil` where it has nothing to say about the light.
    package let light: Light?
    /// The period that the finding is about: of the value, or the one that is overdue.
    package let period: Period?
    /// The value that was judged.
    package private(set) var observation: RecordedObservation?
    package let evidence: Evidence
    /// Whether what deviates is an alert; else it only has a say in the light, and keeps an alert that is open.
    package let opensAlert: Bool

    /// A finding that asks for a light of its own.
    package init(
        _ state: State,
        _ evidence: some RuleEvidence,
        light: Light?,
        period: Period? = nil,
        observation: RecordedObservation? = nil,
        opensAlert: Bool = true
    ) {
        self.state = state
        self.light = light
        self.period = period
        self.observation = observation
        self.evidence = Evidence(evidence)
        self.opensAlert = opensAlert
    }

    /// A finding whose light follows from its state: green in order, amber or red where something deviates, else grey.
    package init(
        _ state: State,
        _ evidence: some RuleEvidence,
        period: Period? = nil,
        observation: RecordedObservation? = nil
    ) {
        self.init(state, evidence, light: state.light, period: period, observation: observation)
    }

    /// The same where the value that was judged is not told.
    var withoutValue: Finding {
        var finding = self
        finding.observation = nil
        return finding
    }

    package var rule: RuleName { evidence.rule }
    package var reason: Reason { evidence.reason }
    /// Every target that the value was held against.
    package var comparisons: [TargetComparison] { evidence.value.comparisons }

    /// The severity, where something deviates.
    package var severity: Severity? { state.severity }

    /// The comparison to show first: the worst, and of equal ones that with the yearly path.
    package var leadingComparison: TargetComparison? { comparisons.max { $0.gravity < $1.gravity } }
}

extension Finding.State {
    /// The severity, where something deviates.
    package var severity: Severity? {
        switch self {
        case .deviates(let severity): severity
        case .inOrder, .informs, .unknown: nil
        }
    }

    /// The light that says the same; a finding that informs says of none.
    var light: Light? {
        switch self {
        case .inOrder: .green
        case .informs: nil
        case .deviates(.warning): .amber
        case .deviates(.critical): .red
        case .unknown: .grey
        }
    }
}

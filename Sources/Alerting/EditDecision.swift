internal import Assessment
internal import Indicators

/// What an edit of the configuration does to the episode of an alert.
///
/// Nothing was measured: the episode goes on where it was, rests while nothing deviates by what holds now, and goes on
/// when the edit is taken back. Nothing of it is good or bad news.
package enum EditDecision {
    /// Decides what the edit does to one alert.
    ///
    /// - Parameters:
    ///   - finding: what the rule says by what holds now.
    ///   - facts: the facts of the finding, with the edit in them.
    ///   - alert: the alert.
    ///   - open: its open episode, if there is one.
    ///   - resting: its last episode, where an edit had ended it.
    ///   - earlier: the number of its episodes until now.
    ///   - now: the moment of the edit.
    /// - Returns: the changes, in their order; empty where there is nothing to tell.
    static func transitions(
        _ finding: Finding,
        facts: FindingFacts,
        alert: AlertKey,
        open: Episode?,
        resting: Episode?,
        earlier: Int,
        at now: Instant
    ) -> [Transition] {
        switch (finding.state, open) {
        case (.inOrder, nil), (.informs, nil): []
        // What came back as it was goes on where it was, also where its rule cannot say anything for the moment.
        case (.unknown, nil):
            resting.map { $0.facts.lapse == .withdrawn && facts.isAsBefore ? [goingOn($0, facts.edit, at: now)] : [] }
                ?? []
        // What could not be judged before the edit either stands as it was told.
        case (.unknown, let episode?) where !facts.asksOtherwise(than: episode.facts): []
        case (.unknown, let episode?): [rest(episode, as: facts, lapse: .undecidable, at: now)]
        case (.inOrder, let episode?) where finding.evidence.value.goesOnElsewhere,
            (.informs, let episode?) where finding.evidence.value.goesOnElsewhere:
            [handOver(episode, facts, at: now)]
        case (.inOrder, let episode?), (.informs, let episode?): [rest(episode, as: facts, lapse: .edited, at: now)]
        case (.deviates, let episode?):
            facts.isOtherwise(than: episode.facts) ? [changed(episode, as: facts, at: now)] : []
        // What only colours the light opens nothing, also where an edit brought it.
        case (.deviates, nil) where !finding.opensAlert && resting == nil: []
        case (.deviates, nil):
            resting.map { [changed($0, as: facts, at: now)] }
                ?? begin(Episode(alert: alert, number: earlier + 1, openedAt: now, facts: facts), at: now)
        }
    }

    /// The end of an open episode whose indicator the configuration no longer has, or whose rule no longer judges it.
    static func rest(_ episode: Episode, _ edit: JudgementEdit, rules: RuleRegistry, at now: Instant) -> Transition {
        var facts = episode.facts
        facts.edit = edit
        guard edit.cause != .withdrawn else { return rest(episode, as: facts, lapse: .withdrawn, at: now) }
        if let last = rules.lapse(of: facts.evidence) { facts.evidence = last }
        return rest(episode, as: facts, lapse: .edited, at: now)
    }

    private static func rest(_ episode: Episode, as facts: FindingFacts, lapse: Lapse?, at now: Instant) -> Transition {
        var closed = episode
        closed.closedAt = now
        closed.facts = facts.continuing(episode.facts)
        closed.facts.lapse = lapse
        return Transition(kind: .targetChanged, episode: closed, at: now)
    }

    /// The end of an episode of which another alert tells from now on.
    private static func handOver(_ episode: Episode, _ facts: FindingFacts, at now: Instant) -> Transition {
        var closed = episode
        closed.closedAt = now
        closed.facts = facts.continuing(episode.facts)
        closed.facts.edit = nil
        return Transition(kind: .resolved, episode: closed, at: now)
    }

    /// An episode goes on with what was told of it.
    private static func goingOn(_ episode: Episode, _ edit: JudgementEdit?, at now: Instant) -> Transition {
        var open = episode
        open.closedAt = nil
        open.facts.lapse = nil
        open.facts.edit = edit
        return Transition(kind: .targetChanged, episode: open, at: now)
    }

    private static func changed(_ episode: Episode, as facts: FindingFacts, at now: Instant) -> Transition {
        var changed = episode
        changed.closedAt = nil
        changed.facts = facts.continuing(episode.facts)
        return Transition(kind: .targetChanged, episode: changed, at: now)
    }

    /// The log tells of each episode that it was opened; people are told of the edit.
    private static func begin(_ new: Episode, at now: Instant) -> [Transition] {
        var episode = new
        episode.facts.edit = new.facts.edit?.beginning
        return [.opened, .targetChanged].map { Transition(kind: $0, episode: episode, at: now) }
    }
}

extension JudgementEdit.Change {
    /// Whether the rule judges otherwise by it.
    fileprivate func bears(on judging: RuleName) -> Bool {
        switch self {
        case .target, .better, .unit: true
        case .rule(let name, _, _): name == judging.rawValue
        }
    }
}

extension FindingFacts {
    /// Whether people who heard of the one should hear of the other.
    fileprivate func isOtherwise(than told: FindingFacts) -> Bool {
        severity != told.severity || course(since: told) != nil
            || evidence.value.comparisons.map(Asked.init) != told.evidence.value.comparisons.map(Asked.init)
    }

    /// Whether the configuration asks the same as before its indicator was away, as far as that is known.
    fileprivate var isAsBefore: Bool { edit.map { $0.before != nil && $0.before == $0.after } ?? false }

    /// Whether it is not what was told that is asked now.
    fileprivate func asksOtherwise(than told: FindingFacts) -> Bool {
        if let edit, edit.changes.contains(where: { $0.bears(on: evidence.rule) }) { return true }
        let asked = evidence.value.comparisons.map(Asked.init)
        return !asked.isEmpty && asked != told.evidence.value.comparisons.map(Asked.init)
    }

    /// What a comparison asks of a value, whatever came of it.
    private struct Asked: Equatable {
        let goal: String?
        let period: Period
        let bound: Bound?

        init(_ comparison: TargetComparison) {
            goal = comparison.goal
            period = comparison.period
            bound = comparison.bound
        }
    }
}

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
        case (.unknown, _), (.inOrder, nil): []
        case (.inOrder, let episode?): [rest(episode, as: facts, lapse: .edited, at: now)]
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

    private static func changed(_ episode: Episode, as facts: FindingFacts, at now: Instant) -> Transition {
        var changed = episode
        changed.closedAt = nil
        changed.facts = facts.continuing(episode.facts)
        return Transition(kind: .targetChanged, episode: changed, at: now)
    }

    /// The log tells of each episode that it was opened; people are told of the edit.
    private static func begin(_ episode: Episode, at now: Instant) -> [Transition] {
        [.opened, .targetChanged].map { Transition(kind: $0, episode: episode, at: now) }
    }
}

extension FindingFacts {
    /// Whether people who heard of the one should hear of the other.
    fileprivate func isOtherwise(than told: FindingFacts) -> Bool {
        severity != told.severity || course(since: told) != nil
            || evidence.value.comparisons.map(Asked.init) != told.evidence.value.comparisons.map(Asked.init)
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

package import Assessment
package import Indicators

/// What a finding does to the episode of its alert.
package enum EpisodeDecision: Hashable, Sendable {
    /// Nobody has to be told.
    case unchanged
    /// Nobody has to be told, but the episode's facts are newer.
    case refreshed(Episode)
    case changed(Transition)

    /// Decides.
    ///
    /// - Parameters:
    ///   - finding: what the rule says now.
    ///   - facts: the facts of the finding; its severity where it deviates, else that of the open episode.
    ///   - series: the series that was judged.
    ///   - open: the alert's open episode, if there is one.
    ///   - earlier: the number of the alert's episodes until now, the open one included.
    ///   - now: the moment of the judgement.
    /// - Returns: what has to be committed, if anything.
    package static func decide(
        _ finding: Finding,
        facts: AlertFacts,
        series: SeriesKey,
        open: Episode?,
        earlier: Int,
        at now: Instant
    ) -> EpisodeDecision {
        switch (finding.state, open) {
        case (.unknown, _), (.inOrder, nil):
            return .unchanged
        case (.deviates, nil):
            let alert = AlertKey(rule: finding.rule, series: series)
            let episode = Episode(alert: alert, number: earlier + 1, openedAt: now, facts: facts)
            return .changed(Transition(kind: .opened, episode: episode, at: now))
        case (.deviates, let episode?):
            return update(episode, with: facts, at: now)
        case (.inOrder, let episode?):
            return close(episode, with: facts, at: now)
        }
    }

    private static func update(_ episode: Episode, with facts: AlertFacts, at now: Instant) -> EpisodeDecision {
        var updated = episode
        updated.facts = facts
        guard let kind = course(from: episode, to: facts) else {
            return facts == episode.facts ? .unchanged : .refreshed(updated)
        }
        return .changed(Transition(kind: kind, episode: updated, at: now))
    }

    /// Whether the alert has become worse or better than what was told last; `nil` where it is as grave as it was.
    ///
    /// A milestone's date that moves again leaves the light as it is, but is news to who plans by that date.
    private static func course(from episode: Episode, to facts: AlertFacts) -> AlertEventKind? {
        if facts.gravity != episode.facts.gravity {
            return facts.gravity > episode.facts.gravity ? .worsened : .eased
        }
        guard episode.alert.rule == .milestone,
            let told = episode.facts.milestone?.movedDays,
            let moved = facts.milestone?.movedDays,
            moved != told
        else { return nil }
        return moved > told ? .worsened : .eased
    }

    private static func close(_ episode: Episode, with facts: AlertFacts, at now: Instant) -> EpisodeDecision {
        var closed = episode
        closed.closedAt = now
        let untrue = isRevision(of: episode.facts, facts)
        closed.facts = facts
        if untrue { closed.facts.reason = .revised }
        return .changed(Transition(kind: untrue ? .corrected : .resolved, episode: closed, at: now))
    }

    /// Whether the value that the alert was about has itself been changed, and not been followed by a newer one.
    private static func isRevision(of told: AlertFacts, _ now: AlertFacts) -> Bool {
        guard let before = told.revision, let after = now.revision, told.value != nil else { return false }
        return told.period == now.period && after > before
    }

    /// The end of an episode whose indicator or rule the configuration no longer has.
    ///
    /// - Parameters:
    ///   - episode: the open episode.
    ///   - now: the moment of its end.
    ///   - reason: why it ends: the indicator is no longer watched, or it no longer ends.
    /// - Returns: its end.
    package static func withdraw(
        _ episode: Episode,
        at now: Instant,
        because reason: Reason = .withdrawn
    ) -> Transition {
        var closed = episode
        closed.closedAt = now
        closed.facts.reason = reason
        return Transition(kind: .resolved, episode: closed, at: now)
    }
}

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
    ///   - correction: what has to be put right, where the value that the open episode tells of was taken back; where none
    ///     is open, what the alert follows from, if that is a value that was taken back.
    ///   - earlier: the number of the alert's episodes until now, the open one included.
    ///   - isOpening: whether the indicator comes under watch now: what deviates is then its opening state.
    ///   - now: the moment of the judgement.
    /// - Returns: what has to be committed, if anything.
    package static func decide(
        _ finding: Finding,
        facts: FindingFacts,
        series: SeriesKey,
        open: Episode?,
        correction: ValueCorrection? = nil,
        earlier: Int,
        isOpening: Bool = false,
        at now: Instant
    ) -> EpisodeDecision {
        switch (finding.state, open?.noted(at: now)) {
        case (.unknown, let episode?) where episode != open, (.inOrder, let episode?) where episode != open,
            (.informs, let episode?) where episode != open:
            return takeBack(episode, with: facts, at: now)
        case (.unknown, let episode?) where correction != nil, (.inOrder, let episode?) where correction != nil,
            (.informs, let episode?) where correction != nil:
            return .changed(correct(episode, by: correction, next: facts.next, at: now))
        case (.unknown, _), (.inOrder, nil), (.informs, nil):
            return .unchanged
        // What only colours the light opens nothing, and keeps an alert that is open.
        case (.deviates, nil) where !finding.opensAlert:
            return .unchanged
        case (.deviates, nil):
            let alert = AlertKey(rule: finding.rule, series: series)
            var episode = Episode(alert: alert, number: earlier + 1, openedAt: now, facts: facts)
            episode.facts.isOpeningState = isOpening
            // What deviates when watching begins follows from nothing before it.
            if !isOpening { episode.facts.correction = correction }
            return .changed(Transition(kind: .opened, episode: episode, at: now))
        case (.deviates, let episode?):
            return update(episode, told: open, with: facts, correction: correction, at: now)
        case (.inOrder, let episode?) where facts.keepsOpen(episode.facts),
            (.informs, let episode?) where facts.keepsOpen(episode.facts):
            return .unchanged
        case (.inOrder, let episode?), (.informs, let episode?):
            return close(episode, with: facts, at: now)
        }
    }

    private static func update(
        _ episode: Episode,
        told: Episode?,
        with facts: FindingFacts,
        correction: ValueCorrection?,
        at now: Instant
    ) -> EpisodeDecision {
        var updated = episode
        updated.facts = facts.continuing(episode.facts)
        // Another value holds than was told: nothing became worse or better.
        if let correction, !facts.tells(correction) {
            updated.facts.correction = correction
            return .changed(Transition(kind: .corrected, episode: updated, at: now))
        }
        let kind: AlertEventKind
        switch facts.course(since: episode.facts) {
        case .worse:
            kind = .worsened
            // Worse than it was when watching began is news, and stays it.
            updated.facts.isOpeningState = false
        case .better: kind = .eased
        case .graver: kind = .escalated
        case .milder: kind = .relaxed
        case nil: return updated == told ? .unchanged : .refreshed(updated)
        }
        return .changed(Transition(kind: kind, episode: updated, at: now))
    }

    private static func close(_ episode: Episode, with facts: FindingFacts, at now: Instant) -> EpisodeDecision {
        var closed = episode
        closed.closedAt = now
        closed.facts = facts.continuing(episode.facts)
        let isUntrue = facts.revises(episode.facts)
        if isUntrue { closed.facts.lapse = .revised }
        return .changed(Transition(kind: isUntrue ? .corrected : .resolved, episode: closed, at: now))
    }

    /// The end of an episode whose value was taken back: what it told is known to be untrue, and that is what is told.
    ///
    /// One that had ended stays so. What is awaited next is another period than was told, where no value holds any more.
    static func correct(
        _ episode: Episode,
        by correction: ValueCorrection?,
        next: DuePeriod?,
        at now: Instant
    ) -> Transition {
        var closed = episode
        closed.closedAt = episode.closedAt ?? now
        closed.facts.lapse = .valueWithdrawn
        closed.facts.correction = correction
        closed.facts.next = next
        return Transition(kind: .corrected, episode: closed, at: now)
    }

    /// The end of an episode that a clock which ran ahead had opened: it has never been.
    private static func takeBack(_ episode: Episode, with facts: FindingFacts, at now: Instant) -> EpisodeDecision {
        var closed = episode
        closed.closedAt = now
        closed.facts = facts.continuing(episode.facts)
        closed.facts.lapse = .clockWasWrong
        return .changed(Transition(kind: .corrected, episode: closed, at: now))
    }
}

extension FindingFacts {
    /// Whether what holds is what was taken back, as where one of two equal deliveries was.
    fileprivate func tells(_ correction: ValueCorrection) -> Bool {
        value?.amount == correction.amount && period == correction.period && evidence.value.tellsValue
    }
}

extension Episode {
    /// The episode with nothing in it ahead of the clock.
    fileprivate func noted(at now: Instant) -> Episode {
        guard openedAt.isAhead(of: now) else { return self }
        var episode = self
        episode.openedAt = now
        return episode
    }
}

internal import Assessment
package import Indicators

extension EpisodeChanges {
    /// Whether it touches an alert that somebody took up.
    package var touchesAcknowledged: Bool { episodes.contains { $0.handling.acknowledgement != nil } }

    /// The changes with the acknowledgements that end by them.
    ///
    /// One ends where the alert became worse, and where the measurement has come that it was to last until. What is told of
    /// the change tells that too; where nothing else is, it is told that the alert is still open. Which way an alert went
    /// that is hidden does not show in it: each change of that one ends it.
    package func endingAcknowledgements(by disclosure: Disclosure, at now: Instant) -> EpisodeChanges {
        let ended = refreshed.filter(\.isAcknowledgedUntilNow)
        let runs = Set(ended.map(\.run))
        let note = HandlingNote(.reminded(.acknowledgementEnded))
        let reminders = ended.map { episode in
            Transition(kind: .reminded, episode: episode.unacknowledged(at: now), at: now, note: note)
        }
        return EpisodeChanges(
            transitions: transitions.map { $0.endingAcknowledgement(by: disclosure, at: now) } + reminders,
            refreshed: refreshed.filter { !runs.contains($0.run) }
        )
    }
}

extension Transition {
    fileprivate func endingAcknowledgement(by disclosure: Disclosure, at now: Instant) -> Transition {
        guard episode.handling.acknowledgement != nil, !ends else { return self }
        guard told(by: disclosure).mayBeWorse || episode.isAcknowledgedUntilNow else { return self }
        return Transition(kind: kind, episode: episode.unacknowledged(at: now), at: at, note: note)
    }

    /// Whether the alert is more serious with it than whoever took it up knew, or that may not be told.
    private var mayBeWorse: Bool {
        switch kind {
        case .worsened, .escalated: true
        case .corrected: isGraverThanTold(wasTold: true)
        case .changed: episode.facts.isHidden
        case .opened, .eased, .relaxed, .released, .resolved, .targetChanged, .acknowledged, .silenced,
            .reminded, .explained:
            false
        }
    }
}

extension Episode {
    /// Whether the measurement has come that it was taken up until.
    fileprivate var isAcknowledgedUntilNow: Bool {
        handling.acknowledgement?.isOver(by: facts.period) ?? false
    }

    /// The episode as nobody's any more.
    func unacknowledged(at now: Instant) -> Episode {
        var episode = self
        episode.handling = handling.unacknowledged(at: now, period: facts.period)
        return episode
    }
}

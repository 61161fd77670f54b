internal import Assessment
package import Indicators

extension Episode {
    /// The episode as it may be told.
    package func told(by disclosure: Disclosure) -> Episode {
        guard disclosure.concerns(alert.series) else { return self }
        var told = self
        told.facts = facts.told(of: alert.series, by: disclosure)
        if told.facts.isHidden { told.handling = handling.withoutTexts }
        return told
    }
}

extension Transition {
    /// The change as it may be told.
    package func told(by disclosure: Disclosure) -> Transition {
        let episode = episode.told(by: disclosure)
        let kind = episode.facts.isHidden ? kind.ofHidden(isClosed: ends) : kind
        let seen = episode.facts.isHidden ? note?.withoutTexts : note
        return Transition(kind: kind, episode: episode, at: at, note: seen)
    }
}

extension Notice {
    /// The notice as it may be told.
    package func told(by disclosure: Disclosure) -> Notice {
        let episode = episode.told(by: disclosure)
        return Notice(
            subscription: subscription,
            kind: episode.facts.isHidden ? kind.ofHidden(isClosed: episode.closedAt != nil) : kind,
            episode: episode,
            at: at,
            isUrgent: isUrgent,
            event: event,
            note: episode.facts.isHidden ? note?.withoutTexts : note
        )
    }
}

extension AlertEvent {
    /// The event as it may be told.
    package func told(by disclosure: Disclosure) -> AlertEvent {
        let seen = facts.told(of: alert.series, by: disclosure)
        guard disclosure.concerns(alert.series) else { return self }
        // A correction leaves an alert open where nothing lapsed.
        let isClosed = kind == .resolved || kind == .corrected && facts.lapse != nil
        return AlertEvent(
            seq: seq,
            kind: seen.isHidden ? kind.ofHidden(isClosed: isClosed) : kind,
            at: at,
            alert: alert,
            episode: episode,
            facts: seen,
            note: seen.isHidden ? note?.withoutTexts : note
        )
    }
}

extension SeriesEffect {
    /// The effect as it may be told; `nil` where nothing of it may.
    func told(by disclosure: Disclosure) -> SeriesEffect? {
        let hidden = disclosure.hiddenPeriods(of: series)
        guard let period, !hidden.isEmpty else { return self }
        guard hidden.contains(period) else { return afterHidden }
        guard !changes.isEmpty else { return nil }
        return ofHidden
    }
}

extension ImportEffects {
    /// The effects as they may be told: of what is hidden no light, and not which way it went.
    package func told(by disclosure: Disclosure) -> ImportEffects {
        disclosure.isExact ? self : changed { $0.told(by: disclosure) }
    }
}

internal import Assessment
package import Indicators

/// What follows from an order to handle alerts.
package struct HandlingDecision: Hashable, Sendable {
    /// The events of it, one for each alert that it touches; nobody is told of them apart.
    package private(set) var transitions: [Transition] = []
    /// The silence that it makes.
    package private(set) var begun: Silence?
    /// The silence that it ends.
    package private(set) var ended: Silence?

    /// Decides.
    ///
    /// - Parameters:
    ///   - order: what is ordered.
    ///   - open: all open episodes.
    ///   - silences: every silence that was ever made.
    ///   - zone: the zone of days.
    /// - Throws: why it cannot be carried out; then nothing is.
    package init(
        _ order: HandlingOrder,
        open: [Episode],
        silences: [Silence],
        in zone: LocalZone
    ) throws(HandlingRefusal) {
        switch order.deed {
        case .acknowledge(let name, let end):
            let episode = try AlertName(name).episode(among: open)
            try acknowledge(episode, until: end, order, in: zone)
        case .explain(let name, let answers):
            try explain(AlertName(name).episode(among: open), answers, order)
        case .silence(let scope, let from, let until):
            let id = (silences.map(\.id).max() ?? 0) + 1
            try silence(scope, (max(from ?? order.at, order.at), until), id, open, order)
        case .unsilence(let id): try unsilence(id, open, silences, order)
        }
    }

    private mutating func acknowledge(
        _ episode: Episode,
        until end: Acknowledgement.End,
        _ order: HandlingOrder,
        in zone: LocalZone
    ) throws(HandlingRefusal) {
        if case .date(let date) = end, zone.start(of: date) <= order.at { throw .notAhead(date.description) }
        if let seen = order.seen, seen.acknowledgement != episode.handling.acknowledgement {
            throw .changed(episode.id)
        }
        var episode = episode
        episode.handling.acknowledgement = Acknowledgement(
            by: order.by,
            why: order.why,
            at: order.at,
            until: end,
            period: episode.facts.period
        )
        let note = HandlingNote(.acknowledged(until: end), by: order.by, why: order.why)
        transitions = [Transition(kind: .acknowledged, episode: episode, at: order.at, note: note)]
    }

    private mutating func explain(
        _ episode: Episode,
        _ answers: [Explanation.Part: String],
        _ order: HandlingOrder
    ) throws(HandlingRefusal) {
        if let seen = order.seen, seen.explanation != episode.handling.explanation { throw .changed(episode.id) }
        var episode = episode
        for (part, text) in answers {
            episode.handling.explanation[part] = Explanation.Answer(text: text, by: order.by, at: order.at)
        }
        let note = HandlingNote(.explained(answers), by: order.by, why: order.why)
        transitions = [Transition(kind: .explained, episode: episode, at: order.at, note: note)]
    }

    // MARK: Silences

    private mutating func silence(
        _ scope: Silence.Scope,
        _ window: (from: Instant, until: Instant),
        _ id: Int,
        _ open: [Episode],
        _ order: HandlingOrder
    ) throws(HandlingRefusal) {
        guard !scope.isEmpty else { throw .ofEverything }
        guard window.until > order.at else { throw .notAhead("--until") }
        guard window.until > window.from else { throw .endsBeforeItBegins }
        guard window.until.seconds - window.from.seconds <= Silence.longest else { throw .tooLong }
        begun = Silence(
            id: id,
            scope: scope,
            from: window.from,
            until: window.until,
            by: order.by,
            why: order.why ?? "",
            at: order.at
        )
        let note = HandlingNote(.silenced(id, from: window.from, until: window.until), by: order.by, why: order.why)
        transitions = open.filter(scope.covers).map {
            Transition(kind: .silenced, episode: $0, at: order.at, note: note)
        }
    }

    private mutating func unsilence(
        _ id: Int,
        _ open: [Episode],
        _ silences: [Silence],
        _ order: HandlingOrder
    ) throws(HandlingRefusal) {
        guard let silence = silences.first(where: { $0.id == id }) else { throw .noSuchSilence(id) }
        guard silence.ended == nil else { throw .silenceOver(silence) }
        ended = silence.ending(Silence.Ending(at: order.at, by: order.by, why: order.why))
        transitions = silence.reminders(of: open, beside: silences, by: order.by, why: order.why, at: order.at)
    }
}

extension Silence {
    /// What has to be told at its end: each alert that is still open, that nobody has taken up and that no other silence holds,
    /// once.
    ///
    /// Whoever took one up has promised to look at it; only its worsening and its end are told.
    func reminders(
        of open: [Episode],
        beside silences: [Silence],
        by person: String? = nil,
        why: String? = nil,
        at now: Instant
    ) -> [Transition] {
        guard isInForce(at: now) else { return [] }
        let others = silences.filter { $0.id != id && $0.until > now }
        let note = HandlingNote(.reminded(.silenceEnded(id)), by: person, why: why)
        return open.filter {
            scope.covers($0) && $0.handling.acknowledgement == nil && others.holding($0, at: now) == nil
        }
        .map { Transition(kind: .reminded, episode: $0, at: now, note: note) }
    }
}

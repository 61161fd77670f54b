package import Alerting
internal import Indicators
package import Storage

extension InMemoryStore {
    @discardableResult
    package func commit(decisions: Decisions) async throws -> [Notice] {
        try write { memory in
            let first = memory.events.count
            for transition in decisions.transitions { try memory.apply(transition) }
            for episode in decisions.refreshed { try memory.refresh(episode, at: decisions.judged.map(\.at).max()) }
            let notices = try decisions.notices.map { try memory.add($0, after: first) }
            for judged in decisions.judged { memory.close(judged) }
            for series in decisions.edited {
                memory.series[series]?.isEdited = false
                if let light = decisions.editedLights[series] { memory.series[series]?.light = light }
            }
            for silence in decisions.begunSilences { try memory.begin(silence) }
            for silence in decisions.endedSilences { try memory.end(silence) }
            for (hash, effects) in decisions.effects { memory.keep(effects, of: hash) }
            return notices
        }
    }

    package func lastEventNumber() async throws -> Int { read { $0.events.count } }

    package func events(after seq: Int, limit: Int) async throws -> [AlertEvent] {
        read { memory in
            memory.events.dropFirst(seq).prefix(limit).map { event in
                AlertEvent(
                    seq: event.seq,
                    kind: event.transition.kind,
                    at: event.transition.at,
                    alert: event.transition.episode.alert,
                    episode: event.transition.episode.id,
                    facts: event.transition.episode.facts,
                    note: event.transition.note
                )
            }
        }
    }
}

extension Memory {
    fileprivate mutating func keep(_ effects: ImportEffects, of hash: String) {
        guard let place = imports.lastIndex(where: { $0.refusal == nil && $0.header.hash == hash }) else { return }
        imports[place].effects = imports[place].effects?.followed(by: effects) ?? effects
    }

    fileprivate mutating func apply(_ transition: Transition) throws {
        if transition.reopens { reopen(transition.episode) }
        switch transition.kind {
        case .opened: try begin(transition.episode)
        case .corrected where open[transition.episode.alert].map { episodes[$0].id } != transition.episode.id:
            try amend(transition.episode)
        case .corrected, .worsened, .eased, .escalated, .relaxed, .changed, .released, .resolved, .targetChanged,
            .acknowledged, .silenced, .reminded, .explained:
            try update(transition.episode)
        }
        events.append(Event(seq: events.count + 1, transition: transition))
    }

    private mutating func begin(_ episode: Episode) throws {
        let earlier = episodes.count { $0.alert == episode.alert }
        guard open[episode.alert] == nil, episode.number == earlier + 1 else { throw StoreError.stale }
        change(episode.alert.series) { _ in }
        open[episode.alert] = episode.closedAt == nil ? episodes.count : nil
        episodes.append(episode)
    }

    /// Corrects an episode that has ended.
    private mutating func amend(_ episode: Episode) throws {
        let last = events.last { $0.transition.episode.id == episode.id }
        guard last?.transition.kind != .corrected || last?.transition.episode.facts != episode.facts,
            let place = episodes.firstIndex(where: { $0.id == episode.id && $0.closedAt != nil })
        else { throw StoreError.stale }
        episodes[place] = episode
    }

    /// Takes the end off the last episode of an alert.
    private mutating func reopen(_ episode: Episode) {
        guard open[episode.alert] == nil, let place = episodes.lastIndex(where: { $0.alert == episode.alert }),
            episodes[place].id == episode.id
        else { return }
        open[episode.alert] = place
    }

    fileprivate mutating func refresh(_ episode: Episode, at moment: Instant?) throws {
        try update(episode)
        guard let moment else { return }
        refreshes.append(Refresh(at: moment, lastEvent: events.count, episode: episode))
    }

    fileprivate mutating func update(_ episode: Episode) throws {
        guard let place = open[episode.alert], episodes[place].id == episode.id else { throw StoreError.stale }
        episodes[place] = episode
        if episode.closedAt != nil { open[episode.alert] = nil }
    }

    fileprivate mutating func add(_ notice: Notice, after first: Int) throws -> Notice {
        let event = events[first...].last {
            let change = $0.transition
            return change.episode.id == notice.episode.id && change.kind == notice.kind && change.at == notice.at
        }
        guard let event else {
            throw StoreError.failed("commit decisions: a notice tells of a change that is not among them")
        }
        notifications.append(
            Notification(
                event: event.seq,
                subscription: notice.subscription,
                isUrgent: notice.isUrgent,
                isTold: false
            )
        )
        return notice.numbered(event.seq)
    }

    /// Takes the mark off, where the series has not been marked again since it was read.
    fileprivate mutating func close(_ judged: Decisions.Judged) {
        guard series[judged.series.key] != nil else { return }
        change(judged.series.key) { series in
            series.judgedMark = max(series.judgedMark, judged.series.mark)
            series.nextReview = judged.nextReview
            series.judgedAt = judged.at
            series.light = judged.light
        }
    }
}

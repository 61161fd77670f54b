internal import Alerting
internal import Catalogue
internal import Indicators
internal import Storage

/// Tells what time brings in the handling of open alerts: silences and acknowledgements that are over, alerts that nobody
/// took up or explained.
struct HandlingRound: Sendable {
    /// What one round did.
    struct Outcome: Sendable {
        var transitions: [Transition] = []
        /// The committed notices that have to be told at once.
        var urgent: [Notice] = []
        /// When something is due next; `nil` where nothing is.
        var next: Instant?
    }

    let store: any JudgingStore & HandlingStore
    let active: ActiveConfiguration

    /// More than one thing may be due of an alert; each is an event of its own.
    private static let most = 8

    func run(at now: Instant) async throws -> Outcome {
        var outcome = Outcome()
        for _ in 0..<Self.most {
            let known = try await known(at: now)
            outcome.next = nil
            guard !known.open.isEmpty || !known.silences.isEmpty else { return outcome }
            let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
            let agenda = HandlingAgenda(known, by: disclosure, in: active.zone, at: now)
            outcome.next = agenda.next
            guard !agenda.transitions.isEmpty || !agenda.ended.isEmpty else { return outcome }
            let decisions = try await decisions(agenda, open: known.open, by: disclosure, at: now)
            do {
                outcome.urgent += try await store.commit(decisions: decisions).filter(\.isUrgent)
                outcome.transitions += agenda.transitions
            } catch StoreError.stale {
                continue
            }
        }
        // The next pass goes on.
        outcome.next = now
        return outcome
    }

    /// Whether something may be due since these series were judged, and when something will be of their alerts.
    ///
    /// Of all other alerts it is known when something is due: nothing of them is read.
    func look(at judged: Judge.Summary, _ now: Instant) async throws -> (mayBeDue: Bool, next: Instant?) {
        // What ends or eases may have spoken for others.
        let frees = active.configuration.explainAfter != nil && judged.events > 0
        guard let series = judged.fewSeries, !frees else { return (true, nil) }
        var open = try await store.episodes(of: series.sorted()).open
        guard !open.isEmpty else { return (false, nil) }
        let wholes = Set(open.keys.flatMap(\.wholes).map(\.series)).subtracting(series)
        for (alert, whole) in try await store.episodes(of: wholes.sorted()).open { open[alert] = whole }
        let known = try await known(
            open.values.sorted { $0.alert < $1.alert },
            silences: try await store.silences(isAll: false)
        )
        let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        let agenda = HandlingAgenda(known, by: disclosure, in: active.zone, at: now)
        return (!agenda.transitions.isEmpty || !agenda.ended.isEmpty, agenda.next)
    }

    private func decisions(
        _ agenda: HandlingAgenda,
        open: [Episode],
        by disclosure: Disclosure,
        at now: Instant
    ) async throws -> Decisions {
        var decisions = Decisions(transitions: agenda.transitions)
        decisions.notices = try await HandlingNotices(store: store, active: active)
            .notices(of: agenda.transitions, open: open, by: disclosure, at: now)
        decisions.endedSilences = agenda.ended
        return decisions
    }

    /// All open alerts where any of them may be due; else those that somebody handled.
    private func known(at now: Instant) async throws -> HandlingAgenda.Known {
        let silences = try await store.silences(isAll: false)
        let escalates = active.subscriptions.contains { $0.escalation != nil }
        let explainAfter = active.configuration.explainAfter
        let asksAll = escalates || explainAfter != nil || silences.contains { $0.until <= now }
        return try await known(asksAll ? store.openEpisodes() : store.handledEpisodes(), silences: silences)
    }

    private func known(_ open: [Episode], silences: [Silence]) async throws -> HandlingAgenda.Known {
        let escalates = active.subscriptions.contains { $0.escalation != nil }
        let explainAfter = active.configuration.explainAfter
        let asksTold = escalates || explainAfter != nil
        return HandlingAgenda.Known(
            open: open,
            silences: silences,
            subscriptions: active.subscriptions,
            told: asksTold ? try await store.firstTold(of: open.map(\.id)) : [:],
            explainAfter: explainAfter
        )
    }
}

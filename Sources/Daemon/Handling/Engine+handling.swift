internal import Alerting
internal import Indicators
internal import Logging
internal import Storage

extension Engine {
    /// Does what somebody orders about open alerts, and tells those who have to hear of it at once.
    func handle(_ order: HandlingOrder) async throws -> ControlResponse {
        let result = try await carryOut([order])[0]
        if case .success = result {
            _ = try await tellAtOnce([], isOwing: owesUrgent, at: order.at)
            try await writeOutputs()
        }
        return ControlResponse(result, by: try await disclosure(), active: active)
    }

    /// Carries out all of the orders, or none; gives what became of each.
    ///
    /// What has to be told at once of it is owed.
    func carryOut(_ orders: [HandlingOrder]) async throws -> [Result<HandlingDecision, HandlingRefusal>] {
        let outcome = try await HandlingDesk(store: store, active: active).carryOut(orders)
        owesUrgent = owesUrgent || !outcome.urgent.isEmpty
        let decisions = outcome.results.compactMap { try? $0.get() }
        guard decisions.count == orders.count else { return outcome.results }
        handlingWatch.forget()
        try await tell(decisions.flatMap(\.transitions))
        return outcome.results
    }

    /// Goes on with the silences that a clock which ran ahead had ended.
    func resumeSilences() async throws {
        let count = try await store.resumeSilences(endedAhead: clock.now())
        guard count > 0 else { return }
        handlingWatch.forget()
        logger.notice("a clock that ran ahead had ended silences; they go on", metadata: ["silences": "\(count)"])
    }

    /// Makes the mails of what has to be told at once; where earlier ones are owed, of all that waits for one.
    func tellAtOnce(
        _ notices: [Notice],
        isOwing: Bool,
        with pictures: PictureDesk? = nil,
        at now: Instant,
        progress: @escaping @Sendable () -> Void = {}
    ) async throws -> Int {
        let round = UrgentRound(store: store, active: active, pictures: pictures)
        let mails =
            try await isOwing
            ? round.run(at: now, progress: progress) : round.tell(notices, at: now, progress: progress)
        owesUrgent = false
        return mails
    }

    /// Tells what time has brought in the handling of alerts, where something is due; gives the notices to tell at once.
    func attend(after judged: Judge.Summary, at now: Instant) async throws -> [Notice] {
        let round = HandlingRound(store: store, active: active)
        if !handlingWatch.isDue(at: now) {
            guard judged.judged > 0 else { return [] }
            let look = try await round.look(at: judged, now)
            handlingWatch.add(look.next)
            guard look.mayBeDue else { return [] }
        }
        let outcome = try await round.run(at: now)
        handlingWatch.note(outcome.next)
        try await tell(outcome.transitions)
        return outcome.urgent
    }
}

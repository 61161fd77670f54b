internal import Alerting
internal import Indicators
internal import Storage

extension Engine {
    /// Does what somebody orders about open alerts, and tells those who have to hear of it at once.
    func handle(_ order: HandlingOrder) async throws -> ControlResponse {
        let result = try await HandlingDesk(store: store, active: active).carryOut(order)
        if case .success(let done) = result {
            handlingWatch.forget()
            try await tell(done.decision.transitions)
            _ = try await UrgentRound(store: store, active: active).tell(done.urgent, at: order.at)
            try await writeOutputs()
        }
        return ControlResponse(result, of: order, by: try await disclosure(), active: active)
    }

    /// Tells what time has brought in the handling of alerts, where something is due; gives the notices to tell at once.
    func attend(after judged: Judge.Summary, at now: Instant) async throws -> [Notice] {
        guard judged.judged > 0 || handlingWatch.isDue(at: now) else { return [] }
        let outcome = try await HandlingRound(store: store, active: active).run(at: now)
        handlingWatch.note(outcome.next)
        try await tell(outcome.transitions)
        return outcome.urgent
    }
}

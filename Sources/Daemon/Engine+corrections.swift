internal import Files
internal import Indicators
internal import Logging
internal import Storage

extension Engine {
    /// Takes back what is ordered, and judges what that changes.
    func withdraw(_ order: WithdrawalOrder) async throws -> ControlResponse {
        let outcome = try await store.obey(order, dependants: IntakeSettings(active, by: disclosure).dependants)
        if case .done = outcome { try await decideNowOrLater() }
        return ControlResponse(outcome, of: order, by: try await disclosure(), active: active)
    }

    /// Keeps that somebody has hidden values shown.
    func keep(_ note: DisclosureNote) async throws -> ControlResponse {
        try await store.keep(note)
        logger.notice(
            "hidden values are shown",
            metadata: ["to": "\(note.by.oneLine(limit: 100))", "command": "\(note.command.oneLine(limit: 300))"]
        )
        return ControlResponse(status: 0, json: JSONObject().line, text: "")
    }

    /// Judges what was changed by an order that is kept; where that cannot be done now, the next pass does it.
    ///
    /// Whoever was told to try again would take the next older value back too.
    private func decideNowOrLater() async throws {
        do {
            var summary = Summary()
            try await decide(&summary)
        } catch let fault where isPassing(fault) {
            logger.warning("\(wordsForPeople(about: fault)); what was taken back is judged in the next pass")
        }
    }
}

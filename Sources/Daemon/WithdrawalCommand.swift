internal import Catalogue
internal import Files
internal import Indicators
package import Storage
internal import Telling

/// The `withdraw` and `undo` commands: hands an order to the daemon, or carries it out itself where none runs.
package struct WithdrawalCommand: Sendable {
    private let active: ActiveConfiguration
    private let clock: WallClock
    private let environment: [String: String]

    package init(active: ActiveConfiguration, clock: WallClock, environment: [String: String]) {
        self.active = active
        self.clock = clock
        self.environment = environment
    }

    /// Carries out an order, and judges what it changes.
    ///
    /// - Returns: what became of it, with an exit status.
    /// - Throws: ``StoreError``, ``FileSystemFault``, ``ControlClient/Fault``.
    package func carryOut(_ order: WithdrawalOrder) async throws -> ControlResponse {
        try await OrderWay(configuration: active.configuration).carryOut(.withdraw(order)) {
            let engine = try await Engine.forCommand(active, clock: clock, environment: environment)
            return try await engine.withdraw(order)
        }
    }
}

extension ControlResponse {
    /// What became of an order to take something back.
    init(
        _ outcome: WithdrawalOrder.Outcome,
        of order: WithdrawalOrder,
        by disclosure: Disclosure,
        active: ActiveConfiguration
    ) {
        let report = WithdrawalReport(order.withdrawal, by: disclosure, zone: active.zone, phrases: active.phrases)
        switch outcome {
        case .done(let values): self.init(status: 0, json: report.json(values), text: report.text(values))
        case .nothingHolds: self.init(nothingOf: order)
        case .noSuchImport:
            self.init(
                refusal:
                    "no file that was taken in has this name, or a SHA-256 that begins like this; receipts show both"
            )
        case .ambiguous(let candidates):
            let lines = candidates.map { candidate in
                let name = candidate.fileName.shownSafely(limit: 200)
                return "\n  \(candidate.hash.prefix(16)) \(name), taken in at \(active.zone.timestamp(candidate.at))"
            }
            self.init(refusal: "more than one file is meant; give the SHA-256 of one of these:\(lines.joined())")
        case .undoneBefore(let earlier):
            let (by, why) = (earlier.by.shownSafely(limit: 100), earlier.why.shownSafely(limit: 300))
            let at = active.zone.timestamp(earlier.at)
            self.init(refusal: "this file was undone before, by \(by) at \(at): \(why)")
        }
    }

    private init(nothingOf order: WithdrawalOrder) {
        guard case .value(let series, let period) = order.subject else {
            self.init(refusal: "nothing is in force")
            return
        }
        let shown = series.description.shownSafely(limit: 200)
        self.init(
            refusal:
                "no value of \(shown) holds for \(period), so nothing was withdrawn; 'peilwacht explain' lists those "
                + "that do"
        )
    }

    private init(refusal words: String) {
        self.init(status: 64, json: "null", text: "peilwacht: \(words)")
    }
}

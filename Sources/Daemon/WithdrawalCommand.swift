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
        case .nothingHolds: self.init(refusal: Self.nothing(of: order, active.phrases))
        case .noSuchImport:
            self.init(
                refusal: active.phrases.say(
                    "geen ingelezen bestand heeft deze naam, of een SHA-256 die zo begint; een ontvangstbewijs toont beide",
                    "no file that was taken in has this name, or a SHA-256 that begins like this; receipts show both"
                )
            )
        case .ambiguous(let candidates):
            let lines = candidates.map { candidate in
                let name = candidate.fileName.shownSafely(limit: 200)
                let moment = active.phrases.dateAndTime(active.zone.local(candidate.at))
                let taken = active.phrases.say("ingelezen op \(moment)", "taken in on \(moment)")
                return "\n  \(candidate.hash.prefix(16)) \(name), \(taken)"
            }
            .joined()
            self.init(
                refusal: active.phrases.say(
                    "dit kan meer dan één bestand zijn; geef de SHA-256 van een van deze:\(lines)",
                    "more than one file is meant; give the SHA-256 of one of these:\(lines)"
                )
            )
        case .undoneBefore(let earlier):
            let (by, why) = (earlier.by.shownSafely(limit: 100), earlier.why.shownSafely(limit: 300))
            let moment = active.phrases.dateAndTime(active.zone.local(earlier.at))
            self.init(
                refusal: active.phrases.say(
                    "dit bestand is al eerder ongedaan gemaakt, door \(by) op \(moment): \(why)",
                    "this file was undone before, by \(by) on \(moment): \(why)"
                )
            )
        }
    }

    private static func nothing(of order: WithdrawalOrder, _ phrases: Phrases) -> String {
        guard case .value(let series, let period) = order.subject else {
            return phrases.say("er geldt niets", "nothing is in force")
        }
        let (shown, when) = (series.description.shownSafely(limit: 200), phrases.period(period))
        return phrases.say(
            "van \(shown) geldt geen waarde over \(when), dus er is niets ingetrokken; 'peilwacht explain' noemt de waarden "
                + "die gelden",
            "no value of \(shown) holds for \(when), so nothing was withdrawn; 'peilwacht explain' lists those that do"
        )
    }

    /// An order that cannot be carried out.
    init(refusal words: String) {
        self.init(status: 64, json: "null", text: "peilwacht: \(words)")
    }
}

internal import Alerting
internal import Assessment
internal import Feeds
internal import Indicators
internal import Logging
internal import Telling

/// What the engine says in its log.
extension Engine {
    static func tell(_ receipt: Receipt, _ logger: Logger) {
        let level: Logger.Level = receipt.outcome == .refused || receipt.hasRowsSetAside ? .warning : .info
        var metadata: Logger.Metadata = [
            "file": "\(receipt.fileName.printable)",
            "sha256": "\((receipt.sha256 ?? "-").prefix(12))",
            "taken": "\(receipt.tally.taken)",
            "revised": "\(receipt.tally.revised)",
            "faults": "\(receipt.tally.faultCount)",
        ]
        if let reason = receipt.faultReason { metadata["reason"] = "\(reason.rawValue)" }
        logger.log(level: level, "file \(receipt.outcome.rawValue)", metadata: metadata)
    }

    /// What is committed is told, also where log or outbox cannot be written now.
    func tell(_ transitions: [Transition]) async throws {
        guard !transitions.isEmpty else { return }
        let disclosure = try await disclosure()
        for transition in transitions.map({ $0.told(by: disclosure) }) {
            let facts = transition.episode.facts
            let message = AlertStatement.message(transition.kind, facts, note: transition.note, in: active.phrases)
            logger.notice(
                "alert \(transition.kind.rawValue): \(message)",
                metadata: [
                    "alert": "\(transition.episode.alert)",
                    "severity": "\(facts.isHidden ? "hidden" : facts.severity.rawValue)",
                ]
            )
        }
    }

    func tellEnd(of summary: Summary) {
        guard summary.didSomething else { return }
        logger.info(
            "pass done",
            metadata: [
                "taken": "\(summary.inbox.outcomes[.taken] ?? 0)",
                "refused": "\(summary.inbox.outcomes[.refused] ?? 0)",
                "judged": "\(summary.judged.judged)", "events": "\(summary.judged.events)",
                "mails": "\(summary.openings + summary.urgent + summary.digests)",
            ]
        )
    }
}

extension Engine.Summary {
    var didSomething: Bool {
        !inbox.outcomes.isEmpty || judged.judged > 0 || openings + urgent + digests > 0
    }
}

internal import Alerting
internal import Logging

/// What is written of what was committed.
extension Engine {
    /// Brings the alert log and the outbox up to what is committed.
    func writeOutputs() async throws {
        // A pass comes when the patience with a missing folder ends.
        guard try await hasItsFolders() else { return }
        logWaits = false
        try await writeLog()
        _ = try await outbox.catchUp(with: store) { [pulse] in pulse.beat() }
    }

    private func writeLog() async throws {
        let report = try await alertLog.catchUp(with: store, by: disclosure) { [pulse] in pulse.beat() }
        if report.cutOff > 0 { logger.notice("alert log had a torn line", metadata: ["bytes": "\(report.cutOff)"]) }
        if let aside = report.keptAside {
            let why = report.isAhead ? "has more alerts than the store, as after a restore," : "was damaged"
            logger.error("alert log \(why) and is written anew; kept aside: \(aside)")
        }
    }

    /// So many events are written to the log while they are at hand.
    private static let manyEvents = 500

    /// Tells what was just committed.
    func take(_ transitions: [Transition]) async throws {
        try await tell(transitions)
        guard transitions.count >= Self.manyEvents, !logWaits, try await hasItsFolders() else { return }
        do {
            try await writeLog()
        } catch  where isPassing(error) {
            // What stands in the way of that shows when all is written; until then nobody looks again.
            logWaits = true
        }
    }
}

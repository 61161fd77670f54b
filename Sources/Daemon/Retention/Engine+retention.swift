internal import Catalogue
internal import Indicators
internal import Logging

extension Engine {
    /// Removes what has been kept for as long as the configuration asks, once a day.
    func tidy() async throws {
        let settings = active.configuration.retention
        let sinceBoot = clock.sinceBoot()
        guard retentionWatch.isDue(sinceBoot: sinceBoot), settings != .everything, try await hasItsFolders() else {
            return
        }
        let round = RetentionRound(
            settings: settings,
            folders: await inbox.folders,
            outbox: outbox,
            alertLog: alertLog,
            store: store,
            progress: { [pulse] in pulse.beat() }
        )
        let tally = try await round.run(at: min(clock.now(), WallClock.system.now()))
        if !tally.isCut { retentionWatch.ran(sinceBoot: sinceBoot) }
        guard !tally.isEmpty else { return }
        logger.notice(
            "removed what was kept as long as 'retention' asks",
            metadata: [
                "archive": "\(tally.archive)", "quarantine": "\(tally.quarantine)", "receipts": "\(tally.receipts)",
                "sent_mail": "\(tally.sentMail)", "alert_log": "\(tally.alertLog)",
            ]
        )
    }
}

internal import Catalogue
package import Indicators
internal import Storage
internal import Synchronization
internal import Telling

/// The commands `backup` and `restore`.
package struct BackupCommand: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) {
        self.active = active
    }

    /// Copies the store into a new file, beside a daemon that writes or without one.
    ///
    /// - Throws: `StoreCopyFault`, `StoreError`, ``FileSystemFault``.
    package func backUp(to file: String) throws -> ControlResponse {
        let contents = try SQLiteStore.backUp(active.configuration.storePath, to: file)
        return response(BackupReport(file: file, told(contents), zone: active.zone, phrases: active.phrases))
    }

    /// Puts a copy in the place of the store, where no daemon runs, and keeps the one that was there.
    ///
    /// - Throws: `StoreCopyFault`, `StoreError`, ``FileSystemFault``.
    package func restore(from file: String, at now: Instant) async throws -> ControlResponse {
        let path = active.configuration.storePath
        let sent = SentMails(folder: active.configuration.folders.outbox)
        let mails = Mutex(SentMails.Found())
        let (contents, kept) = try await SQLiteStore.restore(file, as: path, keptAs: tag(now)) { store in
            let found = try await sent.note(in: store, at: now)
            mails.withLock { $0 = found }
        }
        let found = mails.withLock { $0 }
        let restoration = BackupReport.Restoration(kept: kept, sentSince: found.noted, unknownMails: found.unknown)
        return response(
            BackupReport(
                file: file,
                told(contents),
                restoration: restoration,
                zone: active.zone,
                phrases: active.phrases
            )
        )
    }

    private func response(_ report: BackupReport) -> ControlResponse {
        ControlResponse(status: 0, json: report.json, text: report.text)
    }

    /// `before-2026-04-01T0600Z`.
    private func tag(_ now: Instant) -> String {
        let local = LocalZone.utc.local(now)
        let minutes = local.secondOfDay / 60
        return "before-\(local.date)T\((minutes / 60).padded(to: 2))\((minutes % 60).padded(to: 2))Z"
    }

    private func told(_ contents: StoreContents) -> BackupReport.Contents {
        BackupReport.Contents(
            imports: contents.imports,
            series: contents.series,
            values: contents.values,
            alerts: contents.episodes,
            openAlerts: contents.openEpisodes,
            lastEvent: contents.lastEvent,
            mails: contents.messages,
            waiting: contents.waiting,
            lastImportAt: contents.lastImportAt,
            bytes: contents.bytes
        )
    }
}

internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Storage

/// Removes what has been kept for as long as the configuration asks.
///
/// A file counts from the moment it was put where it lies, which nobody can set back: the kernel's own time of the change.
struct RetentionRound {
    let settings: RetentionSettings
    let folders: IntakeFolders
    let outbox: Outbox
    let alertLog: AlertLogFile
    let store: any OutboxStore
    let progress: @Sendable () -> Void

    /// How many of each kind were removed.
    struct Tally: Hashable, Sendable {
        var archive = 0
        var quarantine = 0
        var receipts = 0
        var sentMail = 0
        var alertLog = 0
        /// Whether so many of a kind were removed that others may be left.
        var isCut = false

        var isEmpty: Bool { archive + quarantine + receipts + sentMail + alertLog == 0 }
    }

    /// So many of a kind are removed in one round: who sets a time for the first time does not hold up the watch.
    private static let most = 500

    /// Removes what is old enough.
    ///
    /// - Parameter now: the earlier of the daemon's moment and the machine's.
    /// - Returns: what was removed.
    /// - Throws: `FileSystemFault`, `StoreError`.
    func run(at now: Instant) async throws -> Tally {
        var tally = Tally()
        tally.archive = try remove(from: folders.archive, keeping: settings.archive, at: now)
        tally.quarantine = try remove(from: folders.quarantine, keeping: settings.quarantine, at: now)
        tally.receipts = try remove(from: folders.receipts, keeping: settings.receipts, at: now)
        if let days = settings.sentMail { tally.sentMail = try await removeMails(before: now.adding(days: -days)) }
        if let days = settings.alertLog {
            tally.alertLog = try await alertLog.removeMonths(
                endedBefore: LocalZone.utc.local(now).date.adding(days: -days)
            )
        }
        tally.isCut = [tally.archive, tally.quarantine, tally.receipts, tally.sentMail].contains(Self.most)
        return tally
    }

    private func remove(from folder: Directory, keeping days: Int?, at now: Instant) throws -> Int {
        guard let days else { return 0 }
        let oldest = now.adding(days: -days).milliseconds * 1_000_000
        var count = 0
        for name in try folder.names() where count < Self.most {
            guard let status = try folder.status(of: name), status.kind == .regular, status.changed < oldest else {
                continue
            }
            if try folder.remove(name) { count += 1 }
            progress()
        }
        if count > 0 { try folder.sync() }
        return count
    }

    /// The file goes first: after a sudden end between the two it is made whole again, and both go the next time.
    private func removeMails(before moment: Instant) async throws -> Int {
        let mails = try await store.deliveredMails(before: moment, limit: Self.most)
        guard !mails.isEmpty else { return 0 }
        try await outbox.remove(mails)
        try await store.forgetBytes(ofMails: mails.map(\.id))
        return mails.count
    }
}

extension Instant {
    fileprivate func adding(days: Int) -> Instant { adding(seconds: days * 86_400) }
}

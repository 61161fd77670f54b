internal import Catalogue
internal import Feeds
internal import Files
package import Indicators
package import Storage
internal import Telling

/// The `queue` command: hands an order to the daemon, or carries it out itself where none runs.
package struct QueueCommand: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) {
        self.active = active
    }

    /// Carries out an order.
    ///
    /// - Returns: what became of it, with an exit status.
    /// - Throws: ``StoreError``, ``FileSystemFault``, ``ControlClient/Fault``.
    package func carryOut(_ order: QueueOrder) async throws -> ControlResponse {
        do {
            let store = try SQLiteStore.openForWriting(active.configuration)
            let outcome = try await store.obey(order)
            _ = try await Outbox(path: active.configuration.folders.outbox).catchUp(with: store)
            return ControlResponse(outcome, of: order, active: active)
        } catch StoreError.inUse(let store) {
            return try await ControlClient.ask(.queue(order), of: active.configuration, whoHasTheStore: store)
        }
    }
}

extension ControlResponse {
    /// What became of an order about a mail.
    init(_ outcome: QueueOrder.Outcome, of order: QueueOrder, active: ActiveConfiguration) {
        switch outcome {
        case .done(let entry):
            let report = QueueReport([QueuedMail(entry)], zone: active.zone, phrases: active.phrases)
            self.init(status: 0, json: report.json, text: report.done(isRetry: order.verb == .retry))
        case .noSuchMessage:
            self.init(
                status: 64,
                json: "null",
                text: "peilwacht: there is no mail \(order.message); 'peilwacht queue' lists those that wait or failed"
            )
        case .sentAlready:
            self.init(
                status: 64,
                json: "null",
                text: "peilwacht: mail \(order.message) has been accepted by the relay; nothing is left to do with it"
            )
        }
    }
}

extension QueuedMail {
    /// A mail as the store keeps it.
    ///
    /// - Parameters:
    ///   - entry: the mail.
    ///   - moment: before which nothing is handed to the relay.
    package init(_ entry: LedgerEntry, heldUntil moment: Instant? = nil) {
        self.init(
            id: entry.message.id,
            file: "\(entry.message.folder.rawValue)/\(Outbox.fileName(entry.message).printable)",
            isFailed: entry.message.folder == .failed,
            recipient: entry.recipient,
            subject: entry.subject,
            createdAt: entry.message.createdAt,
            attempts: entry.attempts,
            lastAttemptAt: entry.lastAttemptAt,
            nextAttemptAt: entry.nextAttemptAt.map { max($0, moment ?? $0) },
            reason: entry.reason,
            reply: entry.reply
        )
    }
}

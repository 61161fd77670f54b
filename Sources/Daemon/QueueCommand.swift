internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
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
        try await OrderWay(configuration: active.configuration).carryOut(.queue(order)) {
            let store = try SQLiteStore.openForWriting(active.configuration)
            let outcome = try await store.obey(order)
            _ = try await Outbox(path: active.configuration.folders.outbox).catchUp(with: store)
            let disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
            return try await ControlResponse(
                outcome,
                of: order,
                by: QueuedMails(store: store, disclosure: disclosure),
                active: active
            )
        }
    }
}

extension ControlResponse {
    /// What became of an order about a mail.
    init(
        _ outcome: QueueOrder.Outcome,
        of order: QueueOrder,
        by mails: QueuedMails,
        active: ActiveConfiguration
    ) async throws {
        switch outcome {
        case .done(let entry):
            let report = QueueReport([try await mails.mail(entry)], zone: active.zone, phrases: active.phrases)
            self.init(status: 0, json: report.json, text: report.done(isRetry: order.verb == .retry))
        case .noSuchMessage:
            self.init(
                refusal: active.phrases.say(
                    "er is geen mail \(order.message); 'peilwacht queue' noemt wat wacht of mislukte",
                    "there is no mail \(order.message); 'peilwacht queue' lists those that wait or failed"
                )
            )
        case .sentAlready:
            self.init(
                refusal: active.phrases.say(
                    "mail \(order.message) is door de mailserver aangenomen; er is niets meer mee te doen",
                    "mail \(order.message) has been accepted by the relay; nothing is left to do with it"
                )
            )
        }
    }
}

extension QueuedMail {
    /// A mail as the store keeps it.
    ///
    /// - Parameters:
    ///   - entry: the mail.
    ///   - subject: what may be told of its subject.
    ///   - moment: before which nothing is handed to the relay.
    init(_ entry: LedgerEntry, subject: String, heldUntil moment: Instant?) {
        self.init(
            id: entry.message.id,
            file: "\(entry.message.folder.rawValue)/\(Outbox.fileName(entry.message).printable)",
            isFailed: entry.message.folder == .failed,
            recipient: entry.recipient,
            subject: subject,
            createdAt: entry.message.createdAt,
            attempts: entry.attempts,
            lastAttemptAt: entry.lastAttemptAt,
            nextAttemptAt: entry.nextAttemptAt.map { max($0, moment ?? $0) },
            reason: entry.reason,
            reply: entry.reply
        )
    }
}

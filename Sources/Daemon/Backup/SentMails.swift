internal import Feeds
internal import Files
internal import Indicators
internal import Storage
internal import SystemPackage

/// The mails that lie in the folder `sent` of the outbox: the relay has accepted them, whatever a store that was put back
/// says of them.
struct SentMails {
    /// The path of the outbox.
    let folder: String

    /// What was found.
    struct Found: Sendable {
        /// The mails that waited in the store, and are noted as sent now.
        var noted = 0
        /// The mails that the store knows nothing of: they are later.
        var unknown = 0
    }

    private static let page = 500

    /// Notes every mail as sent that the store says waits, and that lies in `sent` byte for byte.
    func note(in store: any OutboxStore, at now: Instant) async throws -> Found {
        guard let sent = try place() else { return Found() }
        var unknown = Set(try sent.names().filter { $0.bytes.suffix(4).elementsEqual(".eml".utf8) })
        var found = Found()
        var last = 0
        while true {
            let messages = try await store.messages(after: last, limit: Self.page)
            for message in messages {
                let name = Outbox.fileName(message)
                guard unknown.remove(name) != nil, message.folder == .new,
                    let bytes = try await store.bytes(ofMessage: message.id), try sent.holds(bytes, under: name)
                else { continue }
                try await store.record(attempt: .acceptedBefore(message.id, at: now))
                found.noted += 1
            }
            guard let end = messages.last?.id, messages.count == Self.page else { break }
            last = end
        }
        found.unknown = unknown.count
        return found
    }

    /// `nil` where there is no such folder; one that cannot be looked into is not one that is not there.
    private func place() throws(FileSystemFault) -> Directory? {
        guard try FilePath(folder).presence() else { return nil }
        let outbox = try Directory.open(folder)
        guard try outbox.status(of: FileName(OutboxFolder.sent.rawValue)) != nil else { return nil }
        return try outbox.folder(FileName(OutboxFolder.sent.rawValue))
    }
}

extension DeliveryAttempt {
    fileprivate static func acceptedBefore(_ message: Int, at now: Instant) -> DeliveryAttempt {
        DeliveryAttempt(
            message: message,
            at: now,
            result: .accepted,
            reason: "accepted",
            reply: "lay in the folder sent when the store was put back from a backup"
        )
    }
}
